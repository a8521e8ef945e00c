/**
 * The machinery of edge removal: a {@link org.seprank.rewire.removal.Ranking} says which edge goes next, a
 * {@link org.seprank.rewire.removal.Safeguard} says which must stay. One ranking per case of Walk Index Sparsification,
 * exact all of them: by degrees, by degrees and triangles, by closed walks around an edge, by the walk indices of given
 * partitions. May use {@code graph} and {@code walk}.
 */
@NullMarked
package org.seprank.rewire.removal;

import org.jspecify.annotations.NullMarked;
