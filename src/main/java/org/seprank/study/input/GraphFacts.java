package org.seprank.study.input;

import java.util.Optional;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Facts;

/** What is said of a graph at the head of every answer. */
public final class GraphFacts {
    private GraphFacts() {}

    /** The facts about a graph. */
    public static Block of(GraphInput input) {
        Graph graph = input.graph();
        return Facts.of("graph", "Graph")
                .add("source", input.location())
                .add("format", input.format())
                .add("directed", graph.directed())
                .add("vertices", graph.vertexCount())
                .add("edges", graph.edgeCount())
                .add("components", Components.of(graph).count())
                .add("max_degree", graph.out().maxDegree())
                .add("dropped_self_loops", graph.dropped().selfLoops())
                .add("dropped_duplicate_edges", graph.dropped().duplicates());
    }

    /**
     * What is said where walks are counted in a graph with weights; nothing of one without.
     *
     * @param more what else is said of weights; may be empty
     */
    public static Optional<String> ofWeights(Graph graph, String more) {
        return graph.weighted()
                ? Optional.of("Walk indices and bounds count every edge as 1, whatever its weight" + more + ".")
                : Optional.empty();
    }
}
