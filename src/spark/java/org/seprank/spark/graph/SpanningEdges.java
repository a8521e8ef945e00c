package org.seprank.spark.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;
import org.seprank.graph.UnionFind;

/**
 * The spanning forest of the edges of largest random numbers (J. Kruskal, 1956). An edge that is not in the forest of
 * some of the edges is not in that of all, so that parts are thinned out first and joined then. Time O(m log m), memory
 * O(n + m) of the edges at hand.
 */
final class SpanningEdges {
    private SpanningEdges() {}

    /** Of the edges whose smaller end is in a block. */
    static long[] of(Block block, int vertexCount, long seed) {
        LongStream.Builder edges = LongStream.builder();
        for (int i = 0; i < block.rows(); i++) {
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                if (block.vertex(i) < block.neighbour(k)) {
                    edges.add(BlockGraph.pair(block.vertex(i), block.neighbour(k)));
                }
            }
        }
        return forest(edges.build().toArray(), vertexCount, seed);
    }

    /** Of two forests. */
    static long[] of(long[] one, long[] other, int vertexCount, long seed) {
        return forest(
                LongStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray(), vertexCount, seed);
    }

    private static long[] forest(long[] edges, int vertexCount, long seed) {
        UnionFind parts = new UnionFind(vertexCount);
        return Arrays.stream(edges)
                .boxed()
                .sorted(Comparator.comparingDouble((Long e) -> -Mixed.uniform(seed, (int) (e >>> 32), e.intValue()))
                        .thenComparingLong(e -> e))
                .filter(e -> parts.join((int) (e >>> 32), e.intValue()))
                .mapToLong(e -> e)
                .toArray();
    }
}
