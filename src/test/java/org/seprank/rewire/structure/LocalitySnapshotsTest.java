package org.seprank.rewire.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.structure.LocalitySnapshots.Options;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class LocalitySnapshotsTest {
    private static final Options DEFAULTS = Options.defaults();

    private static EditList all(Options options, Graph graph) {
        return new LocalitySnapshots(options, 1).rewire(graph, Integer.MAX_VALUE, Progress.none());
    }

    private static Graph path(int n) {
        return TestGraphs.grid(1, n);
    }

    /** The reference implementation labels them 1, 2, 3, 3, 4, 4, .. */
    @Test
    void distancesOnAPathAreThoseOfThePath() {
        Options options = new Options(4, 1, 1, 8, 5e10);
        Graph path = path(9);
        EditList rewiring = all(options, path);
        Graph after = rewiring.applyTo(path);
        int[] relations = rewiring.relationsAfter(path);
        for (int u = 0; u < 9; u++) {
            for (int v = u + 1; v < 9; v++) {
                int e = after.edgeBetween(u, v);
                assertThat(e >= 0).isEqualTo(v - u <= 4);
                if (e >= 0) {
                    assertThat(after.weight(e)).isEqualTo(1);
                    assertThat(relations[e]).isEqualTo(v - u - 1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void picksHaveTheFewestWalksOfTheirOrbit(int walkLength) {
        Options options = new Options(4, 0.4, 1, walkLength, 5e10);
        for (long seed = 0; seed < 25; seed++) {
            Graph graph = TestGraphs.random(seed, 14, 2, 0.2, false);
            checkPicks(options, graph, all(options, graph));
        }
    }

    private static void checkPicks(Options options, Graph graph, EditList rewiring) {
        Graph after = rewiring.applyTo(graph);
        int[] relations = rewiring.relationsAfter(graph);
        int n = graph.vertexCount();
        int[][] distances = distances(graph);
        BigInteger[][] walks = walks(graph, options.walkLength());
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                int r = distances[u][v];
                boolean joined = after.edgeBetween(u, v) >= 0;
                if (r < 2 || r > options.snapshots()) {
                    assertThat(joined).isEqualTo(r == 1);
                    continue;
                }
                int byU = walks[u][v].compareTo(last(options, distances, walks, new int[] {u, r}));
                int byV = walks[u][v].compareTo(last(options, distances, walks, new int[] {v, r}));
                assertThat(!joined && Math.min(byU, byV) < 0)
                        .as("one end must pick")
                        .isFalse();
                assertThat(joined && Math.min(byU, byV) > 0)
                        .as("no end may pick")
                        .isFalse();
                if (joined) {
                    assertThat(relations[after.edgeBetween(u, v)]).isEqualTo(r - 1);
                }
            }
        }
        assertEnoughPerOrbit(options, distances, after);
    }

    private static void assertEnoughPerOrbit(Options options, int[][] distances, Graph after) {
        for (int u = 0; u < distances.length; u++) {
            for (int r = 2; r <= options.snapshots(); r++) {
                int size = 0;
                int joined = 0;
                for (int v = 0; v < distances.length; v++) {
                    size += distances[u][v] == r ? 1 : 0;
                    joined += distances[u][v] == r && after.edgeBetween(u, v) >= 0 ? 1 : 0;
                }
                int quota = (int) Math.min(size, Math.max(1, Math.round(options.density() * size)));
                assertThat(joined).isGreaterThanOrEqualTo(quota);
            }
        }
    }

    /** The number of walks of the last pick of an orbit. */
    private static BigInteger last(Options options, int[][] distances, BigInteger[][] walks, int[] orbit) {
        int u = orbit[0];
        List<BigInteger> values = new ArrayList<>();
        for (int v = 0; v < walks.length; v++) {
            if (distances[u][v] == orbit[1]) {
                values.add(walks[u][v]);
            }
        }
        values.sort(null);
        int quota = (int) Math.min(values.size(), Math.max(1, Math.round(options.density() * values.size())));
        return values.get(quota - 1);
    }

    private static int[][] distances(Graph graph) {
        int n = graph.vertexCount();
        int[][] distances = new int[n][n];
        for (int[] row : distances) {
            Arrays.fill(row, 1000);
        }
        for (int v = 0; v < n; v++) {
            distances[v][v] = 0;
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            distances[graph.source(e)][graph.target(e)] = 1;
            distances[graph.target(e)][graph.source(e)] = 1;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    distances[i][j] = Math.min(distances[i][j], distances[i][k] + distances[k][j]);
                }
            }
        }
        return distances;
    }

    private static BigInteger[][] walks(Graph graph, int length) {
        int n = graph.vertexCount();
        BigInteger[][] power = new BigInteger[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                power[u][v] = u == v ? BigInteger.ONE : BigInteger.ZERO;
            }
        }
        for (int j = 0; j < length; j++) {
            BigInteger[][] next = new BigInteger[n][n];
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    next[u][v] = power[u][v];
                    for (int w = 0; w < n; w++) {
                        if (graph.edgeBetween(w, v) >= 0) {
                            next[u][v] = next[u][v].add(power[u][w]);
                        }
                    }
                }
            }
            power = next;
        }
        return power;
    }

    /**
     * A clique with a path of two at vertex 0; by symmetry the other vertices of the clique all have the same count.
     */
    @Test
    void longWalksOfLargeDegreesDoNotOverflow() {
        int clique = 1100;
        GraphBuilder builder = GraphBuilder.from(TestGraphs.clique(clique));
        builder.appendVertices(2);
        builder.edge(0, clique);
        builder.edge(clique, clique + 1);
        NearbyWalks walks = new NearbyWalks(builder.build(), 3);
        walks.count(clique + 1, 64);
        BigInteger[] x = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE};
        BigInteger others = BigInteger.valueOf(clique - 1);
        for (int j = 0; j < 64; j++) {
            x = new BigInteger[] {
                others.multiply(x[0]).add(x[1]),
                others.multiply(x[0]).add(x[1]).add(x[2]),
                x[1].add(x[2]).add(x[3]),
                x[2].add(x[3])
            };
        }
        assertThat(x[0].bitLength()).isGreaterThan(602);
        double ratio = new BigDecimal(x[0])
                .divide(new BigDecimal(x[2]), MathContext.DECIMAL64)
                .doubleValue();
        assertThat(walks.walksTo(5) / walks.walksTo(clique) / ratio).isCloseTo(1, within(1e-12));
        assertThat(walks.orbitSize(3)).isEqualTo(clique - 1);
    }

    @Test
    void aSmallerCountGivesAPrefix() {
        for (long seed = 0; seed < 4; seed++) {
            Graph graph = TestGraphs.random(seed, 30, 2, 0.12, false);
            Options options = new Options(4, 0.5, 1, 8, 5e10);
            EditList all = all(options, graph);
            assertThat(all.size()).isGreaterThan(20);
            for (int count = 0; count <= all.size(); count++) {
                assertThat(new LocalitySnapshots(options, 1).rewire(graph, count, Progress.none()))
                        .isEqualTo(all.prefix(count));
            }
        }
    }

    @Test
    void aSmallerDensityGivesAPrefix() {
        Graph graph = TestGraphs.hubs(3, 80, 2, false);
        EditList all = all(new Options(3, 1, 0, 8, 5e10), graph);
        List<Edit> few = all(new Options(3, 0.2, 0, 8, 5e10), graph).toList();
        assertThat(few).isNotEmpty();
        int longest = 0;
        while (longest < few.size() && few.get(longest).equals(all.get(longest))) {
            longest++;
        }
        // ranks up to the density are common to both; rounding adds at most half a pick per orbit
        assertThat(longest).isGreaterThan(few.size() / 2);
    }

    @Test
    void doesNotDependOnThreadsButOnTheSeed() {
        Graph graph = TestGraphs.grid(12, 12);
        EditList all = all(DEFAULTS, graph);
        assertThat(Parallel.of(3).call(() -> all(DEFAULTS, graph))).isEqualTo(all);
        assertThat(new LocalitySnapshots(DEFAULTS, 2).rewire(graph, Integer.MAX_VALUE, Progress.none()))
                .isNotEqualTo(all);
    }

    @Test
    void refusesWhatItIsNotDefinedOnOrTakesTooLong() {
        Graph directed = TestGraphs.small(1, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(DEFAULTS, directed))
                .withMessageContaining("undirected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(new Options(3, 0.5, 1, 8, 1000), TestGraphs.grid(20, 20)))
                .withMessageContaining("visits of edges");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1, 0.5, 1, 8, 5e10))
                .withMessageContaining("snapshots 1 is not in 2..64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(3, -0.1, 1, 8, 5e10))
                .withMessageContaining("density -0.1 is not in 0..1");
        assertThat(all(DEFAULTS, Graph.undirected(5, new int[0][])).size()).isZero();
        assertThat(all(DEFAULTS, TestGraphs.clique(5)).size()).isZero();
    }
}
