/**
 * Undirected graphs that stay in a file, so that their size is bounded by the disk and not by the heap:
 * {@link org.seprank.mapped.MappedGraph} is compressed sparse rows mapped into memory,
 * {@link org.seprank.mapped.MappedGraphBuilder} sorts edges into such a file within a bounded heap,
 * {@link org.seprank.mapped.MappedWalks}, {@link org.seprank.mapped.MappedTriangles} and
 * {@link org.seprank.mapped.ChunkedRemoval} compute on it with some numbers per vertex in memory. May use {@code file}
 * and {@code work}.
 */
@NullMarked
package org.seprank.mapped;

import org.jspecify.annotations.NullMarked;
