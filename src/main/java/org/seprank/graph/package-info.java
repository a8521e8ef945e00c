/**
 * Graphs and sets of their vertices: {@link org.seprank.graph.Graph} (immutable, compressed sparse rows), built by
 * {@link org.seprank.graph.GraphBuilder}, and {@link org.seprank.graph.VertexSet}, the I of a partition (I, Iᶜ).
 * Sub-packages: {@code io} reads and writes files, {@code family} makes named graphs, {@code partition} chooses
 * partitions, {@code layout} finds places in the plane. May use {@code file}, {@code linear}, {@code setting} and
 * {@code work}; also JGraphT and Jackson.
 */
@NullMarked
package org.seprank.graph;

import org.jspecify.annotations.NullMarked;
