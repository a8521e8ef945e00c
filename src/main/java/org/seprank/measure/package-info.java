/**
 * Measures of a graph, to be compared before and after rewiring: {@link org.seprank.measure.GraphReview} has all of
 * them, each with how sure it is; {@link org.seprank.measure.BeforeAfter} puts two graphs side by side. May use graphs,
 * walks, separation, rewiring, datasets and progress.
 */
@NullMarked
package org.seprank.measure;

import org.jspecify.annotations.NullMarked;
