/**
 * Walks, every one of which may use every vertex's self-loop: {@link org.seprank.walk.WalkCounts} (exact),
 * {@link org.seprank.walk.LogWalkCounts} (any length, in the log domain) and {@link org.seprank.walk.WalkIndex}, the
 * number of walks from a partition's boundary. May use {@code graph}.
 *
 * <p>Source of all notions: Razin, Verbin, Cohen, <i>On the Ability of Graph Neural Networks to Model Interactions
 * Between Vertices</i>, arXiv 2211.16494.
 */
@NullMarked
package org.seprank.walk;

import org.jspecify.annotations.NullMarked;
