package org.seprank.mapped;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.seprank.work.Progress;

/**
 * 1-WIS (L = 2, Algorithm 2 of arXiv 2211.16494) in chunks: all edges are ranked by the largest min(deg u, deg v), then
 * the largest max(deg u, deg v), then the smallest (u, v); the best K go, in this order; the degrees are brought up to
 * date and the rest is ranked again. With K = 1 it is the algorithm itself; the paper removes many edges between
 * rankings too.
 *
 * <p>A chunk takes three passes over the rows and O(K log K); memory is 4 n bytes, a quarter byte for each edge, and 32
 * bytes for each edge of a chunk. Not safe to share between threads.
 */
public final class ChunkedRemoval {
    private final MappedGraph graph;
    private final int[] degrees;
    private final long[] gone; // a bit for each place of a row
    private long[] keys = new long[16]; // of the chunk: min and max degree
    private long[] ends = new long[16]; // of the chunk: u and v
    private int taken;

    private ChunkedRemoval(MappedGraph graph) {
        this.graph = graph;
        this.degrees = graph.degrees();
        this.gone = new long[Math.toIntExact((2 * graph.edgeCount() + Long.SIZE - 1) / Long.SIZE)];
    }

    /** Takes removed edges in order. */
    @FunctionalInterface
    public interface Removed {
        /** The next edge, u less than v. */
        void edge(int u, int v) throws IOException;
    }

    /**
     * Removes edges.
     *
     * @param budget how many, in 0..m
     * @param chunk K, in 1..2^30
     * @return how often edges were ranked
     * @throws CancellationException if {@code progress} asks to stop, between two chunks
     */
    public static int run(MappedGraph graph, long budget, int chunk, Removed removed, Progress progress)
            throws IOException {
        if (budget < 0 || budget > graph.edgeCount()) {
            throw new IllegalArgumentException("budget " + budget + " is not in 0.." + graph.edgeCount());
        }
        if (chunk < 1 || chunk > 1 << 30) {
            throw new IllegalArgumentException("chunk " + chunk + " is not in 1.." + (1 << 30));
        }
        ChunkedRemoval removal = new ChunkedRemoval(graph);
        progress.start("removing edges", budget);
        int rounds = 0;
        for (long left = budget; left > 0; left -= removal.taken, rounds++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            removal.take((int) Math.min(chunk, left));
            removal.handOver(removed);
            progress.advanceTo(budget - left + removal.taken);
        }
        return rounds;
    }

    /** Work on an edge that is left. */
    @FunctionalInterface
    private interface EachEdge {
        void edge(int u, int v, long place);
    }

    private void forEachLeft(EachEdge work) {
        int n = graph.vertexCount();
        long k = 0;
        for (int u = 0; u < n; u++) {
            for (long end = graph.start(u + 1); k < end; k++) {
                int v = graph.neighbour(k);
                if (u < v && ((gone[(int) (k >>> 6)] >>> k) & 1) == 0) {
                    work.edge(u, v, k);
                }
            }
        }
    }

    private int least(int u, int v) {
        return Math.min(degrees[u], degrees[v]);
    }

    private int most(int u, int v) {
        return Math.max(degrees[u], degrees[v]);
    }

    /** Collects the best edges and removes them. */
    private void take(int count) {
        int max = Arrays.stream(degrees).max().orElse(0);
        long[] byLeast = new long[max + 1];
        forEachLeft((u, v, k) -> byLeast[least(u, v)]++);
        int level = cut(byLeast, count);
        long room = count - above(byLeast, level);
        long[] byMost = new long[max + 1];
        forEachLeft((u, v, k) -> byMost[most(u, v)] += least(u, v) == level ? 1 : 0);
        int cut = cut(byMost, room);
        long[] ties = {room - above(byMost, cut)};
        taken = 0;
        forEachLeft((u, v, k) -> {
            int a = least(u, v);
            int b = most(u, v);
            boolean better = a > level || (a == level && b > cut);
            if (better || (a == level && b == cut && ties[0]-- > 0)) {
                put(a, b, u, v);
                gone[(int) (k >>> 6)] |= 1L << k;
            }
        });
        for (int i = 0; i < taken; i++) {
            degrees[(int) (ends[i] >>> 32)]--;
            degrees[(int) ends[i]]--;
        }
    }

    /** The largest degree so that no fewer than {@code count} edges have it or a larger one. */
    private static int cut(long[] histogram, long count) {
        long sum = 0;
        int degree = histogram.length;
        while (sum < count) {
            sum += histogram[--degree];
        }
        return degree;
    }

    private static long above(long[] histogram, int degree) {
        long sum = 0;
        for (int d = degree + 1; d < histogram.length; d++) {
            sum += histogram[d];
        }
        return sum;
    }

    private void put(int least, int most, int u, int v) {
        if (taken == keys.length) {
            int more = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * taken);
            keys = Arrays.copyOf(keys, more);
            ends = Arrays.copyOf(ends, more);
        }
        keys[taken] = ((long) least << 32) | most;
        ends[taken++] = ((long) u << 32) | v;
    }

    /** Edges were met in ascending order, so a stable sort by descending keys is enough. */
    private void handOver(Removed removed) throws IOException {
        long[] distinct = Arrays.stream(keys, 0, taken).sorted().distinct().toArray();
        int[] next = new int[distinct.length + 1];
        int[] ranks = new int[taken];
        for (int i = 0; i < taken; i++) {
            ranks[i] = distinct.length - 1 - Arrays.binarySearch(distinct, keys[i]);
            next[ranks[i] + 1]++;
        }
        for (int r = 0; r < distinct.length; r++) {
            next[r + 1] += next[r];
        }
        long[] ordered = new long[taken];
        for (int i = 0; i < taken; i++) {
            ordered[next[ranks[i]]++] = ends[i];
        }
        for (long edge : ordered) {
            removed.edge((int) (edge >>> 32), (int) edge);
        }
    }
}
