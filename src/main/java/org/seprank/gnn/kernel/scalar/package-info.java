/**
 * The kernels as plain loops: {@link org.seprank.gnn.kernel.scalar.DoubleKernels} as the reference that derivatives are
 * checked in, {@code FloatKernels} where there are no vectors. Only the former are written by hand; the build makes the
 * latter of them by replacing {@code double} by {@code float}, except where the mark {@code wide} says that a number
 * has double precision in both.
 */
@NullMarked
package org.seprank.gnn.kernel.scalar;

import org.jspecify.annotations.NullMarked;
