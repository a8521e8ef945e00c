package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * What is left of a block's edges: entries that are gone, the degrees of own vertices and of ghosts, and the edges
 * taken last, each at its smaller end. Not to be written to once a step has made it.
 */
final class LiveRows implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CHECKPOINT = 10; // rounds, so that what is lost is not made from the start

    private final long[] gone; // a bit for each entry
    private final int[] degrees;
    private final int[] ghostDegrees;
    private final List<Taken> taken;
    private long left; // entries

    private LiveRows(long[] gone, int[] degrees, int[] ghostDegrees, long left) {
        this.gone = gone;
        this.degrees = degrees;
        this.ghostDegrees = ghostDegrees;
        this.left = left;
        this.taken = new ArrayList<>();
    }

    /**
     * An edge that was taken, in the order of 1-WIS: the largest of the smaller degrees, then of the larger ones, then
     * the smallest ends.
     *
     * @param least the smaller degree of its ends then
     * @param most the larger one
     * @param u its smaller end
     * @param v its larger end
     */
    record Taken(int least, int most, int u, int v) implements Comparable<Taken>, Serializable {
        @Override
        public int compareTo(Taken other) {
            int byDegrees = Long.compare(other.key(), key());
            return byDegrees != 0 ? byDegrees : Long.compare(ends(), other.ends());
        }

        long key() {
            return LiveRows.key(least, most);
        }

        long ends() {
            return BlockGraph.pair(u, v);
        }
    }

    /** Both degrees as one number, the larger the sooner an edge goes. */
    static long key(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    /** Everything is left. */
    static JavaPairRDD<Integer, LiveRows> all(BlockGraph graph) {
        return graph.blocks()
                .join(graph.ghostDegrees(), graph.partitioner())
                .mapValues(t -> new LiveRows(
                        new long[(t._1().columns.length >> 6) + 1], t._1().degrees(), t._2(), t._1().columns.length))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** A copy that may be changed, with no edges taken yet. */
    LiveRows copy() {
        return new LiveRows(gone.clone(), degrees.clone(), ghostDegrees, left);
    }

    boolean has(int entry) {
        return ((gone[entry >> 6] >>> entry) & 1) == 0;
    }

    int degree(int place) {
        return degrees[place];
    }

    int ghostDegree(int ghost) {
        return ghostDegrees[ghost];
    }

    long left() {
        return left;
    }

    List<Taken> taken() {
        return taken;
    }

    /** Takes the edge of an entry; degrees stay until {@link #lower}. */
    void take(Block block, int place, int entry) {
        gone[entry >> 6] |= 1L << entry;
        left--;
        int u = block.vertex(place);
        int v = block.neighbour(entry);
        if (u < v) {
            int a = degrees[place];
            int b = ghostDegrees[block.columns[entry]];
            taken.add(new Taken(Math.min(a, b), Math.max(a, b), u, v));
        }
    }

    void lower(int place) {
        degrees[place]--;
    }

    /** The same with the degrees that the others have now: every block sends those of its vertices that are named. */
    static JavaPairRDD<Integer, LiveRows> told(BlockGraph graph, JavaPairRDD<Integer, LiveRows> rows, int round) {
        JavaPairRDD<Integer, BlockGraph.Message> sent = graph.blocks()
                .join(rows, graph.partitioner())
                .flatMapToPair(
                        t -> BlockGraph.sent(t._2()._1(), t._2()._2().degrees).iterator());
        JavaPairRDD<Integer, LiveRows> told = graph.blocks()
                .cogroup(rows, sent, graph.partitioner())
                .mapValues(t -> t._2().iterator()
                        .next()
                        .with(BlockGraph.ghosts(t._1().iterator().next(), t._3())))
                .persist(StorageLevel.MEMORY_AND_DISK());
        if (round % CHECKPOINT == 0 && told.context().getCheckpointDir().isDefined()) {
            told.checkpoint();
        }
        return told;
    }

    private LiveRows with(int[] ghosts) {
        LiveRows rows = new LiveRows(gone, degrees, ghosts, left);
        rows.taken.addAll(taken);
        return rows;
    }

    /** Work on an edge that is left, at its smaller end. */
    @FunctionalInterface
    interface EachEdge {
        void edge(long key, int place, int entry);
    }

    void forEach(Block block, EachEdge work) {
        for (int i = 0; i < block.rows(); i++) {
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                if (has(k) && block.vertex(i) < block.neighbour(k)) {
                    work.edge(key(degrees[i], ghostDegrees[block.columns[k]]), i, k);
                }
            }
        }
    }
}
