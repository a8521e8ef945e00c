package org.seprank.study.input;

import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;

/** What is said of a graph at the head of every answer. */
public final class GraphFacts {
    private GraphFacts() {}

    /** The facts about a graph. */
    public static Block of(GraphInput input) {
        Graph graph = input.graph();
        return Document.of("graph")
                .facts(
                        "graph",
                        "Graph",
                        "source",
                        Value.of(input.location()),
                        "format",
                        Value.of(input.format()),
                        "directed",
                        Value.of(graph.directed() ? "yes" : "no"),
                        "vertices",
                        Value.of(graph.vertexCount()),
                        "edges",
                        Value.of(graph.edgeCount()),
                        "components",
                        Value.of(Components.of(graph).count()),
                        "max_degree",
                        Value.of(graph.out().maxDegree()),
                        "dropped_self_loops",
                        Value.of(graph.dropped().selfLoops()),
                        "dropped_duplicate_edges",
                        Value.of(graph.dropped().duplicates()))
                .build()
                .blocks()
                .get(0);
    }
}
