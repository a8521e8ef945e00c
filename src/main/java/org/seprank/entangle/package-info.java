/**
 * Entanglement of data across partitions of its sites (Alexander, De La Vega, Razin and Cohen, NeurIPS 2023, arXiv
 * 2303.11249): of {@link org.seprank.entangle.DataTable tables} by {@link org.seprank.entangle.SampledEntanglement
 * samples}, its surrogate by {@link org.seprank.entangle.Correlations}, and {@link org.seprank.entangle.Rearrangement
 * orders of the sites} that lower it. May use {@code graph}, {@code linear} and {@code work}; also commons-math3.
 */
@NullMarked
package org.seprank.entangle;

import org.jspecify.annotations.NullMarked;
