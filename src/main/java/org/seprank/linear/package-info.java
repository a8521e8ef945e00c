/**
 * Linear algebra without a domain, in double precision: {@link org.seprank.linear.Matrices dense matrices} as arrays of
 * rows and their {@link org.seprank.linear.Gemm products}, {@link org.seprank.linear.SingularValues singular values},
 * {@link org.seprank.linear.GramFactor factors} of Gram matrices, the {@link org.seprank.linear.Lanczos largest
 * eigenvector} of a symmetric operator and the {@link org.seprank.linear.GroundedInverse inverse} of a positive
 * definite matrix. May use {@code work}; also commons-math3.
 */
@NullMarked
package org.seprank.linear;

import org.jspecify.annotations.NullMarked;
