package org.seprank.graph.io.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;

/**
 * A graph on its way from a file: vertices by id or by number, edges with what the file says of their direction,
 * weights and attributes. {@link #build} settles the direction.
 */
public final class Draft {
    /** What a file says of an edge. */
    public enum Kind {
        /** It has a direction. */
        ARC,
        /** It has none. */
        EDGE,
        /** Nothing. */
        UNSAID
    }

    private final Input input;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> vertices = new HashMap<>();
    private final Map<Integer, Long> undeclared = new LinkedHashMap<>();
    private @Nullable VertexIds ids;
    private int[] us = new int[16];
    private int[] vs = new int[16];
    private double[] weights = new double[0];
    private int edges;
    private final BitSet withoutDirection = new BitSet();
    private boolean directed;
    private boolean inferTypes;
    private boolean sorted;
    private final Columns vertexColumns = new Columns();
    private final Columns edgeColumns = new Columns();
    private final Columns graphColumns = new Columns();

    /** An empty draft. */
    public Draft(Input input) {
        this.input = input;
    }

    /** Numbers the vertices first, first+1, .., first+n-1; for formats without ids. */
    public Draft numbered(int n, long first) {
        if (first == 0) {
            ids = VertexIds.consecutive(n);
        } else {
            long[] numbers = new long[n];
            Arrays.setAll(numbers, v -> first + v);
            ids = VertexIds.ascending(numbers);
        }
        return this;
    }

    /** Says that the file calls its graph directed, even if no edge is. */
    public Draft directed(boolean fileSaysSo) {
        this.directed = fileSaysSo;
        return this;
    }

    /** Gives columns of text the narrowest type that fits; for formats that do not say types. */
    public Draft inferTypes() {
        this.inferTypes = true;
        return this;
    }

    /** The number of vertices so far. */
    public int vertexCount() {
        return ids == null ? names.size() : ids.size();
    }

    /** The number of edges so far. */
    public int edgeCount() {
        return edges;
    }

    /** The ids of the vertices so far, of a draft without numbering. */
    public List<String> names() {
        return names;
    }

    /** Adds the vertex with that id; an error if it was declared before. */
    public int declare(String id, long line) throws FormatException {
        Integer known = vertices.get(id);
        if (known == null) {
            return add(id);
        }
        if (undeclared.remove(known) == null) {
            throw input.error(
                    line, "vertex '" + TextLines.shortened(id) + "' is declared twice", "give every vertex its own id");
        }
        return known;
    }

    /** The vertex with that id, added if need be; {@link #checkDeclared} finds those that nothing declares. */
    public int mention(String id, long line) {
        Integer known = vertices.get(id);
        if (known != null) {
            return known;
        }
        int v = add(id);
        undeclared.put(v, line);
        return v;
    }

    /** Whether there is a vertex with that id. */
    public boolean has(String id) {
        return vertices.containsKey(id);
    }

    private int add(String id) {
        int v = names.size();
        vertices.put(id, v);
        names.add(id);
        return v;
    }

    /** Fails if an edge had an end that was not declared. */
    public void checkDeclared() throws FormatException {
        for (Map.Entry<Integer, Long> entry : undeclared.entrySet()) {
            String id = TextLines.shortened(names.get(entry.getKey()));
            throw input.error(entry.getValue(), "an edge to vertex '" + id + "', which is not declared", "declare it");
        }
    }

    /** Gives the vertices other ids, all different, when the edges have been added by the old ones. */
    public void rename(IntFunction<String> newIds) {
        vertices.clear();
        for (int v = 0; v < names.size(); v++) {
            names.set(v, newIds.apply(v));
            vertices.put(names.get(v), v);
        }
    }

    /** Adds an edge and returns its index. */
    public int edge(int u, int v, Kind kind) {
        if (edges == us.length) {
            int room = Math.addExact(edges, edges);
            us = Arrays.copyOf(us, room);
            vs = Arrays.copyOf(vs, room);
        }
        us[edges] = u;
        vs[edges] = v;
        directed |= kind == Kind.ARC;
        withoutDirection.set(edges, kind == Kind.EDGE);
        return edges++;
    }

    /** Weighs an edge; the others then weigh 1. */
    public void weight(int e, double weight) {
        if (!input.weights()) {
            return;
        }
        if (weights.length < us.length) {
            int old = weights.length;
            weights = Arrays.copyOf(weights, us.length);
            Arrays.fill(weights, old, weights.length, 1);
        }
        weights[e] = weight;
    }

    /** Attributes by vertex. */
    public Columns vertexColumns() {
        return vertexColumns;
    }

    /** Attributes by the index of {@link #edge}. */
    public Columns edgeColumns() {
        return edgeColumns;
    }

    /** Attributes of the graph itself, in row 0. */
    public Columns graphColumns() {
        return graphColumns;
    }

    /**
     * The graph.
     *
     * @throws FormatException if the weights of parallel edges have no finite sum
     */
    public Graph build() throws FormatException {
        int[] order = order();
        GraphBuilder builder =
                GraphBuilder.over(finalIds(order), finallyDirected()).withParallelEdges(input.parallel());
        int[] origin = addEdges(builder, order);
        vertexColumns.into(builder.vertexAttributes(), rows(order), inferTypes);
        edgeColumns.into(builder.edgeAttributes(), origin, inferTypes);
        graphColumns.into(builder.attributes(), new int[1], inferTypes);
        return input.build(builder);
    }

    private boolean finallyDirected() {
        return switch (input.direction()) {
            case AUTO -> directed;
            case DIRECTED -> true;
            case UNDIRECTED -> false;
        };
    }

    /** Adds the edges and tells for each of the builder which of this draft it is. */
    private int[] addEdges(GraphBuilder builder, int[] order) {
        boolean arcs = finallyDirected();
        int[] position = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
        }
        int[] origin = new int[arcs ? edges + withoutDirection.cardinality() : edges];
        int added = 0;
        for (int e = 0; e < edges; e++) {
            int u = order.length == 0 ? us[e] : position[us[e]];
            int v = order.length == 0 ? vs[e] : position[vs[e]];
            origin[added++] = e;
            add(builder, u, v, e);
            if (arcs && u != v && withoutDirection.get(e)) {
                origin[added++] = e;
                add(builder, v, u, e);
            }
        }
        return Arrays.copyOf(origin, added);
    }

    private void add(GraphBuilder builder, int u, int v, int e) {
        if (weights.length == 0) {
            builder.edge(u, v);
        } else {
            builder.edge(u, v, e < weights.length ? weights[e] : 1);
        }
    }

    private int[] rows(int[] order) {
        if (order.length > 0 || ids == null) {
            return order;
        }
        int[] all = new int[ids.size()];
        Arrays.setAll(all, v -> v);
        return all;
    }

    /** Numbers the vertices in ascending order of their ids if these are all integers. */
    public Draft sortedIfIntegers() {
        sorted = names.stream().allMatch(IntegerIds::isInteger);
        return this;
    }

    /** Vertices in their final order; empty if they are numbered. */
    private int[] order() {
        if (ids != null) {
            return new int[0];
        }
        return sorted
                ? IntegerIds.ascending(names)
                : IntStream.range(0, names.size()).toArray();
    }

    private VertexIds finalIds(int[] order) {
        if (ids != null) {
            return ids;
        }
        return IntegerIds.vertexIds(Arrays.stream(order).mapToObj(names::get).toList());
    }
}
