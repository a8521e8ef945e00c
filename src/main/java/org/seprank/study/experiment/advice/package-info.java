/** How good the first advice about a graph is: networks trained after it and after other methods. */
@NullMarked
package org.seprank.study.experiment.advice;

import org.jspecify.annotations.NullMarked;
