/**
 * Backbones of graphs as scores of their edges: of weighted ones, {@link org.seprank.rewire.backbone.Disparity},
 * {@link org.seprank.rewire.backbone.MetricBackbone} and {@link org.seprank.rewire.backbone.UltrametricBackbone}; of
 * neighbourhoods, {@link org.seprank.rewire.backbone.Simmelian} and
 * {@link org.seprank.rewire.backbone.AlgebraicDistance}; and what comes near effective resistance without a solver,
 * {@link org.seprank.rewire.backbone.DegreeSampling} and {@link org.seprank.rewire.backbone.SpanningTrees};
 * {@link org.seprank.rewire.backbone.RandomVertexEdges} is a control. May use {@code graph}, {@code walk},
 * {@code work}, {@code rewire} and its packages {@code score}, {@code removal}, {@code row}, {@code curvature} and
 * {@code spectral}.
 */
@NullMarked
package org.seprank.rewire.backbone;

import org.jspecify.annotations.NullMarked;
