package org.seprank.rewire.backbone;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;

/** Small graphs with weights. */
final class WeightedGraphs {
    private WeightedGraphs() {}

    /**
     * Three to eight vertices and up to two isolated ones, with whole weights, zeros and many equal ones among them.
     */
    static Graph whole(long seed, boolean directed) {
        SplittableRandom random = new SplittableRandom(seed);
        return weighted(TestGraphs.small(seed, directed), () -> random.nextInt(7));
    }

    /** Up to 25 vertices, weights of 0.1 .. 10. */
    static Graph positive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = seed % 2 == 0
                ? TestGraphs.random(seed, 18, 2, 0.08 + 0.02 * seed, false)
                : TestGraphs.hubs(seed, 25, 2, false);
        return weighted(graph, () -> Math.pow(10, 2 * random.nextDouble() - 1));
    }

    static Graph weighted(Graph graph, DoubleSupplier weights) {
        GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), graph.directed());
        for (int e = 0; e < graph.edgeCount(); e++) {
            builder.edge(graph.source(e), graph.target(e), weights.getAsDouble());
        }
        return builder.build();
    }
}
