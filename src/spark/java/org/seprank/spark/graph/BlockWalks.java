package org.seprank.spark.graph;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The exact numbers of walks {@code rho_l(C, J)} from sets C to one set J, self-loops usable everywhere, for all
 * lengths up to one (Definition 4 of arXiv 2211.16494). A step sends 8 bytes for each vertex and block that names it.
 * Counts are 64-bit while all fit and {@link BigInteger} from the first step that overflows.
 */
public final class BlockWalks {
    private static final int CHECKPOINT = 10; // steps, so that what is lost is not counted from the start

    private BlockWalks() {}

    /** Counts of own vertices; {@code small} is empty once one does not fit, which {@code overflow} says. */
    private static final class Counts implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int from;
        private final long[] small;
        private final BigInteger[] big;
        private final boolean overflow;

        Counts(int from, long[] small, BigInteger[] big, boolean overflow) {
            this.from = from;
            this.small = small;
            this.big = big;
            this.overflow = overflow;
        }

        BigInteger at(int i) {
            return big.length > 0 ? big[i] : BigInteger.valueOf(small[i]);
        }

        Counts at(int[] places) {
            return big.length > 0
                    ? new Counts(
                            from,
                            small,
                            Arrays.stream(places).mapToObj(i -> big[i]).toArray(BigInteger[]::new),
                            false)
                    : new Counts(
                            from, Arrays.stream(places).mapToLong(i -> small[i]).toArray(), big, false);
        }
    }

    /**
     * Counts walks.
     *
     * @param ends J; empty stands for all vertices
     * @param starts the sets C, as boundaries
     * @param length the largest length, at least 0
     * @return by set, then by length 0..length
     */
    public static BigInteger[][] count(BlockGraph graph, BitSet ends, Starts starts, int length) {
        JavaPairRDD<Integer, Counts> now = graph.blocks().mapValues(b -> first(b, ends));
        List<JavaPairRDD<Integer, Counts>> old = new ArrayList<>();
        BigInteger[][] counts = new BigInteger[starts.size()][length + 1];
        boolean wide = false;
        for (int l = 0; l <= length; l++) {
            if (l > 0) {
                JavaPairRDD<Integer, Counts> next = kept(step(graph, now, wide), l);
                if (!wide && next.values().map(c -> c.overflow).fold(false, (a, b) -> a || b)) {
                    wide = true; // the step is taken again
                    next.unpersist();
                    next = kept(step(graph, now, true), l);
                }
                old.add(now);
                now = next;
            }
            BigInteger[] sums = starts.sums(graph, now.mapValues(BlockWalks::values));
            for (int c = 0; c < sums.length; c++) {
                counts[c][l] = sums[c];
            }
            if (old.size() > 1) {
                old.remove(0).unpersist();
            }
        }
        old.forEach(JavaPairRDD::unpersist);
        now.unpersist();
        return counts;
    }

    private static JavaPairRDD<Integer, Counts> kept(JavaPairRDD<Integer, Counts> counts, int step) {
        JavaPairRDD<Integer, Counts> kept = counts.persist(StorageLevel.MEMORY_AND_DISK());
        if (step % CHECKPOINT == 0 && counts.context().getCheckpointDir().isDefined()) {
            kept.checkpoint();
        }
        return kept;
    }

    private static Starts.Values values(Counts counts) {
        return new Starts.Values(counts.small, counts.big);
    }

    private static Counts first(Block block, BitSet ends) {
        long[] ones = new long[block.rows()];
        Arrays.setAll(ones, i -> ends.isEmpty() || ends.get(block.vertex(i)) ? 1 : 0);
        return new Counts(block.number, ones, new BigInteger[0], false);
    }

    private static JavaPairRDD<Integer, Counts> step(BlockGraph graph, JavaPairRDD<Integer, Counts> now, boolean wide) {
        JavaPairRDD<Integer, Counts> sent = graph.blocks()
                .join(now, graph.partitioner())
                .flatMapToPair(t -> {
                    List<Tuple2<Integer, Counts>> out = new ArrayList<>();
                    int[][] sends = t._2()._1().sends;
                    for (int q = 0; q < sends.length; q++) {
                        if (sends[q].length > 0) {
                            out.add(new Tuple2<>(q, t._2()._2().at(sends[q])));
                        }
                    }
                    return out.iterator();
                });
        return graph.blocks()
                .cogroup(now, sent, graph.partitioner())
                .mapValues(t -> next(t._1().iterator().next(), t._2().iterator().next(), t._3(), wide));
    }

    private static Counts next(Block block, Counts own, Iterable<Counts> sent, boolean wide) {
        boolean big = wide || own.big.length > 0;
        long[] small = new long[big ? 0 : block.ghosts.length];
        BigInteger[] large = new BigInteger[big ? block.ghosts.length : 0];
        for (Counts counts : sent) {
            int at = block.needs[counts.from];
            if (!big) {
                System.arraycopy(counts.small, 0, small, at, counts.small.length);
            } else {
                int size = Math.max(counts.small.length, counts.big.length);
                for (int i = 0; i < size; i++) {
                    large[at + i] = counts.at(i);
                }
            }
        }
        return big ? sums(block, own, large) : sums(block, own, small);
    }

    private static Counts sums(Block block, Counts own, long[] ghosts) {
        long[] next = new long[block.rows()];
        for (int i = 0; i < next.length; i++) {
            long sum = own.small[i];
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                sum += ghosts[block.columns[k]];
                if (sum < 0) {
                    return new Counts(block.number, new long[0], new BigInteger[0], true);
                }
            }
            next[i] = sum;
        }
        return new Counts(block.number, next, new BigInteger[0], false);
    }

    private static Counts sums(Block block, Counts own, BigInteger[] ghosts) {
        BigInteger[] next = new BigInteger[block.rows()];
        for (int i = 0; i < next.length; i++) {
            BigInteger sum = own.at(i);
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                sum = sum.add(ghosts[block.columns[k]]);
            }
            next[i] = sum;
        }
        return new Counts(block.number, new long[0], next, false);
    }
}
