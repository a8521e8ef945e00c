/**
 * Walk Index Sparsification for the walk indices of given partitions, or for what else of them is to stay,
 * {@link org.seprank.rewire.protection.ProtectedWalkIndexSparsifier} (Algorithm 1 of arXiv 2211.16494), exact. May use
 * {@code graph}, {@code walk}, {@code work}, {@code rewire} and its packages {@code edit}, {@code objective},
 * {@code removal} and {@code toward.gain}.
 */
@NullMarked
package org.seprank.rewire.protection;

import org.jspecify.annotations.NullMarked;
