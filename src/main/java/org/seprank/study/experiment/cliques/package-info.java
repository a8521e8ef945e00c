/** The importance of the walk index: pairs of images on two cliques, arranged in two ways. */
@NullMarked
package org.seprank.study.experiment.cliques;

import org.jspecify.annotations.NullMarked;
