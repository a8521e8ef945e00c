package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.SmallGraphs;

class WalkCountBoundTest {
    static Stream<Long> seeds() {
        return SmallGraphs.seeds(25);
    }

    @Test
    void aTriangleForgetsWhereItStarted() {
        Graph triangle = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}, {0, 2}});
        for (int depth = 1; depth <= 5; depth++) {
            assertThat(WalkCountBound.of(triangle, 1, depth).toArray())
                    .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
        }
    }

    @Test
    void aPathOfThreeHasItsClosedForm() {
        Graph path = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
        assertThat(WalkCountBound.of(path, 0, 1).toArray())
                .containsExactly(new double[] {0.5, 1 / Math.sqrt(6), 0}, within(1e-15));
        assertThat(WalkCountBound.of(path, 0, 2).at(2)).isCloseTo(1.0 / 6, within(1e-15));
    }

    @Test
    void lengthZeroIsTheVertexItself() {
        assertThat(WalkCountBound.of(Graph.undirected(3, new int[][] {{0, 1}}), 1, 0)
                        .toArray())
                .containsExactly(0, 1, 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAreThoseOfThePowerOfTheDenseMatrix(long seed) {
        for (Graph graph : new Graph[] {SmallGraphs.undirected(seed), SmallGraphs.directed(seed)}) {
            for (int depth = 0; depth <= 6; depth++) {
                var power = DenseConvolution.of(graph).power(depth);
                for (int v = 0; v < graph.vertexCount(); v++) {
                    assertThat(WalkCountBound.of(graph, v, depth).toArray())
                            .containsExactly(power.getRow(v), within(1e-14));
                }
            }
        }
    }

    @Test
    void messagesFlowAlongDirectedEdges() {
        Graph graph = Graph.directed(2, new int[][] {{0, 1}});
        assertThat(WalkCountBound.of(graph, 1, 1).at(0)).isPositive();
        assertThat(WalkCountBound.of(graph, 0, 1).at(1)).isZero();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        Graph graph = Graph.undirected(2, new int[][] {{0, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkCountBound.of(graph, 2, 1))
                .withMessageContaining("vertex 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkCountBound.of(graph, 0, -1))
                .withMessageContaining("depth -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkCountBound.of(graph, 0, 1).at(-1))
                .withMessageContaining("vertex -1");
    }
}
