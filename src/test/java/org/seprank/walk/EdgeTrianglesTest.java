package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class EdgeTrianglesTest {
    @Test
    void everyEdgeHasAsManyTrianglesAsItsEndsHaveCommonNeighbours() {
        for (int seed = 0; seed < 20; seed++) {
            Graph graph = random(seed);
            int[] counts = EdgeTriangles.of(graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                int common = 0;
                for (int w = 0; w < graph.vertexCount(); w++) {
                    boolean both =
                            graph.edgeBetween(graph.source(e), w) >= 0 && graph.edgeBetween(graph.target(e), w) >= 0;
                    common += both ? 1 : 0;
                }
                assertThat(counts[e]).as("seed %d, edge %d", seed, e).isEqualTo(common);
            }
        }
    }

    @Test
    void edgesOfAVertexShareItsTriangles() {
        Graph graph = random(7);
        int[] counts = EdgeTriangles.of(graph);
        Triangles perVertex = Triangles.of(graph);
        for (int v = 0; v < graph.vertexCount(); v++) {
            long sum = 0;
            for (int k = graph.out().offsets()[v]; k < graph.out().offsets()[v + 1]; k++) {
                sum += counts[graph.out().edges()[k]];
            }
            assertThat(sum).isEqualTo(2 * perVertex.at(v));
        }
    }

    @Test
    void directedGraphsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeTriangles.of(Graph.directed(2, new int[][] {{0, 1}})))
                .withMessageContaining("undirected");
    }

    private static Graph random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double probability = 0.1 + 0.04 * seed;
        GraphBuilder builder = GraphBuilder.over(16, false);
        for (int u = 0; u < 16; u++) {
            for (int v = u + 1; v < 16; v++) {
                if (random.nextDouble() < probability) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }
}
