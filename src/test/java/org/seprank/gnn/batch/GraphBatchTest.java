package org.seprank.gnn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.scalar.DoubleKernels;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Operators against their dense definitions. */
class GraphBatchTest {
    private static final EdgeDropping EVEN = new EdgeDropping(0.3, EdgeDropping.By.UNIFORM);

    private static double[][] dense(Csr a) {
        double[][] m = new double[a.rows()][a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                m[i][a.indices()[k]] += a.doubles()[k];
            }
        }
        return m;
    }

    /** Entry (i, j): the weight of the edge from j to i. */
    private static double[][] adjacency(Graph graph) {
        double[][] a = new double[graph.vertexCount()][graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            a[graph.target(e)][graph.source(e)] = graph.weight(e);
            if (!graph.directed()) {
                a[graph.source(e)][graph.target(e)] = graph.weight(e);
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void operatorsAreWhatTheyAreDefinedAs(boolean directed) {
        for (long seed = 0; seed < 20; seed++) {
            int n = 4 + (int) seed;
            Graph graph = RandomBatch.graph(n, 2 * n, directed, seed);
            GraphBatch batch = GraphBatch.of(graph, FeatureMatrix.constant(n, 1));
            double[][] a = adjacency(graph);
            double[][] gcn = dense(batch.operator(OperatorKind.GCN));
            double[][] self = dense(batch.operator(OperatorKind.WITH_SELF));
            double[][] sender = dense(batch.operator(OperatorKind.BY_SENDER));
            double[][] mean = dense(batch.operator(OperatorKind.MEAN_BESIDE_SELF));
            double[] degree = new double[n];
            Arrays.setAll(degree, i -> 1 + Arrays.stream(a[i]).sum());
            double[] greatest = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    greatest[j] = self[i][j] == 0 ? greatest[j] : Math.max(greatest[j], degree[i]);
                }
            }
            for (int i = 0; i < n; i++) {
                assertThat(Arrays.stream(sender[i]).sum())
                        .isLessThanOrEqualTo(Arrays.stream(gcn[i]).sum() + 1e-14);
                for (int j = 0; j < n; j++) {
                    assertThat(sender[i][j]).isCloseTo(self[i][j] / Math.sqrt(degree[j] * greatest[j]), within(1e-14));
                    double withSelf = a[i][j] + (i == j ? 1 : 0);
                    assertThat(self[i][j]).isEqualTo(withSelf);
                    assertThat(gcn[i][j]).isCloseTo(withSelf / Math.sqrt(degree[i] * degree[j]), within(1e-14));
                    assertThat(mean[i][2 * j]).isEqualTo(i == j ? 1 : 0);
                    double share = degree[i] == 1 ? 0 : a[i][j] / (degree[i] - 1);
                    assertThat(mean[i][2 * j + 1]).isCloseTo(share, within(1e-14));
                }
            }
        }
    }

    /** Signed weights are fine as long as no sum that is divided by is 0 or less. */
    @Test
    void sumsOfWeightsThatAreNotPositiveAreRefused() {
        GraphBatch slightly = GraphBatch.of(signed(-0.75), FeatureMatrix.constant(3, 1));
        assertThat(dense(slightly.operator(OperatorKind.GCN))[1][2])
                .isCloseTo(-0.75 / Math.sqrt(1.75 * 0.25), within(1e-14));
        assertThatThrownBy(() -> slightly.operator(OperatorKind.MEAN_BESIDE_SELF))
                .hasMessageStartingWith("the weights of the edges of vertex 2 sum to -0.75, and this network divides");
        GraphBatch strongly = GraphBatch.of(signed(-1), FeatureMatrix.constant(3, 1));
        assertThatThrownBy(() -> strongly.operator(OperatorKind.GCN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the weights of the edges of vertex 2 and 1 for itself sum to 0.0, and");
        GraphBatch apart = strongly.withRelations(new int[] {0, 1}, 3);
        assertThatThrownBy(() -> apart.operator(OperatorKind.RELATIONAL))
                .hasMessageStartingWith("the weights of the edges of vertex 1 sum to -1.0");
        assertThat(dense(strongly.operator(OperatorKind.NEIGHBOURS))[2][1]).isEqualTo(-1);
    }

    /** The path 0-1-2 with weights 1.5 and this one. */
    private static Graph signed(double second) {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 1.5);
        builder.edge(1, 2, second);
        return builder.build();
    }

    @Test
    void relationsHaveTheirOwnMeans() {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {0, 2}, {0, 3}});
        GraphBatch batch = GraphBatch.of(graph, FeatureMatrix.constant(4, 1)).withRelations(new int[] {1, 0, 1}, 2);
        double[][] a = dense(batch.operator(OperatorKind.RELATIONAL));
        assertThat(a[0]).containsExactly(1, 0, 0, 0, 0, 0.5, 0, 1, 0, 0, 0, 0.5);
        assertThat(a[2]).containsExactly(0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThatThrownBy(() -> batch.withRelations(new int[] {0, 2, 0}, 2)).hasMessage("relation 2 is not in 0..1");
        assertThatThrownBy(() -> batch.withRelations(new int[] {0}, 1)).hasMessage("1 relations for 3 edges");
    }

    @ParameterizedTest
    @EnumSource(
            value = OperatorKind.class,
            names = {"GCN", "NEIGHBOURS", "WITH_SELF", "BY_SENDER"})
    void packingPutsOperatorsOnADiagonal(OperatorKind kind) {
        GraphBatch left = RandomBatch.dense(5, 7, 2, 1);
        GraphBatch right = RandomBatch.dense(4, 5, 2, 2);
        GraphBatch both = GraphBatch.pack(List.of(left, right));
        double[][] a = dense(both.operator(kind));
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                double expected = i < 5 && j < 5
                        ? dense(left.operator(kind))[i][j]
                        : i >= 5 && j >= 5 ? dense(right.operator(kind))[i - 5][j - 5] : 0;
                assertThat(a[i][j]).isEqualTo(expected);
            }
        }
        assertThat(both.graphOffsets()).containsExactly(0, 5, 9);
        assertThat(both.edgeCount()).isEqualTo(left.edgeCount() + right.edgeCount());
        assertThat(dense(both.operator(OperatorKind.POOL_MEAN))[1]).containsExactly(0, 0, 0, 0, 0, .25, .25, .25, .25);
        assertThat(dense(both.operator(OperatorKind.POOL_SUM))[0]).containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void packedFeaturesStandBelowEachOther() {
        GraphBatch dense = RandomBatch.dense(3, 2, 4, 1);
        GraphBatch sparse = dense.withFeatures(RandomBatch.sparse(3, 4, 2));
        double[] mixed = GraphBatch.pack(List.of(dense, sparse))
                .features()
                .matrix(DoubleKernels.single())
                .data();
        double[] alike = GraphBatch.pack(List.of(sparse, sparse))
                .features()
                .matrix(DoubleKernels.single())
                .data();
        double[] first = dense.features().matrix(DoubleKernels.single()).data();
        double[] second = sparse.features().matrix(DoubleKernels.single()).data();
        assertThat(Arrays.copyOfRange(mixed, 0, 12)).isEqualTo(first);
        assertThat(Arrays.copyOfRange(mixed, 12, 24)).isEqualTo(second);
        assertThat(Arrays.copyOfRange(alike, 12, 24)).isEqualTo(second);
        GraphBatch wide = RandomBatch.dense(3, 2, 5, 1);
        assertThatThrownBy(() -> GraphBatch.pack(List.of(dense, wide))).hasMessageContaining("feature width 4 and 5");
        assertThatThrownBy(() -> GraphBatch.pack(List.of())).hasMessageContaining("no graph");
        assertThatThrownBy(() -> dense.withFeatures(FeatureMatrix.constant(7, 1)))
                .hasMessageContaining("7 vertices");
    }

    @Test
    void droppedEdgesGoInBothDirectionsAndKeepTheirNumbers() {
        GraphBatch batch = RandomBatch.dense(60, 400, 1, 3);
        GraphBatch thin = batch.dropEdges(EVEN.rates(batch), 7);
        Csr a = thin.operator(OperatorKind.NEIGHBOURS);
        int[] seen = new int[batch.edgeCount()];
        for (int e : a.edges()) {
            seen[e]++;
        }
        assertThat(seen).containsOnly(0, 2);
        double share = Arrays.stream(seen).filter(s -> s == 2).count() / (double) batch.edgeCount();
        assertThat(share).isBetween(0.55, 0.85);
        assertThat(batch.dropEdges(EVEN.rates(batch), 7)
                        .operator(OperatorKind.NEIGHBOURS)
                        .indices())
                .isEqualTo(a.indices());
        assertThat(batch.dropEdges(EVEN.rates(batch), 8)
                        .operator(OperatorKind.NEIGHBOURS)
                        .indices())
                .isNotEqualTo(a.indices());
        assertThat(thin.edgeCount()).isEqualTo(batch.edgeCount());
    }

    @Test
    void malformedFeaturesAreRefused() {
        assertThatThrownBy(() -> FeatureMatrix.dense(3, new float[7])).hasMessage("7 entries are not rows of width 3");
        assertThatThrownBy(() -> FeatureMatrix.dense(0, new double[7])).hasMessageContaining("width 0");
        assertThatThrownBy(() -> GraphBatch.of(Graph.undirected(3, new int[0][]), FeatureMatrix.constant(2, 1)))
                .hasMessage("features of 2 vertices do not fit a graph with 3");
    }
}
