package org.seprank.spark.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * 1-WIS (L = 2, Algorithm 2 of arXiv 2211.16494) in chunks: all edges are ranked by their degrees, the best K are taken
 * in this order, degrees are brought up to date, and the rest is ranked again, as one machine does it with the same K.
 * A round sends one number for each vertex and block that names it, and the histogram of degrees to the driver, which
 * also gets the edges of the chunk.
 */
public final class DegreeChunks {
    private DegreeChunks() {}

    /** Takes the edges of a chunk in order. */
    @FunctionalInterface
    public interface Chunk {
        /** Edges as pairs of vertices. */
        void take(List<long[]> edges);
    }

    /** Edges that go: all of a larger key, and those of this one up to some ends. */
    private record Cut(long key, long ends) {}

    /**
     * Removes edges.
     *
     * @param budget how many
     * @param chunk K, at least 1
     * @return the number of rounds
     */
    public static int run(BlockGraph graph, long budget, int chunk, Chunk taker) {
        JavaPairRDD<Integer, LiveRows> now = LiveRows.all(graph);
        int round = 0;
        for (long left = Math.min(budget, graph.edgeCount()); left > 0; ) {
            round++;
            Cut cut = cut(graph, now, Math.min(chunk, left));
            JavaPairRDD<Integer, LiveRows> next = LiveRows.told(graph, taken(graph, now, cut), round);
            List<LiveRows.Taken> taken = new ArrayList<>();
            next.values().map(LiveRows::taken).collect().forEach(taken::addAll);
            Collections.sort(taken);
            taker.take(
                    taken.stream().map(edge -> new long[] {edge.u(), edge.v()}).toList());
            left -= taken.size();
            now.unpersist();
            now = next;
        }
        now.unpersist();
        return round;
    }

    /** Where the best so many edges end. */
    private static Cut cut(BlockGraph graph, JavaPairRDD<Integer, LiveRows> now, long wanted) {
        JavaRDD<Tuple2<Block, LiveRows>> rows =
                graph.blocks().join(now, graph.partitioner()).values();
        Map<Long, Long> histogram = rows.map(t -> histogram(t._1(), t._2())).treeReduce(DegreeChunks::sum);
        TreeMap<Long, Long> byKey = new TreeMap<>(Comparator.reverseOrder());
        byKey.putAll(histogram);
        long sum = 0;
        for (Map.Entry<Long, Long> entry : byKey.entrySet()) {
            if (sum + entry.getValue() >= wanted) {
                long key = entry.getKey();
                int rest = (int) (wanted - sum);
                long[] ties = rows.map(t -> ties(t._1(), t._2(), key, rest))
                        .treeReduce((a, b) -> first(concatenated(a, b), rest));
                return new Cut(key, ties[ties.length - 1]);
            }
            sum += entry.getValue();
        }
        throw new IllegalStateException("only " + sum + " of " + wanted + " edges are left");
    }

    private static Map<Long, Long> histogram(Block block, LiveRows rows) {
        Map<Long, Long> histogram = new HashMap<>();
        rows.forEach(block, (key, place, entry) -> histogram.merge(key, 1L, Long::sum));
        return histogram;
    }

    private static Map<Long, Long> sum(Map<Long, Long> a, Map<Long, Long> b) {
        Map<Long, Long> sum = new HashMap<>(a);
        b.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    private static long[] ties(Block block, LiveRows rows, long wanted, int most) {
        List<Long> ends = new ArrayList<>();
        rows.forEach(block, (key, place, entry) -> {
            if (key == wanted) {
                ends.add(BlockGraph.pair(block.vertex(place), block.neighbour(entry)));
            }
        });
        return first(ends.stream().mapToLong(e -> e).toArray(), most);
    }

    private static long[] concatenated(long[] a, long[] b) {
        long[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static long[] first(long[] numbers, int most) {
        Arrays.sort(numbers);
        return Arrays.copyOf(numbers, Math.min(most, numbers.length));
    }

    /** The blocks of both ends decide alike, from degrees that both know. */
    private static JavaPairRDD<Integer, LiveRows> taken(BlockGraph graph, JavaPairRDD<Integer, LiveRows> now, Cut cut) {
        long cutKey = cut.key();
        long cutEnds = cut.ends();
        return graph.blocks().join(now, graph.partitioner()).mapValues(t -> {
            Block block = t._1();
            LiveRows rows = t._2().copy();
            for (int i = 0; i < block.rows(); i++) {
                int count = 0;
                for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                    long key = LiveRows.key(rows.degree(i), rows.ghostDegree(block.columns[k]));
                    int u = Math.min(block.vertex(i), block.neighbour(k));
                    int v = Math.max(block.vertex(i), block.neighbour(k));
                    if (rows.has(k) && (key > cutKey || (key == cutKey && BlockGraph.pair(u, v) <= cutEnds))) {
                        rows.take(block, i, k);
                        count++;
                    }
                }
                for (int c = 0; c < count; c++) {
                    rows.lower(i);
                }
            }
            return rows;
        });
    }
}
