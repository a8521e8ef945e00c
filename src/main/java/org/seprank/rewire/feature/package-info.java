/**
 * Rewirings that compare the features of vertices: {@link org.seprank.rewire.feature.SimilarityRewirer} (FeaSt, and
 * ComFy within and between communities), {@link org.seprank.rewire.feature.StochasticJostLiu} (SJLR),
 * {@link org.seprank.rewire.feature.JointDenoising} (JDR) and {@link org.seprank.rewire.feature.DelaunayRewirer}.
 * {@link org.seprank.rewire.feature.FeatureRows} has the cosines and distances. May use {@code graph}, {@code walk},
 * {@code dataset}, {@code linear}, {@code work}, {@code rewire} and its packages {@code curvature} and {@code edit}.
 */
@NullMarked
package org.seprank.rewire.feature;

import org.jspecify.annotations.NullMarked;
