package org.seprank.rewire.spectral.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.linear.GroundedInverse;
import org.seprank.rewire.TestGraphs;

class LaplacianSolverTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void solutionsSolve(long seed) {
        Graph graph = switch ((int) seed) {
            case 1 -> TestGraphs.grid(30, 30);
            case 2 -> TestGraphs.clique(60);
            case 3 -> TestGraphs.random(3, 80, 10, 0.03, false);
            default -> weighted(TestGraphs.hubs(seed, 500, 3, false), seed);
        };
        double[] b = image(graph, random(graph.vertexCount(), seed));
        double[] x = LaplacianSolver.of(graph, seed).solve(b, 1e-11);
        double[] found = image(graph, x);
        for (int v = 0; v < b.length; v++) {
            assertThat(found[v]).isCloseTo(b[v], within(1e-6));
        }
    }

    @Test
    void theFactorisationOfATreeOrACycleIsExact() {
        for (Graph graph : new Graph[] {
            weighted(TestGraphs.hubs(4, 200, 1, false), 2), weighted(TestGraphs.cycle(200), 3), TestGraphs.star(50)
        }) {
            double[] b = image(graph, random(graph.vertexCount(), 9));
            double[] x = b.clone();
            ApproximateCholesky.of(graph, 5).solve(x);
            double[] found = image(graph, x);
            for (int v = 0; v < b.length; v++) {
                assertThat(found[v]).isCloseTo(b[v], within(1e-9));
            }
        }
    }

    @Test
    void toleranceHasARange() {
        LaplacianSolver solver = LaplacianSolver.of(TestGraphs.cycle(4), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(new double[4], 0))
                .withMessageContaining("0.0");
        assertThat(solver.solve(new double[4], 1e-3)).containsOnly(0);
    }

    @Test
    void indefiniteMatricesHaveNoInverseHere() {
        double[][] indefinite = {{1}, {2, 1}};
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GroundedInverse.invert(indefinite))
                .withMessageContaining("-3.0");
    }

    @Test
    void lazyOrdersAreSortedOrders() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 0; n < 40; n++) {
            double[] keys = random.ints(n, 0, 10).asDoubleStream().toArray();
            LazyOrder order = LazyOrder.of(keys);
            if (n > 3) {
                assertThat(order.at(n / 2)).isEqualTo(LazyOrder.of(keys).at(n / 2)); // ahead, then back
            }
            for (int rank = 1; rank < n; rank++) {
                int before = order.at(rank - 1);
                int after = order.at(rank);
                assertThat(keys[before]).isLessThanOrEqualTo(keys[after]);
                assertThat(keys[before] < keys[after] || before < after).isTrue();
            }
        }
    }

    private static Graph weighted(Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), false);
        for (int e = 0; e < graph.edgeCount(); e++) {
            builder.edge(graph.source(e), graph.target(e), Math.pow(10, 4 * random.nextDouble() - 2));
        }
        return builder.build();
    }

    private static double[] random(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
    }

    /** L x. */
    private static double[] image(Graph graph, double[] x) {
        double[] y = new double[x.length];
        for (int e = 0; e < graph.edgeCount(); e++) {
            double flow = graph.weight(e) * (x[graph.source(e)] - x[graph.target(e)]);
            y[graph.source(e)] += flow;
            y[graph.target(e)] -= flow;
        }
        return y;
    }
}
