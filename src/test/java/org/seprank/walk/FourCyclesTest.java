package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.SmallGraphs;

class FourCyclesTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(200).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAreThoseOfTryingAllCycles(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        FourCycles cycles = FourCycles.of(graph);
        int n = graph.vertexCount();
        for (int t = 0; t < n; t++) {
            long ordered = 0;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    for (int w = 0; w < n; w++) {
                        boolean distinct = u != w && v != t;
                        if (distinct
                                && joined(graph, t, u)
                                && joined(graph, u, v)
                                && joined(graph, v, w)
                                && joined(graph, w, t)) {
                            ordered++;
                        }
                    }
                }
            }
            assertThat(cycles.at(t) * 2).isEqualTo(ordered);
        }
    }

    private static boolean joined(Graph graph, int u, int v) {
        return graph.edgeBetween(u, v) >= 0;
    }

    @ParameterizedTest
    @CsvSource({
        "'complete,n=3', 0",
        "'complete,n=4', 3",
        "'complete,n=30', 10962",
        "'cycle,n=4', 1",
        "'cycle,n=5', 0",
        "'hypercube,d=3', 3",
        "'petersen', 0"
    })
    void vertexTransitiveGraphsHaveTheSameNumberEverywhere(String specification, long expected) {
        Graph graph = GraphFamily.parse(specification, 0);
        FourCycles cycles = FourCycles.of(graph);
        for (int v = 0; v < graph.vertexCount(); v++) {
            assertThat(cycles.at(v)).isEqualTo(expected);
        }
    }
}
