package org.seprank.lab;

/**
 * Part of a claim, and whether it held.
 *
 * @param statement such as "depth 3 recovers the matrix"
 * @param holds whether it did
 */
public record Finding(String statement, boolean holds) {}
