package org.seprank.dataset.file;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.ParallelEdges;

/**
 * Arcs (tail, head) as an edge index lists them. Where every arc has its opposite they are the two directions of the
 * edges of an undirected graph, otherwise the graph is directed. Time O(n + m log maxDegree), memory 16 bytes per arc.
 */
public final class ListedArcs {
    private static final int SHORT = 24;

    private final int n;
    private final int[] tails;
    private final int[] heads;
    private final double[] weights;
    private final int[] offsets;
    private final long[] rows; // per smaller end, (larger end, index as listed, whether the larger end is the tail)

    /**
     * Arcs between the vertices 0..n-1. The arrays become its own.
     *
     * @param weights of the arcs; empty: none
     * @throws IllegalArgumentException if an end is no vertex
     */
    public ListedArcs(int n, int[] tails, int[] heads, double[] weights) {
        this.n = n;
        this.tails = tails;
        this.heads = heads;
        this.weights = weights;
        this.offsets = new int[n + 1];
        this.rows = new long[tails.length];
        sort();
    }

    private void sort() {
        for (int k = 0; k < tails.length; k++) {
            int u = tails[k];
            int v = heads[k];
            if (u < 0 || v < 0 || u >= n || v >= n) {
                throw new IllegalArgumentException("edge (" + u + ", " + v + ") has an end outside 0.." + (n - 1));
            }
            offsets[Math.min(u, v) + 1]++;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] next = Arrays.copyOf(offsets, n);
        for (int k = 0; k < tails.length; k++) {
            int u = tails[k];
            int v = heads[k];
            long place = ((long) k << 1) | (u > v ? 1 : 0);
            rows[next[Math.min(u, v)]++] = ((long) Math.max(u, v) << 32) | (place & 0xffffffffL);
        }
        for (int v = 0; v < n; v++) {
            sort(offsets[v], offsets[v + 1]);
        }
    }

    /** Most rows are so short that a call of the library's sort takes longer than sorting them. */
    private void sort(int from, int to) {
        if (to - from > SHORT) {
            Arrays.sort(rows, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long row = rows[i];
            int at = i;
            for (; at > from && rows[at - 1] > row; at--) {
                rows[at] = rows[at - 1];
            }
            rows[at] = row;
        }
    }

    /** Takes the arcs between two vertices: those in {@code rows} from..to-1. */
    private interface Run {
        void take(int smaller, int larger, int from, int to);
    }

    private void forEachRun(Run run) {
        for (int v = 0; v < n; v++) {
            for (int i = offsets[v], j = i; i < offsets[v + 1]; i = j) {
                while (j < offsets[v + 1] && rows[j] >>> 32 == rows[i] >>> 32) {
                    j++;
                }
                run.take(v, (int) (rows[i] >>> 32), i, j);
            }
        }
    }

    private boolean backward(int i) {
        return (rows[i] & 1) != 0;
    }

    private int index(int i) {
        return (int) rows[i] >>> 1;
    }

    private int countBackward(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += backward(i) ? 1 : 0;
        }
        return count;
    }

    /** n. */
    public int vertexCount() {
        return n;
    }

    /** How many there are. */
    public int size() {
        return tails.length;
    }

    /** How many arcs, self-loops aside, have no opposite. */
    public long unmatched() {
        long[] count = {0};
        forEachRun((u, v, from, to) -> {
            int back = countBackward(from, to);
            if (u != v && (back == 0 || back == to - from)) {
                count[0] += to - from;
            }
        });
        return count[0];
    }

    /** How many pairs of opposite arcs have two weights, of which an undirected edge keeps the first. */
    public long unequal() {
        long[] count = {0};
        if (weights.length > 0) {
            forEachRun((u, v, from, to) -> {
                for (int i = from + 1; i < to; i++) {
                    if (Double.compare(weights[index(i)], weights[index(from)]) != 0) {
                        count[0]++;
                        return;
                    }
                }
            });
        }
        return count[0];
    }

    /** The graph, with self-loops and duplicates counted; the opposite of an arc is no duplicate of its edge. */
    public Graph graph(boolean directed, ParallelEdges parallel) {
        GraphBuilder builder =
                GraphBuilder.over(n, directed).withParallelEdges(parallel).expectEdges(tails.length);
        if (directed) {
            for (int k = 0; k < tails.length; k++) {
                add(builder, tails[k], heads[k], k);
            }
        } else {
            forEachRun((u, v, from, to) -> addEdges(builder, u, v, from, to));
        }
        return builder.build();
    }

    /** An edge as often as its smaller end lists it, else as its larger end does; two entries of a loop are one. */
    private void addEdges(GraphBuilder builder, int u, int v, int from, int to) {
        int back = countBackward(from, to);
        boolean mirrored = back > 0 && back < to - from;
        for (int i = from; i < to; i++) {
            boolean second = u == v ? (i - from) % 2 == 1 : mirrored && backward(i);
            if (!second) {
                add(builder, u, v, index(i));
            }
        }
    }

    private void add(GraphBuilder builder, int u, int v, int k) {
        if (weights.length == 0) {
            builder.edge(u, v);
        } else {
            builder.edge(u, v, weights[k]);
        }
    }

    /** For every edge of their graph the index of the first arc that names it. */
    public int[] firstOf(Graph graph) {
        int[] first = new int[graph.edgeCount()];
        Arrays.fill(first, -1);
        for (int k = 0; k < tails.length; k++) {
            int edge = tails[k] == heads[k] ? -1 : graph.edgeBetween(tails[k], heads[k]);
            if (edge >= 0 && first[edge] < 0) {
                first[edge] = k;
            }
        }
        return first;
    }
}
