/**
 * Removal of edges by a score per edge: {@link org.seprank.rewire.score.EdgeScore} and its kinds,
 * {@link org.seprank.rewire.score.ScoreSparsifier} that makes a method of any of them, and
 * {@link org.seprank.rewire.score.DegreeScoreSparsifier}, whose score follows what is left of the graph. May use
 * {@code rewire}, {@code graph}, {@code walk} and {@code work}.
 */
@NullMarked
package org.seprank.rewire.score;

import org.jspecify.annotations.NullMarked;
