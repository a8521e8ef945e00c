package org.seprank.study.input;

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
}
