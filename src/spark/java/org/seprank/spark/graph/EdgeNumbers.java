package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** Numbers of edges on their way to the block of one end: each names the own vertex and its neighbour there. */
final class EdgeNumbers implements Serializable {
    private static final long serialVersionUID = 1L;

    private long[] ends = new long[16];
    private double[] values = new double[16];
    private int size;

    private void add(int at, int other, double value) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        ends[size] = BlockGraph.pair(at, other);
        values[size++] = value;
    }

    /** Collects what goes to each block. */
    static final class Outgoing {
        private final EdgeNumbers[] to;

        Outgoing(int parts) {
            this.to = new EdgeNumbers[parts];
        }

        /** The number of an edge goes to the block of the first end. */
        void add(int at, int other, double value) {
            int q = at % to.length;
            if (to[q] == null) {
                to[q] = new EdgeNumbers();
            }
            to[q].add(at, other, value);
        }

        List<Tuple2<Integer, EdgeNumbers>> list() {
            List<Tuple2<Integer, EdgeNumbers>> list = new ArrayList<>();
            for (int q = 0; q < to.length; q++) {
                if (to[q] != null) {
                    to[q].ends = Arrays.copyOf(to[q].ends, to[q].size);
                    to[q].values = Arrays.copyOf(to[q].values, to[q].size);
                    list.add(new Tuple2<>(q, to[q]));
                }
            }
            return list;
        }
    }

    /** What is done with a number at the entry that it belongs to. */
    @FunctionalInterface
    interface AtEntry {
        void take(int entry, double value);
    }

    /** Hands over the numbers that a block got. */
    static void forEach(Block block, Iterable<EdgeNumbers> got, AtEntry taker) {
        for (EdgeNumbers numbers : got) {
            for (int i = 0; i < numbers.size; i++) {
                taker.take(block.entry((int) (numbers.ends[i] >>> 32), (int) numbers.ends[i]), numbers.values[i]);
            }
        }
    }

    /**
     * Brings the numbers of the two entries of every edge together at its smaller end, the larger of both; entries
     * whose neighbour is smaller get NaN.
     *
     * @param entries a number for each entry of each block
     */
    static JavaPairRDD<Integer, double[]> larger(BlockGraph graph, JavaPairRDD<Integer, double[]> entries) {
        JavaPairRDD<Integer, EdgeNumbers> sent = graph.blocks()
                .join(entries, graph.partitioner())
                .flatMapToPair(t -> ofLargerEnds(t._2()._1(), t._2()._2()).iterator());
        return graph.blocks().cogroup(entries, sent, graph.partitioner()).mapValues(t -> {
            Block block = t._1().iterator().next();
            double[] own = t._2().iterator().next().clone();
            forEach(block, t._3(), (entry, value) -> own[entry] = Math.max(own[entry], value));
            for (int i = 0; i < block.rows(); i++) {
                for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                    own[k] = block.neighbour(k) < block.vertex(i) ? Double.NaN : own[k];
                }
            }
            return own;
        });
    }

    private static List<Tuple2<Integer, EdgeNumbers>> ofLargerEnds(Block block, double[] entries) {
        Outgoing out = new Outgoing(block.parts);
        for (int i = 0; i < block.rows(); i++) {
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                if (block.neighbour(k) < block.vertex(i)) {
                    out.add(block.neighbour(k), block.vertex(i), entries[k]);
                }
            }
        }
        return out.list();
    }
}
