/**
 * Linear algebra on Laplacians: {@link org.seprank.rewire.spectral.linear.LaplacianSolver} solves systems with a sparse
 * one, {@link org.seprank.rewire.spectral.linear.GroundedInverse} inverts a small one,
 * {@link org.seprank.rewire.spectral.linear.Lanczos} finds an extreme eigenvector of a symmetric operator. May use
 * {@code graph}.
 */
@NullMarked
package org.seprank.rewire.spectral.linear;

import org.jspecify.annotations.NullMarked;
