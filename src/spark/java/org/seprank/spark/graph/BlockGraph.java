package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * An undirected graph on 0..n-1 without self-loops and parallel edges, its rows dealt to blocks. About 10 bytes per
 * direction of an edge, kept in memory and on the disks of the executors.
 */
public final class BlockGraph {
    private static final int CHUNK = 1 << 12;

    private final JavaPairRDD<Integer, Block> blocks;
    private final int parts;
    private final int vertexCount;
    private final long edgeCount;

    private BlockGraph(JavaPairRDD<Integer, Block> blocks, int parts, int vertexCount) {
        this.blocks = blocks;
        this.parts = parts;
        this.vertexCount = vertexCount;
        this.edgeCount = blocks.values().map(b -> (long) b.columns.length).fold(0L, Long::sum) / 2;
    }

    /**
     * An edge.
     *
     * @param u an end, at least 0
     * @param v the other one
     * @param weight of it
     */
    public record WeightedEdge(int u, int v, double weight) implements Serializable {}

    /** Ends and weights on their way to a block. */
    private static final class Arcs implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long[] ends;
        private final double[] weights;

        Arcs(long[] ends, double[] weights) {
            this.ends = ends;
            this.weights = weights;
        }
    }

    /**
     * Deals the rows of a graph.
     *
     * @param edges in any direction; self-loops are left out, and of repeated edges all but the lightest
     * @param vertexCount n
     * @param parts how many blocks, at least 1
     * @param weighted whether weights matter
     */
    public static BlockGraph of(JavaRDD<WeightedEdge> edges, int vertexCount, int parts, boolean weighted) {
        JavaPairRDD<Integer, Block> blocks = edges.mapPartitionsToPair(rows -> dealt(rows, parts, weighted))
                .partitionBy(new HashPartitioner(parts))
                .mapPartitionsToPair(arcs -> block(arcs, vertexCount, parts, weighted), true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new BlockGraph(blocks, parts, vertexCount);
    }

    private static Iterator<Tuple2<Integer, Arcs>> dealt(Iterator<WeightedEdge> rows, int parts, boolean weighted) {
        List<Tuple2<Integer, Arcs>> out = new ArrayList<>();
        long[][] ends = new long[parts][CHUNK];
        double[][] weights = new double[parts][weighted ? CHUNK : 0];
        int[] sizes = new int[parts];
        while (rows.hasNext()) {
            WeightedEdge edge = rows.next();
            for (int side = 0; edge.u() != edge.v() && side < 2; side++) {
                int from = side == 0 ? edge.u() : edge.v();
                int q = from % parts;
                if (weighted) {
                    weights[q][sizes[q]] = edge.weight();
                }
                ends[q][sizes[q]++] = pair(from, side == 0 ? edge.v() : edge.u());
                if (sizes[q] == CHUNK) {
                    out.add(new Tuple2<>(q, new Arcs(ends[q].clone(), weights[q].clone())));
                    sizes[q] = 0;
                }
            }
        }
        for (int q = 0; q < parts; q++) {
            double[] some = weighted ? Arrays.copyOf(weights[q], sizes[q]) : new double[0];
            out.add(new Tuple2<>(q, new Arcs(Arrays.copyOf(ends[q], sizes[q]), some)));
        }
        return out.iterator();
    }

    /** Two vertices as one number, the first in the upper half. */
    static long pair(int u, int v) {
        return ((long) u << 32) | v;
    }

    /** The block of this partition, which has its number. */
    private static Iterator<Tuple2<Integer, Block>> block(
            Iterator<Tuple2<Integer, Arcs>> dealt, int vertexCount, int parts, boolean weighted) {
        int number = TaskContext.getPartitionId();
        List<Arcs> all = new ArrayList<>();
        long total = 0;
        while (dealt.hasNext()) {
            Arcs arcs = dealt.next()._2();
            all.add(arcs);
            total += arcs.ends.length;
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("block " + number + " has " + total + " entries; take more blocks");
        }
        SortedArcs sorted = new SortedArcs((int) total, weighted);
        all.forEach(arcs -> sorted.add(arcs.ends, arcs.weights));
        int rows = number < vertexCount ? (vertexCount - 1 - number) / parts + 1 : 0;
        return List.of(new Tuple2<>(number, sorted.block(number, parts, rows))).iterator();
    }

    /** The blocks by number; that of number p is in partition p. */
    JavaPairRDD<Integer, Block> blocks() {
        return blocks;
    }

    HashPartitioner partitioner() {
        return new HashPartitioner(parts);
    }

    int parts() {
        return parts;
    }

    /** n. */
    public int vertexCount() {
        return vertexCount;
    }

    /** m. */
    public long edgeCount() {
        return edgeCount;
    }

    /** Numbers on their way from a block to another. */
    static final class Message implements Serializable {
        private static final long serialVersionUID = 1L;

        final int from;
        final int[] numbers;

        Message(int from, int[] numbers) {
            this.from = from;
            this.numbers = numbers;
        }
    }

    /** Sends a number of each own vertex to the blocks that name it. */
    static List<Tuple2<Integer, Message>> sent(Block block, int[] own) {
        List<Tuple2<Integer, Message>> out = new ArrayList<>();
        for (int q = 0; q < block.parts; q++) {
            int[] places = block.sends[q];
            if (places.length > 0) {
                out.add(new Tuple2<>(
                        q,
                        new Message(
                                block.number,
                                Arrays.stream(places).map(i -> own[i]).toArray())));
            }
        }
        return out;
    }

    /** Puts what was sent at the places of the ghosts. */
    static int[] ghosts(Block block, Iterable<Message> messages) {
        int[] values = new int[block.ghosts.length];
        for (Message message : messages) {
            System.arraycopy(message.numbers, 0, values, block.needs[message.from], message.numbers.length);
        }
        return values;
    }

    /** The degrees of the ghosts of every block. */
    JavaPairRDD<Integer, int[]> ghostDegrees() {
        JavaPairRDD<Integer, Message> messages =
                blocks.flatMapToPair(t -> sent(t._2(), t._2().degrees()).iterator());
        return blocks.cogroup(messages, partitioner())
                .mapValues(t -> ghosts(t._1().iterator().next(), t._2()));
    }

    /** Lets go of what is kept of it. */
    public void close() {
        blocks.unpersist();
    }
}
