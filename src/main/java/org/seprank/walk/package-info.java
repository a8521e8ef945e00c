/**
 * Walks, every one of which may use every vertex's self-loop: {@link org.seprank.walk.WalkCounts} (exact), and
 * {@link org.seprank.walk.WalkIndex}, the number of walks from a partition's boundary;
 * {@link org.seprank.walk.SingletonWalkIndices} has those of all vertices at once,
 * {@link org.seprank.walk.EdgeRemovalEffects} what each edge is worth to one of them.
 * {@link org.seprank.walk.Triangles} and {@link org.seprank.walk.EdgeTriangles} count triangles. May use {@code graph}
 * and {@code work}.
 *
 * <p>Source of all notions: Razin, Verbin, Cohen, <i>On the Ability of Graph Neural Networks to Model Interactions
 * Between Vertices</i>, arXiv 2211.16494.
 */
@NullMarked
package org.seprank.walk;

import org.jspecify.annotations.NullMarked;
