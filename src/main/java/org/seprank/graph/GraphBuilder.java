package org.seprank.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects vertices and edges into a {@link Graph}. Self-loops and repeated edges may be added; {@link #build} drops
 * and counts them, keeping the first of equal edges with its attributes and, unless {@link #withParallelEdges} says
 * otherwise, its weight.
 *
 * <p>Time O(n + m log maxDegree); memory about 16 m bytes above the graph's own.
 */
public final class GraphBuilder {
    private boolean directed;
    private final Map<String, Integer> vertices = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private VertexIds ids = VertexIds.consecutive(0);
    private boolean named = true;
    private int[] us = new int[16];
    private int[] vs = new int[16];
    private double[] weights = new double[0];
    private int edges;
    private final Attributes.Builder vertexAttributes = new Attributes.Builder();
    private final Attributes.Builder edgeAttributes = new Attributes.Builder();
    private final Attributes.Builder attributes = new Attributes.Builder();
    private ParallelEdges parallel = ParallelEdges.FIRST;

    private GraphBuilder(boolean directed) {
        this.directed = directed;
    }

    /** A graph whose vertices get string ids, in the order of {@link #vertex}. */
    public static GraphBuilder named(boolean directed) {
        return new GraphBuilder(directed);
    }

    /** A graph on the vertices 0..n-1. */
    public static GraphBuilder over(int n, boolean directed) {
        return over(VertexIds.consecutive(n), directed);
    }

    /** A graph on vertices with these ids. */
    public static GraphBuilder over(VertexIds ids, boolean directed) {
        GraphBuilder builder = new GraphBuilder(directed);
        builder.ids = ids;
        builder.named = false;
        return builder;
    }

    /** All of that graph, to be added to. */
    public static GraphBuilder from(Graph graph) {
        GraphBuilder builder = over(graph.ids(), graph.directed());
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (graph.weighted()) {
                builder.edge(graph.source(e), graph.target(e), graph.weight(e));
            } else {
                builder.edge(graph.source(e), graph.target(e));
            }
        }
        copy(graph.vertexAttributes(), graph.vertexCount(), builder.vertexAttributes);
        copy(graph.edgeAttributes(), graph.edgeCount(), builder.edgeAttributes);
        copy(graph.attributes(), 1, builder.attributes);
        return builder;
    }

    private static void copy(Attributes from, int rows, Attributes.Builder to) {
        for (String name : from.names()) {
            to.column(name, from.type(name));
            for (int i = 0; i < rows; i++) {
                int row = i;
                from.value(name, i).ifPresent(value -> to.value(name, row, value));
            }
        }
    }

    /** Changes whether edges have a direction. */
    public GraphBuilder withDirection(boolean isDirected) {
        this.directed = isDirected;
        return this;
    }

    /** Says what becomes of parallel edges, which otherwise are {@link ParallelEdges#FIRST}. */
    public GraphBuilder withParallelEdges(ParallelEdges joined) {
        this.parallel = joined;
        return this;
    }

    /** The index of the vertex with that id, which is added if new. Only for a {@linkplain #named named} graph. */
    public int vertex(String id) {
        if (!named) {
            throw new IllegalStateException("the vertices of this graph are fixed");
        }
        Integer known = vertices.putIfAbsent(id, names.size());
        if (known == null) {
            names.add(id);
            return names.size() - 1;
        }
        return known;
    }

    /**
     * Appends vertices without edges and attributes to a graph of fixed vertices. Their ids go on counting where all
     * are numbers, and are {@code new1}, {@code new2}, .. otherwise.
     */
    public GraphBuilder appendVertices(int count) {
        if (named) {
            throw new IllegalStateException("a named graph gets its vertices by name");
        }
        if (count > 0) {
            ids = ids.extendedBy(count);
        }
        return this;
    }

    /** Whether a vertex with that id has been added to a {@linkplain #named named} graph. */
    public boolean has(String id) {
        return vertices.containsKey(id);
    }

    /** The number of vertices so far. */
    public int vertexCount() {
        return named ? names.size() : ids.size();
    }

    /** The number of edges added so far, self-loops and duplicates included. */
    public int edgeCount() {
        return edges;
    }

    /** Makes room for that many edges. */
    public GraphBuilder expectEdges(int count) {
        if (count > us.length) {
            us = Arrays.copyOf(us, count);
            vs = Arrays.copyOf(vs, count);
        }
        return this;
    }

    /**
     * Adds an edge of weight 1 and returns its index for {@link #edgeAttributes()}.
     *
     * @throws IllegalArgumentException if an end is not a vertex
     */
    public int edge(int u, int v) {
        int n = vertexCount();
        if (u < 0 || v < 0 || u >= n || v >= n) {
            throw new IllegalArgumentException("edge (" + u + ", " + v + ") has an end outside 0.." + (n - 1));
        }
        if (edges == us.length) {
            expectEdges(Math.addExact(edges, Math.max(16, edges >> 1)));
        }
        us[edges] = u;
        vs[edges] = v;
        if (weights.length > 0) {
            storeWeight(edges, 1);
        }
        return edges++;
    }

    /**
     * Adds an edge with a weight and returns its index; edges added without one then weigh 1.
     *
     * @throws IllegalArgumentException if an end is not a vertex or the weight is not finite
     */
    public int edge(int u, int v, double weight) {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("edge (" + u + ", " + v + ") has weight " + weight);
        }
        int e = edge(u, v);
        if (weights.length == 0) {
            weights = new double[us.length];
            Arrays.fill(weights, 1);
        }
        storeWeight(e, weight);
        return e;
    }

    private void storeWeight(int e, double weight) {
        if (e >= weights.length) {
            weights = Arrays.copyOf(weights, us.length);
        }
        weights[e] = weight;
    }

    /** Attributes by vertex index. */
    public Attributes.Builder vertexAttributes() {
        return vertexAttributes;
    }

    /** Attributes by the index that {@link #edge} returned. */
    public Attributes.Builder edgeAttributes() {
        return edgeAttributes;
    }

    /** Attributes of the graph itself, in row 0. */
    public Attributes.Builder attributes() {
        return attributes;
    }

    /**
     * The graph of all that was added. The builder must not be used afterwards.
     *
     * @throws ArithmeticException if the weights of parallel edges have no finite sum
     */
    public Graph build() {
        VertexIds finalIds = named ? namedIds() : ids;
        int added = edges;
        EdgeSorter sorter = new EdgeSorter(finalIds.size(), directed, parallel);
        sorter.sort(us, vs, added);
        us = new int[0];
        vs = new int[0];
        double[] keptWeights = sorter.weights(weights);
        Graph.Tables tables = new Graph.Tables(
                vertexAttributes.build(), edgeAttributes.build().select(sorter.origin()), attributes.build());
        long kept = sorter.origin().length;
        Dropped dropped = new Dropped(sorter.selfLoops(), added - sorter.selfLoops() - kept);
        return new Graph(directed, sorter.sources(), sorter.targets(), keptWeights, finalIds, tables, dropped);
    }

    private VertexIds namedIds() {
        for (int v = 0; v < names.size(); v++) {
            if (!names.get(v).equals(Integer.toString(v))) {
                return VertexIds.of(names);
            }
        }
        return VertexIds.consecutive(names.size());
    }
}
