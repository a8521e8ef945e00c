/**
 * Curvatures of edges and the rewirings they drive. Curvature is low on bottlenecks: few triangles and squares, many
 * neighbours on either side. {@link org.seprank.rewire.curvature.BalancedForman},
 * {@link org.seprank.rewire.curvature.AugmentedForman} and {@link org.seprank.rewire.curvature.OllivierRicci} measure
 * it; {@link org.seprank.rewire.curvature.StochasticDiscreteRicciFlow} (SDRF),
 * {@link org.seprank.rewire.curvature.AugmentedFormanRewirer} (AFR-3, AFR-4) and
 * {@link org.seprank.rewire.curvature.BatchOllivierRicci} (BORF) add edges where it is low and remove edges where it is
 * high. All of them are defined on undirected graphs only. May use {@code graph}, {@code work}, {@code rewire} and
 * {@code rewire.edit}.
 */
@NullMarked
package org.seprank.rewire.curvature;

import org.jspecify.annotations.NullMarked;
