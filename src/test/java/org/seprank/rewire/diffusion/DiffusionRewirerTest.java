package org.seprank.rewire.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.diffusion.DiffusionKernel.Heat;
import org.seprank.rewire.diffusion.DiffusionKernel.PersonalisedPageRank;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class DiffusionRewirerTest {
    private static final double ROUNDING = 1e-12;

    static Stream<DiffusionKernel> kernels() {
        return Stream.of(
                new PersonalisedPageRank(0.15),
                new PersonalisedPageRank(0.6),
                new Heat(0.3),
                new Heat(5),
                new Heat(40));
    }

    private static EditList all(DiffusionRewirer method, Graph graph) {
        return method.rewire(graph, Integer.MAX_VALUE, Progress.none());
    }

    private static SparseColumns columns(DiffusionRewirer method, Graph graph) {
        return method.columns(LoopedAdjacency.of(graph), Progress.none());
    }

    private static Graph weighted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = TestGraphs.random(seed, 12, 1, 0.3, false);
        GraphBuilder builder = GraphBuilder.over(graph.vertexCount(), false);
        for (int e = 0; e < graph.edgeCount(); e++) {
            builder.edge(graph.source(e), graph.target(e), 0.1 + 3 * random.nextDouble());
        }
        return builder.build();
    }

    @Test
    void onCompleteGraphsAllEdgesGetTheSameWeight() {
        Graph graph = TestGraphs.clique(7);
        double pageRank = 0.85 / 7;
        double heat = (1 - Math.exp(-5)) / 7;
        Graph byPageRank = all(new DiffusionRewirer(new PersonalisedPageRank(0.15), 100), graph)
                .applyTo(graph);
        Graph byHeat = all(new DiffusionRewirer(new Heat(5), 100), graph).applyTo(graph);
        assertThat(byPageRank.edgeCount()).isEqualTo(21);
        for (int e = 0; e < 21; e++) {
            assertThat(byPageRank.weight(e)).isCloseTo(pageRank, within(1e-4));
            assertThat(byHeat.weight(e)).isCloseTo(heat, within(1e-4));
        }
    }

    /** The columns of the dense matrix, cut at the entry at which so many are left, and divided by their sums. */
    @ParameterizedTest
    @MethodSource("kernels")
    void columnsAreThoseOfTheDenseMatrix(DiffusionKernel kernel) {
        for (long seed = 0; seed < 12; seed++) {
            Graph graph = weighted(seed);
            RealMatrix s = DenseDiffusion.of(graph, kernel);
            SparseColumns columns = columns(new DiffusionRewirer(kernel, 3), graph);
            double least = 1;
            for (int v = 0; v < columns.size(); v++) {
                for (int u : columns.vertices(v)) {
                    least = Math.min(least, s.getEntry(u, v));
                }
            }
            RealMatrix expected = DenseDiffusion.atLeast(s, least);
            for (int u = 0; u < columns.size(); u++) {
                for (int v = 0; v < columns.size(); v++) {
                    assertThat(columns.get(u, v)).as("(%d, %d)", u, v).isCloseTo(expected.getEntry(u, v), within(1e-3));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void pushesStayBelowTheExactMatrixByTheirBound(DiffusionKernel kernel) {
        for (double accuracy : new double[] {1e-2, 1e-3, 1e-5}) {
            for (Graph graph : new Graph[] {TestGraphs.hubs(1, 120, 3, false), weighted(4)}) {
                RealMatrix s = DenseDiffusion.of(graph, kernel);
                LoopedAdjacency matrix = LoopedAdjacency.of(graph);
                ColumnSource source = kernel instanceof PersonalisedPageRank pageRank
                        ? new PageRankPush(matrix, pageRank.alpha(), accuracy)
                        : new SeriesPush(matrix, kernel, accuracy);
                double worst = 0;
                for (int v = 0; v < graph.vertexCount(); v++) {
                    Column column = source.column(v);
                    for (int u = 0; u < graph.vertexCount(); u++) {
                        double error = s.getEntry(u, v) - column.value(u);
                        double bound = accuracy * Math.sqrt(matrix.degrees()[u] * matrix.degrees()[v]);
                        assertThat(error).isBetween(-ROUNDING, bound + ROUNDING);
                        worst = Math.max(worst, error / bound);
                    }
                }
                assertThat(worst).as("the bound is not vacuous").isGreaterThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void coefficientsSumToOneUpToTheRest(DiffusionKernel kernel) {
        for (double rest : new double[] {0.3, 1e-3, 1e-9}) {
            double sum = 0;
            for (double theta : kernel.coefficients(rest)) {
                sum += theta;
            }
            assertThat(1 - sum).isBetween(-ROUNDING, rest);
        }
    }

    private static int entries(SparseColumns columns) {
        return IntStream.range(0, columns.size())
                .map(v -> columns.vertices(v).length)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void averageDegreeIsMetFromAbove(DiffusionKernel kernel) {
        Graph graph = weighted(3);
        int n = graph.vertexCount();
        for (double entries : new double[] {1, 2.5, 4}) {
            // an entry and its mirror image are equal
            assertThat((double) entries(columns(new DiffusionRewirer(kernel, entries), graph)))
                    .isBetween(entries * n, entries * n + 2);
        }
        assertThat(entries(columns(new DiffusionRewirer(kernel, 1000), graph))).isGreaterThan(n);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theResultHasTheSymmetricWeights(DiffusionKernel kernel) {
        Graph graph = TestGraphs.hubs(2, 60, 2, false);
        DiffusionRewirer method = new DiffusionRewirer(kernel, 6);
        SparseColumns columns = columns(method, graph);
        EditList rewiring = all(method, graph);
        Graph after = rewiring.applyTo(graph);
        assertThat(after.directed()).isFalse();
        assertThat(rewiring.relations()).isEqualTo(1);
        for (int u = 0; u < 60; u++) {
            for (int v = u + 1; v < 60; v++) {
                int e = after.edgeBetween(u, v);
                assertThat(e >= 0 ? after.weight(e) : 0).isEqualTo((columns.get(u, v) + columns.get(v, u)) / 2);
            }
        }
    }

    @Test
    void aSmallerCountGivesAPrefixThatNeverLosesAKeptEdge() {
        Graph graph = TestGraphs.hubs(5, 30, 3, false);
        DiffusionRewirer method = new DiffusionRewirer(new PersonalisedPageRank(0.15), 4);
        EditList all = all(method, graph);
        Graph end = all.applyTo(graph);
        for (int count = 0; count <= all.size(); count++) {
            EditList first = method.rewire(graph, count, Progress.none());
            int size = first.size();
            assertThat(size).isBetween(Math.max(0, count - 1), count);
            assertThat(first).isEqualTo(all.prefix(size));
            Graph after = first.applyTo(graph);
            for (int e = 0; e < graph.edgeCount(); e++) {
                boolean stays = end.edgeBetween(graph.source(e), graph.target(e)) >= 0;
                assertThat(stays && after.edgeBetween(graph.source(e), graph.target(e)) < 0)
                        .isFalse();
            }
        }
    }

    @Test
    void halfOfTheEditsTakesAboutHalfOfTheEdgesThatGo() {
        Graph graph = TestGraphs.hubs(6, 200, 6, false);
        EditList all = all(new DiffusionRewirer(new Heat(3), 5), graph);
        Graph end = all.applyTo(graph);
        int changes = 0;
        for (int i = 0; i < all.size(); i++) {
            Edit edit = all.get(i);
            boolean before = graph.edgeBetween(edit.u(), edit.v()) >= 0;
            changes += before == (end.edgeBetween(edit.u(), edit.v()) >= 0) ? 0 : 1;
        }
        Graph half = all.prefix(changes / 2).applyTo(graph);
        assertThat(edges(all.prefix(changes).applyTo(graph)))
                .as("then only weights change")
                .isEqualTo(edges(end));
        int going = 0;
        int gone = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (end.edgeBetween(graph.source(e), graph.target(e)) < 0) {
                going++;
                gone += half.edgeBetween(graph.source(e), graph.target(e)) < 0 ? 1 : 0;
            }
        }
        assertThat(going).isGreaterThan(100);
        assertThat((double) gone / going).isBetween(0.35, 0.65);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < changes; i++) {
            if (all.get(i).kind() == Edit.Kind.ADD) {
                assertThat(all.weight(i)).isLessThanOrEqualTo(last * (1 + 1e-6));
                last = all.weight(i);
            }
        }
    }

    private static Set<List<Integer>> edges(Graph graph) {
        return IntStream.range(0, graph.edgeCount())
                .mapToObj(e -> List.of(graph.source(e), graph.target(e)))
                .collect(Collectors.toSet());
    }

    @Test
    void doesNotDependOnThreads() {
        Graph graph = TestGraphs.hubs(8, 150, 3, false);
        DiffusionRewirer method = new DiffusionRewirer(new PersonalisedPageRank(0.1), 8);
        EditList all = all(method, graph);
        assertThat(Parallel.of(3).call(() -> all(method, graph))).isEqualTo(all);
    }

    @Test
    void graphsWithoutEdgesStayWithoutEdges() {
        Graph graph = Graph.undirected(3, new int[0][]);
        DiffusionRewirer method = new DiffusionRewirer(new Heat(5), 16);
        assertThat(all(method, graph).size()).isZero();
        assertThat(all(method, Graph.undirected(0, new int[0][])).size()).isZero();
    }

    @Test
    void refusesWhatItIsNotDefinedOnOrTakesTooLong() {
        DiffusionRewirer method = new DiffusionRewirer(new Heat(5), 16);
        Graph directed = TestGraphs.small(1, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(method, directed))
                .withMessageContaining("undirected");
        GraphBuilder negative = GraphBuilder.over(2, false);
        negative.edge(0, 1, -2);
        Graph wrong = negative.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(method, wrong))
                .withMessageContaining("-2.0");
        LoopedAdjacency grid = LoopedAdjacency.of(TestGraphs.grid(20, 20));
        var hasty = new DiffusionMatrix(grid, () -> new SeriesPush(grid, new Heat(5), 1e-5), 1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasty.columns(16, Progress.none()))
                .withMessageContaining("visits of edges");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonalisedPageRank(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Heat(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DiffusionRewirer(new Heat(5), 0.5));
    }
}
