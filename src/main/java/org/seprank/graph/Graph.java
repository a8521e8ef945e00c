package org.seprank.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

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
    private final Tables tables;
    private final Dropped dropped;

    /** Attributes of the vertices, of the edges, and of the graph itself, which are a single row. */
    record Tables(Attributes vertices, Attributes edges, Attributes graph) {}

    /** Takes edges sorted and without repetition; the arrays become the graph's own. */
    Graph(
            boolean directed,
            int[] sources,
            int[] targets,
            double[] weights,
            VertexIds ids,
            Tables tables,
            Dropped dropped) {
        this.directed = directed;
        this.sources = sources;
        this.targets = targets;
        this.weights = weights;
        this.ids = ids;
        this.tables = tables;
        this.dropped = dropped;
        int n = ids.size();
        this.out = directed ? Adjacency.rows(n, sources, targets) : Adjacency.bothEnds(n, sources, targets);
        this.in = directed ? Adjacency.rows(n, targets, sources) : out;
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
        return tables.vertices();
    }

    /** Attributes of the edges, weights not among them. */
    public Attributes edgeAttributes() {
        return tables.edges();
    }

    /** Attributes of the graph itself, such as its name: a single row, number 0. */
    public Attributes attributes() {
        return tables.graph();
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
        Tables left = new Tables(tables.vertices(), tables.edges().select(kept), tables.graph());
        return new Graph(directed, s, t, w, ids, left, Dropped.NONE);
    }

    /** The same graph without an attribute of its edges. */
    public Graph withoutEdgeAttribute(String name) {
        Tables left = new Tables(tables.vertices(), tables.edges().without(name), tables.graph());
        return new Graph(directed, sources, targets, weights, ids, left, dropped);
    }

    /**
     * The graph that some of the vertices induce: those and the edges among them, with their ids, weights and
     * attributes, and what was dropped before. Time O(n + m).
     *
     * @param vertices ascending, all different
     */
    public Graph induced(int[] vertices) {
        int[] places = new int[vertexCount()];
        Arrays.fill(places, -1);
        for (int i = 0; i < vertices.length; i++) {
            places[vertices[i]] = i;
        }
        int[] inside = IntStream.range(0, edgeCount())
                .filter(e -> places[sources[e]] >= 0 && places[targets[e]] >= 0)
                .toArray();
        int[] s = Arrays.stream(inside).map(e -> places[sources[e]]).toArray();
        int[] t = Arrays.stream(inside).map(e -> places[targets[e]]).toArray();
        double[] w =
                weighted() ? Arrays.stream(inside).mapToDouble(this::weight).toArray() : new double[0];
        Tables left =
                new Tables(tables.vertices().select(vertices), tables.edges().select(inside), tables.graph());
        return new Graph(directed, s, t, w, ids.select(vertices), left, dropped);
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
