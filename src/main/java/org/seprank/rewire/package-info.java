/**
 * Methods that remove or exchange edges. Each yields an {@link org.seprank.rewire.edit.EditList}, an ordered list of
 * edits of which any prefix is a budget. {@link org.seprank.rewire.WalkIndexSparsifier} keeps the walk indices of all
 * vertices high, {@link org.seprank.rewire.ProtectedWalkIndexSparsifier} those of chosen partitions,
 * {@link org.seprank.rewire.RandomSparsifier} is the control. Package {@code score} removes by a score per edge,
 * {@code exchange} adds and exchanges edges at random; {@link org.seprank.rewire.edit.EditFile} reads and writes edits.
 * May use {@code graph}, {@code walk}, {@code file}, {@code linear} and {@code work}.
 *
 * <p>Source of Walk Index Sparsification: Algorithms 1 and 2 of arXiv 2211.16494.
 */
@NullMarked
package org.seprank.rewire;

import org.jspecify.annotations.NullMarked;
