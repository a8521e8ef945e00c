/**
 * The separation rank of graph neural networks with product aggregation: bounds, the certified rank, and the analysis
 * that puts them together. A {@link org.seprank.separation.SeparationProblem} says what is asked. May use
 * {@code graph}, {@code walk}, {@code rank}, {@code linear} and {@code work}.
 *
 * <p>{@code sep(f; I)} is the least R with {@code f(X) = sum_{r<=R} g_r(X_I) · h_r(X_Iᶜ)}; 1 means that the sides do
 * not interact. Source: arXiv 2211.16494, and the thesis arXiv 2408.02111.
 */
@NullMarked
package org.seprank.separation;

import org.jspecify.annotations.NullMarked;
