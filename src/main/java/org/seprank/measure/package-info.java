/**
 * Measures of a graph, to be compared before and after rewiring: {@link org.seprank.measure.GraphReview} has all of
 * them, each with how sure it is; {@link org.seprank.measure.BeforeAfter} puts two graphs side by side. May use
 * {@code graph}, {@code walk}, {@code rank}, {@code separation}, {@code rewire}, {@code dataset} and {@code work}.
 */
@NullMarked
package org.seprank.measure;

import org.jspecify.annotations.NullMarked;
