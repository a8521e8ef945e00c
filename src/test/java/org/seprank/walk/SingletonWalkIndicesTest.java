package org.seprank.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.SmallGraphs;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class SingletonWalkIndicesTest {
    static List<Long> seeds() {
        return SmallGraphs.seeds(150).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void indicesAreThoseOfEverySingletonAlone(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            for (int depth : new int[] {1, 2, 3, 4, 5, 6, 7, 8}) {
                check(graph, depth);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 33, 34, 63, 64})
    void countsBeyond64BitsStayExact(int depth) {
        for (long seed = 1; seed <= 12; seed++) {
            check(SmallGraphs.undirected(seed), depth);
            check(SmallGraphs.directed(seed), depth);
        }
    }

    private static void check(Graph graph, int depth) {
        int n = graph.vertexCount();
        SingletonWalkIndices ofVertices = SingletonWalkIndices.vertexPrediction(graph, depth);
        SingletonWalkIndices ofGraph = SingletonWalkIndices.graphPrediction(graph, depth);
        assertThat(ofVertices.size()).isEqualTo(n);
        for (int t = 0; t < n; t++) {
            VertexSet self = VertexSet.of(n, t);
            assertThat(ofVertices.at(t))
                    .as("vertex %d, depth %d, %s", t, depth, graph)
                    .isEqualTo(WalkIndex.of(graph, self, Target.vertex(t), depth));
            assertThat(ofGraph.at(t)).isEqualTo(WalkIndex.of(graph, self, Target.graph(), depth));
        }
    }

    @Test
    void aCliqueHasThePowersOfItsSize() {
        Graph clique = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
        for (int depth = 1; depth <= 64; depth++) {
            SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(clique, depth);
            assertThat(indices.at(2)).isEqualTo(BigInteger.valueOf(4).pow(depth - 1));
            assertThat(indices.fitsLong()).isEqualTo(depth <= 32);
        }
    }

    @Test
    void onlyWhatFitsIsGivenAsALong() {
        Graph clique = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});

        assertThat(SingletonWalkIndices.vertexPrediction(clique, 32).longAt(0)).isEqualTo(1L << 62);
        SingletonWalkIndices wide = SingletonWalkIndices.graphPrediction(clique, 40);
        assertThat(wide.fitsLong()).isFalse();
        assertThatThrownBy(() -> wide.longAt(0)).isInstanceOf(ArithmeticException.class);
    }

    /** With degrees, triangles and codegrees counted without self-loops. */
    @ParameterizedTest
    @MethodSource("seeds")
    void depthFourIsASumOverCodegrees(long seed) {
        Graph graph = SmallGraphs.undirected(seed);
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(graph, 4);
        Triangles triangles = Triangles.of(graph);
        for (int t = 0; t < graph.vertexCount(); t++) {
            long degree = graph.out().degree(t);
            long expected = 1 + 6 * degree + 8 * triangles.at(t);
            for (int j = 0; j < graph.vertexCount(); j++) {
                long common = commonNeighbours(graph, t, j);
                expected += common * common;
            }
            assertThat(indices.longAt(t)).isEqualTo(degree == 0 ? 0 : expected);
        }
    }

    private static long commonNeighbours(Graph graph, int u, int v) {
        return IntStream.range(0, graph.vertexCount())
                .filter(w -> graph.edgeBetween(u, w) >= 0 && graph.edgeBetween(v, w) >= 0)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 4, 169", "3, 4, 12, 825"})
    void coraHasItsKnownDistribution(int depth, long min, long median, long max) throws IOException {
        Graph cora = GoldenGraphs.read("cora", 2708);
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(cora, depth);
        long[] sorted =
                IntStream.range(0, 2708).mapToLong(indices::longAt).sorted().toArray();

        assertThat(List.of(sorted[0], sorted[1354], sorted[2707])).containsExactly(min, median, max);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void theNumberOfThreadsDoesNotMatter(int depth) throws IOException {
        Graph cora = GoldenGraphs.read("cora", 2708);
        SingletonWalkIndices alone = in(1, cora, depth);
        SingletonWalkIndices together = in(5, cora, depth);

        for (int v = 0; v < cora.vertexCount(); v++) {
            assertThat(together.longAt(v)).isEqualTo(alone.longAt(v));
        }
    }

    private static SingletonWalkIndices in(int threads, Graph graph, int depth) {
        return Parallel.of(threads).call(() -> SingletonWalkIndices.vertexPrediction(graph, depth));
    }

    /** Counts that overflow inside one ball must not leak into the next. */
    @Test
    void anOverflowHasNoEffectOnOtherVertices() {
        GraphBuilder builder = GraphBuilder.over(43, false);
        for (int u = 0; u < 40; u++) {
            for (int v = u + 1; v < 40; v++) {
                builder.edge(u, v);
            }
        }
        builder.edge(40, 41);
        builder.edge(41, 42);
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(builder.build(), 40);
        Graph path = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});

        assertThat(indices.at(0)).isEqualTo(BigInteger.valueOf(40).pow(39));
        for (int t = 0; t < 3; t++) {
            assertThat(indices.at(40 + t)).isEqualTo(WalkIndex.of(path, VertexSet.of(3, t), Target.vertex(t), 40));
        }
    }

    @Test
    void progressReachesTheNumberOfVerticesAndCanStop() {
        Graph cycle = Graph.directed(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});
        Recorder recorder = new Recorder(false);
        SingletonWalkIndices.vertexPrediction(cycle, 3, recorder);

        assertThat(recorder.seen).last().isEqualTo(3L);
        assertThatThrownBy(() -> SingletonWalkIndices.vertexPrediction(cycle, 3, new Recorder(true)))
                .isInstanceOf(CancellationException.class);
    }

    private static final class Recorder implements Progress {
        private final List<Long> seen = new ArrayList<>();
        private final boolean stop;

        Recorder(boolean stop) {
            this.stop = stop;
        }

        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {
            seen.add(done);
        }

        @Override
        public boolean cancelled() {
            return stop;
        }
    }
}
