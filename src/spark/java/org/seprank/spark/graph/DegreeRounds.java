package org.seprank.spark.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * 1-WIS (L = 2, Algorithm 2 of arXiv 2211.16494) by rounds, exact: every vertex prefers the neighbour of largest
 * degree, of equal ones the first edge; edges that both ends prefer are taken at once. Degrees only fall, so that no
 * edge beside such a one can overtake it before it is taken, and the order by key at removal is that of the algorithm.
 *
 * <p>A round sends two numbers for each vertex and one for each vertex and block that names it. There are about 70
 * rounds on Erdős–Rényi graphs of any size, and as many as the largest degree on power laws, where {@link DegreeChunks}
 * is the better choice. The driver holds all edges.
 */
public final class DegreeRounds {
    private static final int NONE = -1;

    private DegreeRounds() {}

    /**
     * All edges in the order of removal.
     *
     * @param limit of rounds
     * @throws IllegalStateException if edges are left after so many rounds
     */
    public static List<long[]> order(BlockGraph graph, int limit) {
        List<LiveRows.Taken> all = new ArrayList<>();
        JavaPairRDD<Integer, LiveRows> now = LiveRows.all(graph);
        long left = 2 * graph.edgeCount();
        for (int round = 1; left > 0; round++) {
            if (round > limit) {
                throw new IllegalStateException(
                        left / 2 + " edges are left after " + limit + " rounds; take chunks, or more rounds");
            }
            JavaPairRDD<Integer, LiveRows> matched = matched(graph, now).persist(StorageLevel.MEMORY_AND_DISK());
            JavaPairRDD<Integer, LiveRows> next = LiveRows.told(graph, matched, round);
            left = 0;
            for (Tuple2<Long, List<LiveRows.Taken>> some : next.values()
                    .map(rows -> new Tuple2<>(rows.left(), rows.taken()))
                    .collect()) {
                left += some._1();
                all.addAll(some._2());
            }
            matched.unpersist();
            now.unpersist();
            now = next;
        }
        now.unpersist();
        Collections.sort(all);
        return all.stream().map(edge -> new long[] {edge.u(), edge.v()}).toList();
    }

    private static JavaPairRDD<Integer, LiveRows> matched(BlockGraph graph, JavaPairRDD<Integer, LiveRows> now) {
        JavaPairRDD<Integer, EdgeNumbers> proposals = graph.blocks()
                .join(now, graph.partitioner())
                .flatMapToPair(t -> {
                    Block block = t._2()._1();
                    int[] best = preferred(block, t._2()._2());
                    EdgeNumbers.Outgoing out = new EdgeNumbers.Outgoing(block.parts);
                    for (int i = 0; i < best.length; i++) {
                        if (best[i] != NONE) {
                            out.add(block.neighbour(best[i]), block.vertex(i), 1);
                        }
                    }
                    return out.list().iterator();
                });
        return graph.blocks().cogroup(now, proposals, graph.partitioner()).mapValues(t -> {
            Block block = t._1().iterator().next();
            LiveRows rows = t._2().iterator().next().copy();
            return taken(block, rows, t._3());
        });
    }

    private static LiveRows taken(Block block, LiveRows rows, Iterable<EdgeNumbers> proposals) {
        int[] best = preferred(block, rows);
        boolean[] wanted = new boolean[block.columns.length];
        EdgeNumbers.forEach(block, proposals, (entry, any) -> wanted[entry] = true);
        for (int i = 0; i < best.length; i++) {
            if (best[i] != NONE && wanted[best[i]]) {
                rows.take(block, i, best[i]);
                rows.lower(i);
            }
        }
        return rows;
    }

    /** The entry that each own vertex prefers. */
    private static int[] preferred(Block block, LiveRows rows) {
        int[] best = new int[block.rows()];
        for (int i = 0; i < best.length; i++) {
            best[i] = NONE;
            int most = 0;
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                int degree = rows.has(k) ? rows.ghostDegree(block.columns[k]) : 0;
                if (degree > most || (degree == most && degree > 0 && isBefore(block, i, k, best[i]))) {
                    most = degree;
                    best[i] = k;
                }
            }
        }
        return best;
    }

    /**
     * Whether the edge of an entry is before that of another of the same row, in the order of (smaller, larger) end.
     */
    private static boolean isBefore(Block block, int place, int entry, int other) {
        return ends(block.vertex(place), block.neighbour(entry)) < ends(block.vertex(place), block.neighbour(other));
    }

    private static long ends(int u, int v) {
        return BlockGraph.pair(Math.min(u, v), Math.max(u, v));
    }
}
