package org.seprank.spark.graph;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Sets of vertices in which walks start: all vertices, and then the boundaries of partitions, those vertices that have
 * a neighbour on the other side. Partitions are labels of vertices, several for each: a value of a label stands for the
 * partition of the vertices that have it and the rest. Kept as a bit for each vertex and set with the blocks.
 */
public final class Starts {
    private final JavaPairRDD<Integer, BitSet[]> sets;
    private final int size;

    private Starts(JavaPairRDD<Integer, BitSet[]> sets, int size) {
        this.sets = sets;
        this.size = size;
    }

    /** Values of the own vertices of a block; of large ones the first array is empty, of others the second. */
    static final class Values implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long[] small;
        private final BigInteger[] big;

        Values(long[] small, BigInteger[] big) {
            this.small = small;
            this.big = big;
        }
    }

    /**
     * A label of a vertex.
     *
     * @param vertex which has it
     * @param set which of the partitions has the vertex on its side, 0..partitions-1
     */
    public record Label(int vertex, int set) implements Serializable {}

    /**
     * All vertices, and the boundaries of partitions.
     *
     * @param labels of vertices; one may have several or none
     * @param partitions how many
     */
    public static Starts of(BlockGraph graph, JavaRDD<Label> labels, int partitions) {
        int parts = graph.parts();
        JavaPairRDD<Integer, BitSet[]> sides = graph.blocks()
                .cogroup(labels.mapToPair(label -> new Tuple2<>(label.vertex() % parts, label)), graph.partitioner())
                .mapValues(t -> sides(t._1().iterator().next(), t._2(), partitions));
        JavaPairRDD<Integer, Tuple2<Integer, BitSet[]>> sent = graph.blocks()
                .join(sides, graph.partitioner())
                .flatMapToPair(t -> sent(t._2()._1(), t._2()._2()).iterator());
        JavaPairRDD<Integer, BitSet[]> boundaries = graph.blocks()
                .cogroup(sides, sent, graph.partitioner())
                .mapValues(t ->
                        boundaries(t._1().iterator().next(), t._2().iterator().next(), t._3()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Starts(boundaries, partitions + 1);
    }

    private static BitSet[] sides(Block block, Iterable<Label> labels, int partitions) {
        BitSet[] sides = empty(partitions);
        for (Label label : labels) {
            sides[label.set()].set(label.vertex() / block.parts);
        }
        return sides;
    }

    private static BitSet[] empty(int count) {
        BitSet[] sets = new BitSet[count];
        for (int c = 0; c < count; c++) {
            sets[c] = new BitSet();
        }
        return sets;
    }

    private static List<Tuple2<Integer, Tuple2<Integer, BitSet[]>>> sent(Block block, BitSet[] sides) {
        List<Tuple2<Integer, Tuple2<Integer, BitSet[]>>> out = new ArrayList<>();
        for (int q = 0; q < block.parts; q++) {
            int[] places = block.sends[q];
            BitSet[] some = empty(sides.length);
            for (int i = 0; i < places.length; i++) {
                for (int c = 0; c < sides.length; c++) {
                    some[c].set(i, sides[c].get(places[i]));
                }
            }
            if (places.length > 0) {
                out.add(new Tuple2<>(q, new Tuple2<>(block.number, some)));
            }
        }
        return out;
    }

    private static BitSet[] boundaries(Block block, BitSet[] sides, Iterable<Tuple2<Integer, BitSet[]>> sent) {
        BitSet[] ghosts = empty(sides.length);
        for (Tuple2<Integer, BitSet[]> message : sent) {
            for (int c = 0; c < sides.length; c++) {
                BitSet some = message._2()[c];
                for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
                    ghosts[c].set(block.needs[message._1()] + i);
                }
            }
        }
        BitSet[] sets = empty(sides.length + 1);
        sets[0].set(0, block.rows());
        for (int c = 0; c < sides.length; c++) {
            for (int i = 0; i < block.rows(); i++) {
                boolean side = sides[c].get(i);
                for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                    if (ghosts[c].get(block.columns[k]) != side) {
                        sets[c + 1].set(i);
                        break;
                    }
                }
            }
        }
        return sets;
    }

    /** How many sets: 1 and the number of partitions. */
    public int size() {
        return size;
    }

    /** The number of vertices of each set. */
    public long[] sizes() {
        int count = size;
        return sets.values()
                .map(some -> {
                    long[] sizes = new long[count];
                    for (int c = 0; c < count; c++) {
                        sizes[c] = some[c].cardinality();
                    }
                    return sizes;
                })
                .fold(new long[count], (a, b) -> {
                    long[] sum = a.clone();
                    for (int c = 0; c < count; c++) {
                        sum[c] += b[c];
                    }
                    return sum;
                });
    }

    /** The sum of values over each set. */
    BigInteger[] sums(BlockGraph graph, JavaPairRDD<Integer, Values> values) {
        BigInteger[] zero = new BigInteger[size];
        Arrays.fill(zero, BigInteger.ZERO);
        Function2<BigInteger[], BigInteger[], BigInteger[]> plus = (a, b) -> {
            BigInteger[] sum = a.clone();
            for (int c = 0; c < sum.length; c++) {
                sum[c] = sum[c].add(b[c]);
            }
            return sum;
        };
        return sets.join(values, graph.partitioner())
                .values()
                .map(t -> sums(t._1(), t._2()))
                .fold(zero, plus);
    }

    private static BigInteger[] sums(BitSet[] sets, Values values) {
        BigInteger[] sums = new BigInteger[sets.length];
        for (int c = 0; c < sets.length; c++) {
            BigInteger total = BigInteger.ZERO;
            long partial = 0;
            for (int i = sets[c].nextSetBit(0); i >= 0; i = sets[c].nextSetBit(i + 1)) {
                if (values.big.length > 0) {
                    total = total.add(values.big[i]);
                } else if (partial > Long.MAX_VALUE - values.small[i]) {
                    total = total.add(BigInteger.valueOf(partial));
                    partial = values.small[i];
                } else {
                    partial += values.small[i];
                }
            }
            sums[c] = total.add(BigInteger.valueOf(partial));
        }
        return sums;
    }

    /** Lets go of what is kept of it. */
    public void close() {
        sets.unpersist();
    }
}
