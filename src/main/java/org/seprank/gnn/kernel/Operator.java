package org.seprank.gnn.kernel;

/**
 * A sparse pattern with values in one precision; the values may differ from the pattern's own where an edge mask scales
 * them.
 *
 * @param <B> {@code float[]} or {@code double[]}
 * @param pattern rows and columns
 * @param values one per entry of the pattern
 */
public record Operator<B>(Csr pattern, B values) {}
