/**
 * Curvatures of edges and the rewirings they drive. Curvature is low on bottlenecks: few triangles and squares, many
 * neighbours on either side. {@link org.seprank.rewire.curvature.BalancedForman},
 * {@link org.seprank.rewire.curvature.AugmentedForman} and {@link org.seprank.rewire.curvature.OllivierRicci} measure
 * it; {@link org.seprank.rewire.curvature.StochasticDiscreteRicciFlow} (SDRF),
 * {@link org.seprank.rewire.curvature.AugmentedFormanRewirer} (AFR-3, AFR-4) and
 * {@link org.seprank.rewire.curvature.BatchOllivierRicci} (BORF) add edges where it is low and remove edges where it is
 * high. All of them are defined on undirected graphs only. {@link org.seprank.rewire.curvature.JostLiuScore} only
 * removes. May use {@code graph}, {@code walk}, {@code work}, {@code rewire} and its packages {@code edit} and
 * {@code score}.
 */
@NullMarked
package org.seprank.rewire.curvature;

import org.jspecify.annotations.NullMarked;
