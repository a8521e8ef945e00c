package org.seprank.rewire.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class TotalResistanceRewirerTest {
    private final Rewirer method = new TotalResistanceRewirer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyEdgeLowersTheTotalResistanceMost(long seed) {
        Graph graph = connected(seed);
        Graph now = graph;
        for (Edit edit : method.rewire(graph, 5, Progress.none())) {
            double before = EffectiveResistance.exact(now).total();
            double least = Double.POSITIVE_INFINITY;
            for (int u = 0; u < now.vertexCount(); u++) {
                for (int v = 0; v < u; v++) {
                    if (now.edgeBetween(u, v) < 0) {
                        least = Math.min(least, totalWith(now, v, u));
                    }
                }
            }
            double after = totalWith(now, edit.u(), edit.v());
            assertThat(after).isCloseTo(least, within(1e-8));
            assertThat(before - after).isCloseTo(decrease(now, edit), within(1e-8));
            now = now.with(List.of(new Edge(edit.u(), edit.v())));
        }
    }

    private static double totalWith(Graph graph, int u, int v) {
        return EffectiveResistance.exact(graph.with(List.of(new Edge(u, v)))).total();
    }

    /** n B^2 / (1 + R). */
    private static double decrease(Graph graph, Edit edit) {
        RealMatrix inverse = DenseOracle.pseudoInverse(DenseOracle.laplacian(graph));
        double biharmonic = DenseOracle.resistance(inverse.multiply(inverse), edit.u(), edit.v());
        double resistance = DenseOracle.resistance(inverse, edit.u(), edit.v());
        return graph.vertexCount() * biharmonic / (1 + resistance);
    }

    /** Weighted, with a path through all vertices. */
    private static Graph connected(long seed) {
        GraphBuilder builder = GraphBuilder.from(EffectiveResistanceTest.weighted(seed, 14, 0.2));
        for (int v = 1; v < 14; v++) {
            builder.edge(v - 1, v, 0.5);
        }
        return builder.build();
    }

    @Test
    void aPathBecomesACycle() {
        Graph path = TestGraphs.grid(1, 9);
        EditList rewiring = method.rewire(path, 1, Progress.none());
        Graph cycle = rewiring.applyTo(path);
        assertThat(cycle.edgeCount()).isEqualTo(9);
        assertThat(EffectiveResistance.exact(cycle).total())
                .isLessThanOrEqualTo(
                        EffectiveResistance.exact(TestGraphs.cycle(9)).total() + 1e-9);
    }

    /** The matrices are updated, not computed anew: after many edges the gains are still right. */
    @Test
    void errorsDoNotGrow() {
        Graph graph = TestGraphs.random(2, 230, 0, 0.015, false);
        int count = 150;
        EditList rewiring = method.rewire(graph, count + 1, Progress.none());
        Graph after = rewiring.prefix(count).applyTo(graph);
        assertThat(method.rewire(after, 1, Progress.none()).get(0)).isEqualTo(rewiring.get(count));
    }

    @Test
    void componentsStayApart() {
        Graph graph = TestGraphs.random(3, 30, 3, 0.06, false);
        int parts = Components.of(graph).count();
        assertThat(parts).isGreaterThan(4);
        Graph after = method.rewire(graph, 1000, Progress.none()).applyTo(graph);
        assertThat(Components.of(after).count()).isEqualTo(parts);
        long[] sizes = new long[parts];
        for (int v = 0; v < graph.vertexCount(); v++) {
            sizes[Components.of(graph).of(v)]++;
        }
        long cliques = 0;
        for (long size : sizes) {
            cliques += size * (size - 1) / 2;
        }
        assertThat((long) after.edgeCount()).isEqualTo(cliques);
    }

    /**
     * Both components offer the ends of a path of three, in the same arithmetic; the one that starts first does not
     * win.
     */
    @Test
    void equalGainsOfComponentsGoToTheSmallerEnd() {
        Graph graph = Graph.undirected(6, new int[][] {{0, 4}, {0, 5}, {1, 2}, {1, 3}});
        EditList edits = method.rewire(graph, 3, Progress.none());
        assertThat(edits.toList()).containsExactly(Edit.add(2, 3), Edit.add(4, 5));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Graph graph = TestGraphs.random(5, 300, 4, 0.03, false);
        EditList here = method.rewire(graph, 5, Progress.none());
        assertThat(Parallel.single().call(() -> method.rewire(graph, 5, Progress.none())))
                .isEqualTo(here);
    }

    @Test
    void largeGraphsAreRefusedWithAnEstimate() {
        Graph large = TestGraphs.cycle(6001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.rewire(large, 1, Progress.none()))
                .withMessageContaining("720 MB")
                .withMessageContaining("6001");
    }
}
