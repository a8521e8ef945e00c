package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.oracle.SmallGraphs;
import org.seprank.work.Parallel;

class TrianglesTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(200).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAreThoseOfTryingAllTriples(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        Triangles triangles = Triangles.of(graph);
        int n = graph.vertexCount();
        long total = 0;
        for (int u = 0; u < n; u++) {
            long expected = 0;
            for (int v = 0; v < n; v++) {
                for (int w = v + 1; w < n; w++) {
                    if (v != u && w != u && adjacent(graph, u, v) && adjacent(graph, u, w) && adjacent(graph, v, w)) {
                        expected++;
                    }
                }
            }
            assertThat(triangles.at(u)).isEqualTo(expected);
            total += expected;
        }
        assertThat(triangles.total() * 3).isEqualTo(total);
    }

    private static boolean adjacent(Graph graph, int u, int v) {
        return graph.edgeBetween(u, v) >= 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 30})
    void everyPairOfOthersClosesATriangleInAClique(int n) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                builder.edge(u, v);
            }
        }
        Triangles triangles = Triangles.of(builder.build());

        assertThat(triangles.at(n - 1)).isEqualTo((n - 1L) * (n - 2) / 2);
        assertThat(triangles.total()).isEqualTo((long) n * (n - 1) * (n - 2) / 6);
    }

    @Test
    void directionDoesNotMatter() {
        assertThat(Triangles.of(Graph.directed(3, new int[][] {{0, 1}, {1, 0}, {2, 1}, {2, 0}}))
                        .total())
                .isOne();
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws IOException {
        Graph cora = GoldenGraphs.read("cora", 2708);
        Triangles alone = in(1, cora);
        Triangles together = in(5, cora);

        assertThat(alone.total()).isEqualTo(1630);
        for (int v = 0; v < cora.vertexCount(); v++) {
            assertThat(together.at(v)).isEqualTo(alone.at(v));
        }
    }

    private static Triangles in(int threads, Graph graph) {
        return Parallel.of(threads).call(() -> Triangles.of(graph));
    }
}
