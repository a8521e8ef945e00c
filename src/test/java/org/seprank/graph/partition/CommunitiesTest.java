package org.seprank.graph.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.io.GraphReader;

class CommunitiesTest {
    /** From the definition, pair by pair. */
    private static double modularity(Graph graph, int[] communities) {
        int n = graph.vertexCount();
        double[][] a = new double[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            a[graph.source(e)][graph.target(e)] += graph.weight(e);
            a[graph.target(e)][graph.source(e)] += graph.weight(e);
        }
        double[] strength =
                Arrays.stream(a).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double total = Arrays.stream(strength).sum();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += communities[i] == communities[j] ? a[i][j] - strength[i] * strength[j] / total : 0;
            }
        }
        return sum / total;
    }

    private static Graph random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(24, false);
        for (int k = 0; k < 50; k++) {
            builder.edge(random.nextInt(23), random.nextInt(23), 0.5 + random.nextDouble());
        }
        return builder.build();
    }

    private static int[] found(Graph graph, long seed, boolean leiden) {
        return leiden ? Communities.leiden(graph, seed) : Communities.louvain(graph, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noVertexGainsByMoving(long seed) {
        for (boolean leiden : new boolean[] {false, true}) {
            Graph graph = random(seed);
            int[] communities = found(graph, seed, leiden);
            assertThat(found(graph, seed, leiden)).isEqualTo(communities);
            double reached = modularity(graph, communities);
            assertThat(reached)
                    .isGreaterThan(modularity(graph, IntStream.range(0, 24).toArray()));
            for (int v = 0; v < 24; v++) {
                for (int c : communities) {
                    int[] moved = communities.clone();
                    moved[v] = c;
                    assertThat(modularity(graph, moved)).isLessThan(reached + 1e-9);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void communitiesOfLeidenAreConnected(long seed) {
        Graph graph = random(seed);
        int[] communities = Communities.leiden(graph, seed);
        for (int c : Arrays.stream(communities).distinct().toArray()) {
            int[] members =
                    IntStream.range(0, 24).filter(v -> communities[v] == c).toArray();
            assertThat(Components.of(graph.induced(members)).count()).isEqualTo(1);
        }
    }

    @Test
    void theKarateClubHasItsKnownModularity() throws Exception {
        Graph karate = GraphReader.graph(Path.of("graphs/karate.graphml"));
        double weightless = 0.4198; // the optimum of the unweighted graph (Brandes et al. 2008)
        Graph plain = Graph.undirected(
                34,
                IntStream.range(0, karate.edgeCount())
                        .mapToObj(e -> new int[] {karate.source(e), karate.target(e)})
                        .toArray(int[][]::new));
        double best = 0;
        for (long seed = 0; seed < 10; seed++) {
            double q = modularity(plain, Communities.leiden(plain, seed));
            assertThat(q).isBetween(0.39, weightless + 1e-4);
            best = Math.max(best, q);
        }
        assertThat(best).isGreaterThan(weightless - 1e-4);
    }

    @Test
    void aRingOfCliquesFallsIntoThem() {
        GraphBuilder builder = GraphBuilder.over(30, false);
        for (int clique = 0; clique < 6; clique++) {
            for (int i = 0; i < 5; i++) {
                for (int j = i + 1; j < 5; j++) {
                    builder.edge(5 * clique + i, 5 * clique + j);
                }
            }
            builder.edge(5 * clique, (5 * clique + 5) % 30);
        }
        Graph ring = builder.build();
        for (boolean leiden : new boolean[] {false, true}) {
            int[] communities = found(ring, 3, leiden);
            assertThat(Arrays.stream(communities).distinct()).hasSize(6);
            for (int v = 0; v < 30; v++) {
                assertThat(communities[v]).isEqualTo(communities[v / 5 * 5]);
            }
        }
        assertThat(Communities.leiden(Graph.undirected(3, new int[0][]), 1)).doesNotHaveDuplicates();
    }

    @Test
    void partsAreOfNearlyTheSameSize() throws Exception {
        Graph karate = GraphReader.graph(Path.of("graphs/karate.graphml"));
        for (int k : new int[] {2, 3, 4, 5, 7, 34}) {
            List<Partition> parts = PartitionSpec.parse("kway:" + k).partitions(karate, 0);
            assertThat(parts).hasSize(k == 2 ? 1 : k);
            for (Partition part : parts) {
                assertThat((double) part.vertices().size()).isBetween(0.6 * 34 / k - 1, 1.4 * 34 / k + 1);
            }
        }
        assertThat(PartitionSpec.parse("kway:2").partitions(karate, 0).get(0).vertices())
                .isEqualTo(PartitionSpec.parse("bisection")
                        .partitions(karate, 0)
                        .get(0)
                        .vertices());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartitionSpec.parse("kway:35").partitions(karate, 0))
                .withMessageContaining("more clusters than the graph has vertices");
        assertThat(PartitionSpec.parse("leiden").partitions(karate, 0)).hasSizeBetween(2, 6);
    }
}
