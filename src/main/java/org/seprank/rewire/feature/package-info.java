/**
 * Rewirings that compare the features of vertices: {@link org.seprank.rewire.feature.SimilarityRewirer} (FeaSt, and
 * ComFy within and between communities). {@link org.seprank.rewire.feature.FeatureRows} has the cosines. May use
 * {@code graph}, {@code graph.partition}, {@code dataset}, {@code linear}, {@code work}, {@code rewire} and its
 * packages {@code edit} and {@code row}.
 */
@NullMarked
package org.seprank.rewire.feature;

import org.jspecify.annotations.NullMarked;
