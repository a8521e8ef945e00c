/**
 * Lower bounds on the separation rank from linear matroids: which neighbourhoods are independent on both sides of a
 * partition, and how many are. Also the interaction dimension, the largest number of them. May use {@code graph},
 * {@code walk}, {@code rank} and the unfolding and magnitudes of {@code separation.monomial}.
 *
 * <p>A {@link org.seprank.separation.matroid.GroundSet} has one class for the vertices with the same neighbourhood. Its
 * columns are taken modulo p = 2³¹ - 1, where independence implies independence over the rationals; what needs
 * dependence (the kernel) is verified over the integers.
 */
@NullMarked
package org.seprank.separation.matroid;

import org.jspecify.annotations.NullMarked;
