package org.seprank.graph;

import java.util.Arrays;

/**
 * The neighbours of every vertex in one direction, as compressed sparse rows: the neighbours of {@code v} are
 * {@code neighbours()[offsets()[v] .. offsets()[v+1]-1]}, ascending, and {@code edges()} names the edge of each entry.
 *
 * <p>The arrays are the graph's own, handed out so that inner loops can run on them; they must not be written to.
 */
public final class Adjacency {
    private final int[] offsets;
    private final int[] neighbours;
    private final int[] edges;

    Adjacency(int[] offsets, int[] neighbours, int[] edges) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.edges = edges;
    }

    /** Row starts, length n+1. Read only. */
    public int[] offsets() {
        return offsets;
    }

    /** Neighbours row by row, each row ascending. Read only. */
    public int[] neighbours() {
        return neighbours;
    }

    /** The edge of each entry of {@link #neighbours()}. Read only. */
    public int[] edges() {
        return edges;
    }

    /** The number of neighbours of {@code v}, itself not counted. */
    public int degree(int v) {
        return offsets[v + 1] - offsets[v];
    }

    /** The largest degree, 0 in a graph without edges. */
    public int maxDegree() {
        int max = 0;
        for (int v = 0; v + 1 < offsets.length; v++) {
            max = Math.max(max, degree(v));
        }
        return max;
    }

    /** The edge that makes {@code w} a neighbour of {@code v}, or -1. Time O(log degree(v)). */
    public int edgeTo(int v, int w) {
        int at = Arrays.binarySearch(neighbours, offsets[v], offsets[v + 1], w);
        return at < 0 ? -1 : edges[at];
    }

    /** Edges in ascending order of (from, to). */
    static Adjacency rows(int n, int[] from, int[] to) {
        int[] offsets = new int[n + 1];
        for (int v : from) {
            offsets[v + 1]++;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] next = offsets.clone();
        int[] neighbours = new int[from.length];
        int[] edges = new int[from.length];
        for (int e = 0; e < from.length; e++) {
            int at = next[from[e]]++;
            neighbours[at] = to[e];
            edges[at] = e;
        }
        return new Adjacency(offsets, neighbours, edges);
    }

    /** Edges sorted by (smaller end, larger end) fill each row in ascending order: first its smaller neighbours. */
    static Adjacency bothEnds(int n, int[] sources, int[] targets) {
        int[] offsets = new int[n + 1];
        for (int e = 0; e < sources.length; e++) {
            offsets[sources[e] + 1]++;
            offsets[targets[e] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] = Math.addExact(offsets[v + 1], offsets[v]);
        }
        int[] next = offsets.clone();
        int[] neighbours = new int[offsets[n]];
        int[] edges = new int[offsets[n]];
        for (int e = 0; e < sources.length; e++) {
            int at = next[sources[e]]++;
            neighbours[at] = targets[e];
            edges[at] = e;
            at = next[targets[e]]++;
            neighbours[at] = sources[e];
            edges[at] = e;
        }
        return new Adjacency(offsets, neighbours, edges);
    }
}
