/**
 * Rewiring by graph diffusion: {@link org.seprank.rewire.diffusion.DiffusionRewirer} replaces the edges by the
 * strongest pairs of a {@link org.seprank.rewire.diffusion.DiffusionKernel}, computed exactly or by local pushes with a
 * bounded error. May use {@code graph}, {@code work} and {@code rewire}.
 */
@NullMarked
package org.seprank.rewire.diffusion;

import org.jspecify.annotations.NullMarked;
