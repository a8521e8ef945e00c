/**
 * The numerical methods behind curvature: {@link org.seprank.rewire.curvature.numeric.Transportation} ships masses at
 * least cost, {@link org.seprank.rewire.curvature.numeric.GaussianMixture} splits values into two groups. Knows no
 * graph.
 */
@NullMarked
package org.seprank.rewire.curvature.numeric;

import org.jspecify.annotations.NullMarked;
