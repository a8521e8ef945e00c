/**
 * Systems of graph Laplacians: {@link org.seprank.rewire.spectral.linear.LaplacianSolver} solves systems with a sparse
 * one. May use {@code graph} and {@code rewire.row}.
 */
@NullMarked
package org.seprank.rewire.spectral.linear;

import org.jspecify.annotations.NullMarked;
