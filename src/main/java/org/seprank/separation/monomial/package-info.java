/**
 * Counting the monomials of a product-aggregation network: {@link org.seprank.separation.monomial.Magnitude} for
 * numbers of any size, {@link org.seprank.separation.monomial.SideMonomials} and
 * {@link org.seprank.separation.monomial.MonomialGraph} for the exponents that occur on the two sides of a partition
 * and in which pairs, {@link org.seprank.separation.monomial.Interchange} for the vertices whose inputs may be
 * permuted, and {@link org.seprank.separation.monomial.Traces} for depth 2. May use {@code graph}, {@code walk} and
 * {@code work}.
 *
 * <p>The proofs are in {@code src/site/markdown/bounds.md}.
 */
@NullMarked
package org.seprank.separation.monomial;

import org.jspecify.annotations.NullMarked;
