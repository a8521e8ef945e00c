/**
 * Choosing partitions (I, Iᶜ) of a graph: {@link org.seprank.graph.partition.PartitionSpec} reads what the
 * {@code --partition} option says, vertex ids, an attribute, a file or an algorithm that finds clusters, and gives
 * {@link org.seprank.graph.partition.Partition}s. May use {@code graph}, {@code linear} and JGraphT.
 */
@NullMarked
package org.seprank.graph.partition;

import org.jspecify.annotations.NullMarked;
