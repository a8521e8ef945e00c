/** How far apart the bounds on separation ranks of real graphs are. */
@NullMarked
package org.seprank.study.experiment.bracket;

import org.jspecify.annotations.NullMarked;
