package org.seprank.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Edits of a graph in their order, of which any first ones can be made. Immutable. */
final class LiveEdits {
    private final Graph graph;
    private final int[] ends; // two for each edit; an edit that adds its edge has them as -1 - u and -1 - v
    private final int[] edges; // that edits remove; -1 for additions and for edges that were added before
    private final boolean removing;

    private LiveEdits(Graph graph, int[] ends) {
        this.graph = graph;
        this.ends = ends;
        this.edges = new int[ends.length / 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = ends[2 * i] < 0 ? -1 : graph.edgeBetween(ends[2 * i], ends[2 * i + 1]);
        }
        this.removing = Arrays.stream(edges).allMatch(e -> e >= 0);
    }

    /**
     * Edits of a graph.
     *
     * @param ends two for each edit; an edit that adds its edge has them as {@code -1 - u} and {@code -1 - v}
     */
    static LiveEdits of(Graph graph, int[] ends) {
        return new LiveEdits(graph, ends.clone());
    }

    /** How many there are. */
    int size() {
        return edges.length;
    }

    /** Whether all of them remove edges of the graph. */
    boolean removing() {
        return removing;
    }

    /** The edges in the order of their removal, if all edits remove some. */
    int[] order() {
        return edges;
    }

    /** The graph after the first edits. */
    Graph after(int count) {
        if (count > edges.length) {
            throw new IllegalArgumentException("prefix of " + count + " edits is not in 0.." + edges.length);
        }
        BitSet removed = new BitSet(graph.edgeCount());
        Set<Edge> added = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            int u = ends[2 * i];
            int v = ends[2 * i + 1];
            if (u < 0) {
                added.add(edge(-1 - u, -1 - v));
            } else if (!added.remove(edge(u, v))) {
                removed.set(edges[i]);
            }
        }
        return added.isEmpty() ? graph.without(removed) : with(added, removed);
    }

    private Edge edge(int u, int v) {
        return graph.directed() || u < v ? new Edge(u, v) : new Edge(v, u);
    }

    private Graph with(Set<Edge> added, BitSet removed) {
        GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), graph.directed());
        for (int e = removed.nextClearBit(0); e < graph.edgeCount(); e = removed.nextClearBit(e + 1)) {
            builder.edge(graph.source(e), graph.target(e));
        }
        added.forEach(edge -> builder.edge(edge.u(), edge.v()));
        return builder.build();
    }
}
