package org.seprank.graph;

import java.util.BitSet;
import java.util.List;

/**
 * A finite graph on the vertices 0..n-1, undirected or directed, without self-loops and without parallel edges,
 * optionally with edge weights, in compressed sparse rows. Immutable and safe to share between threads.
 *
 * <p>Edges are numbered 0..m-1 in ascending lexicographic order of (source, target), where the source of an undirected
 * edge is its smaller end. Self-loops are not stored: the theory gives every vertex one, so a walk may always stay.
 *
 * <p>Memory is about {@code 8 n + 24 m} bytes (directed: {@code 8 n + 24 m} too), and 8 m more for weights.
 */
public final class Graph {
    private final boolean directed;
    private final int[] sources;
    private final int[] targets;
    private final double[] weights; // empty: every edge weighs 1
    private final Adjacency out;
    private final Adjacency in;
    private final VertexIds ids;
    private final Attributes vertexAttributes;
    private final Attributes edgeAttributes;
    private final Dropped dropped;

    /** Takes edges sorted and without repetition; the arrays become the graph's own. */
    Graph(
            boolean directed,
            int[] sources,
            int[] targets,
            double[] weights,
            VertexIds ids,
            Attributes vertexAttributes,
            Attributes edgeAttributes,
            Dropped dropped) {
        this.directed = directed;
        this.sources = sources;
        this.targets = targets;
        this.weights = weights;
        this.ids = ids;
        this.vertexAttributes = vertexAttributes;
        this.edgeAttributes = edgeAttributes;
        this.dropped = dropped;
        int n = ids.size();
        this.out = directed ? rows(n, sources, targets) : bothEnds(n, sources, targets);
        this.in = directed ? rows(n, targets, sources) : out;
    }

    /** An undirected graph on 0..n-1 with these edges. */
    public static Graph undirected(int n, int[][] edges) {
        return of(false, n, edges);
    }

    /** A directed graph on 0..n-1 with these edges, tail first. */
    public static Graph directed(int n, int[][] edges) {
        return of(true, n, edges);
    }

    private static Graph of(boolean directed, int n, int[][] edges) {
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int[] edge : edges) {
            builder.edge(edge[0], edge[1]);
        }
        return builder.build();
    }

    /** n. */
    public int vertexCount() {
        return ids.size();
    }

    /** m; an undirected edge counts once. */
    public int edgeCount() {
        return sources.length;
    }

    /** Whether edges have a direction. */
    public boolean directed() {
        return directed;
    }

    /** Whether the input gave weights. */
    public boolean weighted() {
        return weights.length > 0;
    }

    /** Neighbours along edges: out-neighbours, or all of them in an undirected graph. */
    public Adjacency out() {
        return out;
    }

    /** Neighbours against edges: in-neighbours; the same object as {@link #out()} in an undirected graph. */
    public Adjacency in() {
        return in;
    }

    /** The tail of edge {@code e}, or its smaller end. */
    public int source(int e) {
        return sources[e];
    }

    /** The head of edge {@code e}, or its larger end. */
    public int target(int e) {
        return targets[e];
    }

    /** The two ends of edge {@code e}. */
    public Edge edge(int e) {
        return new Edge(sources[e], targets[e]);
    }

    /** The weight of edge {@code e}, 1 where the input gave none. */
    public double weight(int e) {
        return weights.length == 0 ? 1 : weights[e];
    }

    /** The edge from {@code u} to {@code v} (undirected: between them), or -1. Time O(log degree). */
    public int edgeBetween(int u, int v) {
        return out.edgeTo(u, v);
    }

    /** The ids of the input. */
    public VertexIds ids() {
        return ids;
    }

    /** Attributes of the vertices. */
    public Attributes vertexAttributes() {
        return vertexAttributes;
    }

    /** Attributes of the edges, weights not among them. */
    public Attributes edgeAttributes() {
        return edgeAttributes;
    }

    /** What building this graph left out of its input. */
    public Dropped dropped() {
        return dropped;
    }

    /**
     * The same graph without the edges whose bits are set; vertices, ids, weights and attributes stay. Time O(n + m).
     */
    public Graph without(BitSet removed) {
        int[] kept = new int[edgeCount() - removed.cardinality()];
        for (int e = removed.nextClearBit(0), i = 0; e < edgeCount(); e = removed.nextClearBit(e + 1)) {
            kept[i++] = e;
        }
        return select(kept);
    }

    private Graph select(int[] kept) {
        int[] s = new int[kept.length];
        int[] t = new int[kept.length];
        double[] w = new double[weighted() ? kept.length : 0];
        for (int i = 0; i < kept.length; i++) {
            s[i] = sources[kept[i]];
            t[i] = targets[kept[i]];
            if (w.length > 0) {
                w[i] = weights[kept[i]];
            }
        }
        return new Graph(directed, s, t, w, ids, vertexAttributes, edgeAttributes.select(kept), Dropped.NONE);
    }

    /**
     * The same graph with further edges of weight 1 and without attributes of their own; those it has are left as they
     * are.
     */
    public Graph with(List<Edge> added) {
        GraphBuilder builder = GraphBuilder.from(this);
        added.forEach(edge -> builder.edge(edge.u(), edge.v()));
        return builder.build();
    }

    /**
     * This graph with every edge in both directions at once: itself if undirected. Of two opposite edges the first is
     * kept.
     */
    public Graph asUndirected() {
        return directed ? GraphBuilder.from(this).withDirection(false).build() : this;
    }

    /**
     * A copy of a graph of JGraphT: vertices in the order of its vertex set, their text as ids. Self-loops and repeated
     * edges are dropped and counted. For the answer of {@link #asJGraphT()} it is the graph behind it.
     *
     * @throws IllegalArgumentException if directed and undirected edges are mixed or two vertices have the same text
     */
    public static <V, E> Graph from(org.jgrapht.Graph<V, E> graph) {
        return JGraphTView.graphOf(graph);
    }

    /**
     * This graph as one of JGraphT, whose vertices and edges are the numbers they have here. A view without copying,
     * safe to share between threads; modifying it throws {@link UnsupportedOperationException}.
     */
    public org.jgrapht.Graph<Integer, Integer> asJGraphT() {
        return new JGraphTView(this);
    }

    private static Adjacency rows(int n, int[] from, int[] to) {
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
    private static Adjacency bothEnds(int n, int[] sources, int[] targets) {
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

    /**
     * The identity of what this graph holds, in lower-case hexadecimal: SHA-256 over 32-bit big-endian numbers, namely
     * n, m, a number whose lowest bit says that edges have a direction and the next that an edge has a weight other
     * than 1; then the id of every vertex in UTF-8, after the number of its bytes; then source and target of every edge
     * in order; then, only if one is not 1, the weight of every edge as the bits of a 64-bit floating-point number.
     * Attributes do not count, and neither does the file it was read from. Time O(n + m) and that of the ids.
     */
    public String contentHash() {
        return GraphHash.of(this);
    }

    @Override
    public String toString() {
        return (directed ? "directed" : "undirected") + " graph, " + vertexCount() + " vertices, " + edgeCount()
                + " edges";
    }
}
