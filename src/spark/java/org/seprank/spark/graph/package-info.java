/**
 * One graph that does not fit one machine: {@link org.seprank.spark.graph.BlockGraph} deals the rows of its vertices to
 * blocks that know which values they need from each other, and {@link org.seprank.spark.graph.BlockWalks},
 * {@link org.seprank.spark.graph.BlockTriangles}, {@link org.seprank.spark.graph.BlockScores},
 * {@link org.seprank.spark.graph.DegreeRounds} and {@link org.seprank.spark.graph.DegreeChunks} compute on it. Answers
 * are those of one machine, whatever the number of blocks. May use {@code session}.
 */
@NullMarked
package org.seprank.spark.graph;

import org.jspecify.annotations.NullMarked;
