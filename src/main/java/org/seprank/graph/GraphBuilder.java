package org.seprank.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects vertices and edges into a {@link Graph}. Self-loops and repeated edges may be added; {@link #build} drops
 * and counts them, keeping the first of equal edges with its weight and attributes.
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

    /** The graph of all that was added. The builder must not be used afterwards. */
    public Graph build() {
        VertexIds finalIds = named ? namedIds() : ids;
        int n = finalIds.size();
        long selfLoops = 0;
        int[] offsets = new int[n + 1];
        for (int e = 0; e < edges; e++) {
            if (us[e] == vs[e]) {
                selfLoops++;
            } else {
                offsets[first(e) + 1]++;
            }
        }
        for (int v = 0; v < n; v++) {
            offsets[v + 1] += offsets[v];
        }
        long[] rows = sortedRows(n, offsets);
        int kept = dropRepetitions(n, offsets, rows);
        return assemble(finalIds, offsets, rows, kept, new Dropped(selfLoops, edges - selfLoops - kept));
    }

    private VertexIds namedIds() {
        for (int v = 0; v < names.size(); v++) {
            if (!names.get(v).equals(Integer.toString(v))) {
                return VertexIds.of(names);
            }
        }
        return VertexIds.consecutive(names.size());
    }

    private int first(int e) {
        return directed ? us[e] : Math.min(us[e], vs[e]);
    }

    private int second(int e) {
        return directed ? vs[e] : Math.max(us[e], vs[e]);
    }

    /** Per first end, (second end, insertion index) packed into a long and sorted. */
    private long[] sortedRows(int n, int[] offsets) {
        long[] rows = new long[offsets[n]];
        int[] next = Arrays.copyOf(offsets, n);
        for (int e = 0; e < edges; e++) {
            if (us[e] != vs[e]) {
                rows[next[first(e)]++] = (long) second(e) << 32 | e;
            }
        }
        for (int v = 0; v < n; v++) {
            Arrays.sort(rows, offsets[v], offsets[v + 1]);
        }
        return rows;
    }

    /** Moves the first of each run of equal edges to the front, adjusts the offsets and returns how many remain. */
    private static int dropRepetitions(int n, int[] offsets, long[] rows) {
        int kept = 0;
        int start = 0;
        for (int v = 0; v < n; v++) {
            int end = offsets[v + 1];
            offsets[v] = kept;
            int last = -1;
            for (int i = start; i < end; i++) {
                int w = (int) (rows[i] >>> 32);
                if (w != last) {
                    rows[kept++] = rows[i];
                    last = w;
                }
            }
            start = end;
        }
        offsets[n] = kept;
        return kept;
    }

    private Graph assemble(VertexIds finalIds, int[] offsets, long[] rows, int kept, Dropped dropped) {
        int[] sources = new int[kept];
        int[] targets = new int[kept];
        int[] origin = new int[kept];
        double[] keptWeights = new double[weights.length == 0 ? 0 : kept];
        for (int v = 0; v < finalIds.size(); v++) {
            Arrays.fill(sources, offsets[v], offsets[v + 1], v);
        }
        for (int i = 0; i < kept; i++) {
            targets[i] = (int) (rows[i] >>> 32);
            origin[i] = (int) rows[i];
            if (keptWeights.length > 0) {
                keptWeights[i] = weights[origin[i]];
            }
        }
        Attributes edgeColumns = edgeAttributes.build().select(origin);
        us = new int[0];
        vs = new int[0];
        return new Graph(
                directed, sources, targets, keptWeights, finalIds, vertexAttributes.build(), edgeColumns, dropped);
    }
}
