/** All experiments by name. */
@NullMarked
package org.seprank.study.experiment.catalogue;

import org.jspecify.annotations.NullMarked;
