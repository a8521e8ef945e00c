/** Accuracy of trained networks against the fraction of edges that several methods removed before. */
@NullMarked
package org.seprank.study.experiment.curves;

import org.jspecify.annotations.NullMarked;
