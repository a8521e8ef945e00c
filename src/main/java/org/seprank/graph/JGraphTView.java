package org.seprank.graph;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Graph} seen as a graph of JGraphT whose vertices and edges are their numbers. Read only; it holds no copy:
 * sets are windows on the compressed rows, degrees take O(1), edges between two vertices O(log degree).
 */
final class JGraphTView extends AbstractGraph<Integer, Integer> {
    private final Graph graph;

    JGraphTView(Graph graph) {
        this.graph = graph;
    }

    /** Copies a graph of JGraphT, or finds the one behind a view. */
    static <V, E> Graph graphOf(org.jgrapht.Graph<V, E> other) {
        if (other instanceof JGraphTView view) {
            return view.graph;
        }
        GraphType type = other.getType();
        if (type.isMixed()) {
            throw new IllegalArgumentException(
                    "the graph has directed and undirected edges; only one kind is possible");
        }
        GraphBuilder builder = GraphBuilder.named(type.isDirected());
        Map<V, Integer> vertices = new LinkedHashMap<>();
        for (V vertex : other.vertexSet()) {
            String id = String.valueOf(vertex);
            if (builder.has(id)) {
                throw new IllegalArgumentException("two vertices are called '" + id + "'");
            }
            vertices.put(vertex, builder.vertex(id));
        }
        for (E edge : other.edgeSet()) {
            int u = Objects.requireNonNull(vertices.get(other.getEdgeSource(edge)));
            int v = Objects.requireNonNull(vertices.get(other.getEdgeTarget(edge)));
            if (type.isWeighted()) {
                builder.edge(u, v, other.getEdgeWeight(edge));
            } else {
                builder.edge(u, v);
            }
        }
        return builder.build();
    }

    @Override
    public GraphType getType() {
        DefaultGraphType.Builder type = new DefaultGraphType.Builder();
        return (graph.directed() ? type.directed() : type.undirected())
                .allowMultipleEdges(false)
                .allowSelfLoops(false)
                .weighted(graph.weighted())
                .modifiable(false)
                .build();
    }

    @Override
    public Set<Integer> vertexSet() {
        return new Numbers(graph.vertexCount());
    }

    @Override
    public Set<Integer> edgeSet() {
        return new Numbers(graph.edgeCount());
    }

    @Override
    public boolean containsVertex(@Nullable Integer vertex) {
        return vertex != null && vertex >= 0 && vertex < graph.vertexCount();
    }

    @Override
    public boolean containsEdge(@Nullable Integer edge) {
        return edge != null && edge >= 0 && edge < graph.edgeCount();
    }

    @Override
    public @Nullable Integer getEdge(@Nullable Integer source, @Nullable Integer target) {
        if (source == null || target == null || !containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        int edge = graph.edgeBetween(source, target);
        return edge < 0 ? null : edge;
    }

    @Override
    public @Nullable Set<Integer> getAllEdges(@Nullable Integer source, @Nullable Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        Integer edge = getEdge(source, target);
        return edge == null ? Set.of() : Set.of(edge);
    }

    @Override
    public Integer getEdgeSource(Integer edge) {
        return graph.source(known(edge));
    }

    @Override
    public Integer getEdgeTarget(Integer edge) {
        return graph.target(known(edge));
    }

    @Override
    public double getEdgeWeight(Integer edge) {
        return graph.weight(known(edge));
    }

    @Override
    public Set<Integer> edgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return graph.directed() ? new EdgeRows(vertex, graph.in(), graph.out()) : new EdgeRows(vertex, graph.out());
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return new EdgeRows(vertex, graph.in());
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return new EdgeRows(vertex, graph.out());
    }

    @Override
    public int degreeOf(Integer vertex) {
        return edgesOf(vertex).size();
    }

    @Override
    public int inDegreeOf(Integer vertex) {
        return incomingEdgesOf(vertex).size();
    }

    @Override
    public int outDegreeOf(Integer vertex) {
        return outgoingEdgesOf(vertex).size();
    }

    private int known(Integer edge) {
        if (!containsEdge(edge)) {
            throw new IllegalArgumentException("no such edge in graph: " + edge);
        }
        return edge;
    }

    @Override
    public @Nullable Supplier<Integer> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Integer> getEdgeSupplier() {
        return null;
    }

    @Override
    public Integer addVertex() {
        throw readOnly();
    }

    @Override
    public boolean addVertex(Integer vertex) {
        throw readOnly();
    }

    @Override
    public Integer addEdge(Integer source, Integer target) {
        throw readOnly();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, Integer edge) {
        throw readOnly();
    }

    @Override
    public Integer removeEdge(Integer source, Integer target) {
        throw readOnly();
    }

    @Override
    public boolean removeEdge(Integer edge) {
        throw readOnly();
    }

    @Override
    public boolean removeVertex(Integer vertex) {
        throw readOnly();
    }

    @Override
    public void setEdgeWeight(Integer edge, double weight) {
        throw readOnly();
    }

    /** What JGraphT's contract asks of a graph that cannot be modified. */
    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("this graph is read only");
    }

    /** The numbers 0..size-1. */
    private static final class Numbers extends AbstractSet<Integer> {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Integer next() {
                    if (next >= size) {
                        throw new NoSuchElementException();
                    }
                    return next++;
                }
            };
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(@Nullable Object number) {
            return number instanceof Integer i && i >= 0 && i < size;
        }
    }
}
