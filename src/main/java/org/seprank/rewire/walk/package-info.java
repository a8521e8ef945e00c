/**
 * Walk Index Sparsification for the walk indices of all vertices, {@link org.seprank.rewire.walk.WalkIndexSparsifier}
 * (Algorithms 1 and 2 of arXiv 2211.16494), exact: one ranking by degrees, one by degrees and triangles, one by closed
 * walks around an edge. May use {@code graph}, {@code walk}, {@code work}, {@code rewire} and its packages
 * {@code edit}, {@code removal} and {@code row}.
 */
@NullMarked
package org.seprank.rewire.walk;

import org.jspecify.annotations.NullMarked;
