/** Accuracy of trained networks against the fraction of edges that several methods removed before. */
@NullMarked
package org.seprank.experiment.reproduction.curves;

import org.jspecify.annotations.NullMarked;
