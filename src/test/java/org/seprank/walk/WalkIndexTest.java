package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.DenseWalks;
import org.seprank.oracle.SmallGraphs;

class WalkIndexTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(80).toList();
    }

    /** Two 16-cliques with a bridge between the vertices 0 and 16. */
    private static Graph twoCliques() {
        GraphBuilder builder = GraphBuilder.over(32, false);
        for (int u = 0; u < 32; u++) {
            for (int v = u + 1; v < 32; v++) {
                if (u / 16 == v / 16) {
                    builder.edge(u, v);
                }
            }
        }
        builder.edge(0, 16);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"2, 34, 514", "3, 548, 8258"})
    void separatingTheCliquesLeavesFewerWalksThanMixingThem(int depth, long separated, long mixed) {
        Graph graph = twoCliques();
        VertexSet clique = VertexSet.range(32, 0, 15);
        int[] alternating = IntStream.range(0, 32)
                .filter(v -> v < 16 ? v % 2 == 0 : v % 2 == 1)
                .toArray();

        assertThat(WalkIndex.of(graph, clique, Target.graph(), depth)).isEqualTo(separated);
        assertThat(WalkIndex.of(graph, VertexSet.of(32, alternating), Target.graph(), depth))
                .isEqualTo(mixed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 64})
    void onACliqueEveryVertexIsOnTheBoundary(int depth) {
        Graph clique = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
        BigInteger four = BigInteger.valueOf(4);

        assertThat(WalkIndex.of(clique, VertexSet.of(4, 1), Target.graph(), depth))
                .isEqualTo(four.pow(depth));
        assertThat(WalkIndex.of(clique, VertexSet.of(4, 1), Target.vertex(3), depth))
                .isEqualTo(four.pow(depth - 1));
    }

    @Test
    void onAnEvenCycleSplitInTwoArcsThereAreFourBoundaryVertices() {
        int[][] edges = new int[8][];
        for (int v = 0; v < 8; v++) {
            edges[v] = new int[] {v, (v + 1) % 8};
        }
        Graph cycle = Graph.undirected(8, edges);
        BigInteger[] byDepth = WalkIndex.byDepth(cycle, VertexSet.range(8, 0, 3), Target.graph(), 64);

        for (int depth = 1; depth <= 64; depth++) {
            assertThat(byDepth[depth - 1])
                    .isEqualTo(
                            BigInteger.valueOf(4).multiply(BigInteger.valueOf(3).pow(depth - 1)));
        }
    }

    @Test
    void aTargetBeyondReachHasNoWalks() {
        Graph path = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
        VertexSet end = VertexSet.of(5, 0);

        assertThat(WalkIndex.byDepth(path, end, Target.vertex(4), 5))
                .containsExactly(big(0), big(0), big(0), big(1), big(5));
        assertThat(WalkIndex.log(path, end, Target.vertex(4), 3)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIndexIsWhatDenseMatrixPowersGive(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            int n = graph.vertexCount();
            VertexSet set = SmallGraphs.subset(graph, seed);
            int t = (int) (seed % n);
            for (int depth = 1; depth <= 5; depth++) {
                assertThat(WalkIndex.of(graph, set, Target.graph(), depth))
                        .isEqualTo(DenseWalks.walkIndex(graph, set, VertexSet.all(n), depth));
                assertThat(WalkIndex.of(graph, set, Target.vertex(t), depth))
                        .isEqualTo(DenseWalks.walkIndex(graph, set, VertexSet.of(n, t), depth));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void walkIndexIsInvariantUnderRelabellingAndComplement(long seed) {
        Graph graph = SmallGraphs.directed(seed);
        VertexSet set = SmallGraphs.subset(graph, seed);
        int[] image = SmallGraphs.permutation(graph.vertexCount(), seed);
        BigInteger index = WalkIndex.of(graph, set, Target.vertex(0), 4);

        assertThat(WalkIndex.of(
                        SmallGraphs.relabelled(graph, image),
                        SmallGraphs.relabelled(set, image),
                        Target.vertex(image[0]),
                        4))
                .isEqualTo(index);
        assertThat(WalkIndex.of(graph, set.complement(), Target.vertex(0), 4)).isEqualTo(index);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLogarithmAgreesAtDepth64(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        VertexSet set = SmallGraphs.subset(graph, seed);
        BigInteger exact = WalkIndex.of(graph, set, Target.graph(), 64);
        double log = WalkIndex.log(graph, set, Target.graph(), 64);

        if (exact.signum() == 0) {
            assertThat(log).isEqualTo(Double.NEGATIVE_INFINITY);
        } else {
            assertThat(log).isCloseTo(Math.log(exact.doubleValue()), within(1e-10));
        }
    }

    @Test
    void depthsOutsideTheRangeAreRefused() {
        Graph edge = Graph.undirected(2, new int[][] {{0, 1}});

        assertThatThrownBy(() -> WalkIndex.of(edge, VertexSet.of(2, 0), Target.graph(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth 0 is not in 1..64");
        assertThatThrownBy(() -> WalkIndex.byDepth(edge, VertexSet.of(2, 0), Target.graph(), 65))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Target.vertex(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target vertex -1 is negative");
    }

    /** The files are outputs of the published code of arXiv 2211.16494. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "karate",
                "er_n12_p30_s2",
                "er_n20_p20_s4",
                "ba_n20_m2_s2",
                "barbell_5_2",
                "iso_n28_ba20_s12",
                "grid_4x5",
                "single_edge_n3",
                "cora"
            })
    void theIndexIsThatOfThePublishedCode(String name) throws IOException {
        JsonNode golden = new ObjectMapper()
                .readTree(Shared.file("golden/walk_index_" + name + ".json").toFile());
        Graph graph = GoldenGraphs.read(name, golden.get("n").intValue());
        assertThat(golden.get("results")).isNotEmpty();
        for (JsonNode result : golden.get("results")) {
            VertexSet set =
                    subset(golden.get("subsets").get(result.get("subset").textValue()), graph.vertexCount());
            int depth = result.get("L").intValue();
            assertThat(WalkIndex.of(graph, set, Target.graph(), depth))
                    .isEqualTo(result.get("graph").bigIntegerValue());
            result.get("target")
                    .properties()
                    .forEach(entry -> assertThat(
                                    WalkIndex.of(graph, set, Target.vertex(Integer.parseInt(entry.getKey())), depth))
                            .isEqualTo(entry.getValue().bigIntegerValue()));
        }
    }

    private static VertexSet subset(JsonNode vertices, int n) {
        int[] members = new int[vertices.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = vertices.get(i).intValue();
        }
        return VertexSet.of(n, members);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
