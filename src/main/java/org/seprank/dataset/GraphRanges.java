package org.seprank.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.seprank.dataset.Split.Part;
import org.seprank.graph.Graph;

/**
 * Which vertices of a {@link NodeDataset} are of which of its graphs: those of graph g are {@code start(g) .. end(g) -
 * 1}. Immutable.
 */
public final class GraphRanges {
    private final int[] starts; // of each graph, and the number of vertices

    private GraphRanges(int[] starts) {
        this.starts = starts;
    }

    /** One graph of n vertices. */
    public static GraphRanges one(int n) {
        return new GraphRanges(new int[] {0, n});
    }

    /**
     * Graphs one after the other.
     *
     * @param starts where each starts, and the number of all vertices: from 0 on, not falling
     * @throws IllegalArgumentException if they are not
     */
    public static GraphRanges of(int... starts) {
        if (starts.length < 2 || starts[0] != 0) {
            throw new IllegalArgumentException("graphs start at 0, and there is one at least");
        }
        for (int g = 1; g < starts.length; g++) {
            if (starts[g] < starts[g - 1]) {
                throw new IllegalArgumentException(
                        "graph " + g + " ends at vertex " + starts[g] + ", before it starts at " + starts[g - 1]);
            }
        }
        return new GraphRanges(starts.clone());
    }

    /** How many graphs. */
    public int count() {
        return starts.length - 1;
    }

    /** Whether there are several, so that a network learns some graphs and is judged by others. */
    public boolean several() {
        return count() > 1;
    }

    /** The number of vertices of all graphs. */
    public int vertexCount() {
        return starts[count()];
    }

    /** The first vertex of a graph. */
    public int start(int graph) {
        return starts[graph];
    }

    /** The vertex behind the last of a graph. */
    public int end(int graph) {
        return starts[graph + 1];
    }

    /** The graph of a vertex. Time O(log graphs). */
    public int graphOf(int vertex) {
        int at = Arrays.binarySearch(starts, vertex);
        int graph = at >= 0 ? at : -at - 2;
        while (end(graph) == start(graph)) { // graphs without vertices start where the next does
            graph++;
        }
        return graph;
    }

    /** The vertices of a graph. */
    public int[] vertices(int graph) {
        return IntStream.range(start(graph), end(graph)).toArray();
    }

    /** {@link #of}'s argument. */
    public int[] toArray() {
        return starts.clone();
    }

    /**
     * Checks that no edge leaves a graph.
     *
     * @throws IllegalArgumentException if one does, or the vertices are not as many
     */
    void check(Graph graph) {
        if (graph.vertexCount() != vertexCount()) {
            throw new IllegalArgumentException(
                    "graphs of " + vertexCount() + " vertices do not fit a graph with " + graph.vertexCount());
        }
        for (int e = 0; several() && e < graph.edgeCount(); e++) {
            int first = graphOf(graph.source(e));
            int second = graphOf(graph.target(e));
            if (first != second) {
                throw new IllegalArgumentException("an edge joins graphs " + (first + 1) + " and " + (second + 1)
                        + " of the " + count() + ", which are learned apart; leave out edits that do so");
            }
        }
    }

    /** A split of the graphs as one of their vertices. */
    public Split spread(Split ofGraphs) {
        Split.Builder split = Split.over(ofGraphs.name() + " of graphs", vertexCount());
        for (Part part : Part.values()) {
            for (int graph : ofGraphs.indices(part)) {
                split.put(part, vertices(graph));
            }
        }
        return split.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphRanges that && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return count() + " graphs of " + vertexCount() + " vertices";
    }
}
