package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seprank.separation.Bound.Side.LOWER;
import static org.seprank.separation.Bound.Side.UPPER;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

/** Bounds on a citation graph, where numbers have thousands of digits. */
class LargeGraphBoundsTest {
    private static final int N = 2708;

    private static Graph cora() throws IOException {
        GraphBuilder builder = GraphBuilder.over(N, false);
        List<String> lines = Files.readAllLines(Shared.file("golden/graph_cora.edges"));
        for (String line : lines) {
            int space = line.indexOf(' ');
            builder.edge(
                    Integer.parseInt(line.substring(0, space)),
                    Integer.parseInt(line.substring(space + 1).trim()));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void boundsOfAllDepthsAreFiniteAndInOrder(int depth) throws IOException {
        Graph graph = cora();
        VertexSet half = VertexSet.range(N, 0, N / 2);
        for (Target target : List.of(Target.graph(), Target.vertex(17))) {
            Bounds bounds =
                    Bounds.of(new SeparationProblem(graph, half, target, depth, 8, 16), Bounds.Options.defaults());
            assertThat(bounds.tightestLower().nats())
                    .isPositive()
                    .isLessThanOrEqualTo(bounds.tightestUpper().nats());
            double last = Double.POSITIVE_INFINITY;
            for (String name : List.of("paper", "walk-sum", "separator", "multiset-separator")) {
                double nats = bounds.named(UPPER, name).orElseThrow().nats();
                assertThat(nats).as(name).isFinite().isLessThanOrEqualTo(last * (1 + 1e-12));
                last = nats;
            }
            assertThat(bounds.named(LOWER, "multiset").orElseThrow().note()).isIn("greedy", "exhaustive");
        }
    }

    @Test
    void depthTwoIsKnownWithinAFactorThatTheTheoremsMissByFar() throws IOException {
        Bounds bounds = Bounds.of(
                new SeparationProblem(cora(), VertexSet.range(N, 0, N / 2), Target.graph(), 2, 16, 16),
                Bounds.Options.defaults());
        double paper = bounds.named(UPPER, "paper").orElseThrow().nats()
                / bounds.named(LOWER, "paper").orElseThrow().nats();
        double ours = bounds.tightestUpper().nats() / bounds.tightestLower().nats();
        assertThat(ours).isLessThan(paper / 100);
    }
}
