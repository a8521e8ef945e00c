/**
 * Formats made of lines of fields: edge lists ({@link org.seprank.graph.io.text.EdgeList}, with a fast path for
 * integers), CSV, DIMACS, MatrixMarket, METIS, Pajek and LEMON. Faults are reported with their line, which the
 * importers of JGraphT do not do for these formats, so the readers are ours. May use {@code file}, {@code graph},
 * {@code graph.io.codec} and {@code work}.
 */
@NullMarked
package org.seprank.graph.io.text;

import org.jspecify.annotations.NullMarked;
