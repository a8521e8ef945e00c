package org.seprank.spark.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The number of triangles through every edge and vertex. Edges point to their end of greater (degree, vertex); the rows
 * of greater neighbours travel to the blocks whose vertices point at them, where a triangle is met once; the counts
 * travel to both ends of every edge. Time O(m^1.5) in all, shuffled at most the rows once for each block that points at
 * them.
 */
public final class BlockTriangles {
    private BlockTriangles() {}

    /** The number of triangles through the edge of every entry of every block. */
    static JavaPairRDD<Integer, int[]> perEntry(BlockGraph graph) {
        JavaPairRDD<Integer, GreaterRows> greater = graph.blocks()
                .join(graph.ghostDegrees(), graph.partitioner())
                .mapValues(t -> GreaterRows.of(t._1(), t._2()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<Integer, GreaterRows> sent = graph.blocks()
                .join(greater, graph.partitioner())
                .flatMapToPair(t -> {
                    int[][] sends = t._2()._1().sends;
                    return IntStream.range(0, sends.length)
                            .mapToObj(q -> new Tuple2<>(q, t._2()._2().some(sends[q])))
                            .filter(to -> to._2().vertices.length > 0)
                            .iterator();
                });
        int parts = graph.parts();
        JavaPairRDD<Integer, EdgeNumbers> found = greater.cogroup(sent, graph.partitioner())
                .flatMapToPair(t ->
                        found(t._2()._1().iterator().next(), t._2()._2(), parts).iterator());
        return graph.blocks()
                .cogroup(found, graph.partitioner())
                .mapValues(t -> {
                    Block block = t._1().iterator().next();
                    int[] counts = new int[block.columns.length];
                    EdgeNumbers.forEach(block, t._2(), (entry, count) -> counts[entry] += (int) count);
                    return counts;
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Triangles from their least vertices, as counts for both ends of all three edges. */
    private static List<Tuple2<Integer, EdgeNumbers>> found(GreaterRows own, Iterable<GreaterRows> sent, int parts) {
        GreaterRows[] rows = new GreaterRows[parts];
        int[][] counts = new int[parts][];
        for (GreaterRows some : sent) {
            rows[some.from] = some;
            counts[some.from] = new int[some.neighbours.length];
        }
        int[] ownCounts = new int[own.neighbours.length];
        for (int i = 0; i < own.vertices.length; i++) {
            for (int k = own.offsets[i]; own.offsets[i + 1] - own.offsets[i] > 1 && k < own.offsets[i + 1]; k++) {
                int q = own.neighbours[k] % parts;
                int r = rows[q] == null ? -1 : Arrays.binarySearch(rows[q].vertices, own.neighbours[k]);
                if (r >= 0) {
                    meet(own, i, k, ownCounts, rows[q], r, counts[q]);
                }
            }
        }
        EdgeNumbers.Outgoing out = new EdgeNumbers.Outgoing(parts);
        send(own, ownCounts, out);
        for (int q = 0; q < parts; q++) {
            if (counts[q] != null) {
                send(rows[q], counts[q], out);
            }
        }
        return out.list();
    }

    /** Counts what row i and that of its neighbour at entry k, row r, have in common. */
    private static void meet(GreaterRows own, int i, int k, int[] ownCounts, GreaterRows other, int r, int[] counts) {
        int a = own.offsets[i];
        int b = other.offsets[r];
        while (a < own.offsets[i + 1] && b < other.offsets[r + 1]) {
            int difference = own.neighbours[a] - other.neighbours[b];
            if (difference == 0) {
                ownCounts[k]++;
                ownCounts[a]++;
                counts[b]++;
            }
            a += difference <= 0 ? 1 : 0;
            b += difference >= 0 ? 1 : 0;
        }
    }

    private static void send(GreaterRows rows, int[] counts, EdgeNumbers.Outgoing out) {
        for (int i = 0; i < rows.vertices.length; i++) {
            for (int k = rows.offsets[i]; k < rows.offsets[i + 1]; k++) {
                if (counts[k] > 0) {
                    out.add(rows.vertices[i], rows.neighbours[k], counts[k]);
                    out.add(rows.neighbours[k], rows.vertices[i], counts[k]);
                }
            }
        }
    }

    /** The number of triangles through each own vertex of a block. */
    static long[] perVertex(Block block, int[] perEntry) {
        long[] counts = new long[block.rows()];
        for (int i = 0; i < counts.length; i++) {
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                counts[i] += perEntry[k];
            }
            counts[i] /= 2;
        }
        return counts;
    }
}
