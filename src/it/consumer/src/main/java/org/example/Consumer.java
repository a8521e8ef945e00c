package org.example;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.io.GraphReader;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.edit.EditList;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/** Walk index, bounds, and an order of removal of a graph file. */
public final class Consumer {
    private Consumer() {}

    /** Prints them for the graph of that file and its first half of vertices. */
    public static void main(String[] args) throws IOException {
        Graph graph = GraphReader.graph(Path.of(args[0]));
        VertexSet side = VertexSet.range(graph.vertexCount(), 0, graph.vertexCount() / 2 - 1);
        SeparationProblem problem = SeparationProblem.of(graph, side).withDepth(3).withWidths(8, 16);
        SeparationAnalysis analysis = SeparationAnalysis.of(problem);
        System.out.println("walk index " + analysis.walkIndex());
        System.out.println("bounds hold " + (analysis.lower().nats() <= analysis.upper().nats()));
        SeparationAnalysis vertex = SeparationAnalysis.of(problem.withTarget(Target.vertex(0)));
        System.out.println("walk index at vertex 0 " + vertex.walkIndex());
        EditList order = Methods.named("wis").order(graph);
        System.out.println("order of " + order.size() + " edges");
    }
}
