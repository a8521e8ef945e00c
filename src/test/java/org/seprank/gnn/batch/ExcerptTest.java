package org.seprank.gnn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seprank.gnn.RandomBatch;
import org.seprank.gnn.kernel.Csr;

/** Parts of a batch against the entries of the whole. */
class ExcerptTest {
    private static final int[] PART = {7, 2, 3, 11, 0};
    private static final int COPIES = 3;

    @ParameterizedTest
    @EnumSource(
            value = OperatorKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POOL_SUM", "POOL_MEAN", "SENDERS", "EDGES", "BY_ENTRY", "SUM_BY_ENTRY", "PAIRS"})
    void operatorsOfAnExcerptHaveTheEntriesOfTheWhole(OperatorKind kind) {
        for (boolean directed : new boolean[] {false, true}) {
            GraphBatch whole = GraphBatch.of(RandomBatch.graph(14, 40, directed, 5), FeatureMatrix.constant(14, 1));
            GraphBatch part = whole.excerpt(PART, FeatureMatrix.constant(COPIES * PART.length, 1));
            double[][] all = dense(whole.operator(kind));
            double[][] cut = dense(part.operator(kind));
            int groups = all[0].length / 14;
            for (int i = 0; i < cut.length; i++) {
                for (int j = 0; j < cut[0].length; j++) {
                    int column = j / groups;
                    boolean sameCopy = i / PART.length == column / PART.length;
                    double there = all[PART[i % PART.length]][PART[column % PART.length] * groups + j % groups];
                    assertThat(cut[i][j]).isEqualTo(sameCopy ? there : 0);
                }
            }
        }
    }

    private static double[][] dense(Csr a) {
        double[][] m = new double[a.rows()][a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                m[i][a.indices()[k]] += a.doubles()[k];
            }
        }
        return m;
    }

    @Test
    void copiesAreGraphsOfTheirOwnAndKeepTheNumbersOfEdges() {
        GraphBatch whole = GraphBatch.of(RandomBatch.graph(14, 40, false, 5), FeatureMatrix.constant(14, 1));
        GraphBatch part = whole.excerpt(PART, FeatureMatrix.constant(COPIES * PART.length, 1));
        assertThat(part.graphOffsets()).containsExactly(0, 5, 10, 15);
        assertThat(part.edgeCount()).isEqualTo(whole.edgeCount());
        assertThat(part.undirected()).isTrue();
        Csr pool = part.operator(OperatorKind.POOL_MEAN);
        assertThat(pool.rows()).isEqualTo(COPIES);
        assertThat(pool.doubles()).containsOnly(0.2);
        Csr cut = part.operator(OperatorKind.NEIGHBOURS);
        Csr all = whole.operator(OperatorKind.NEIGHBOURS);
        for (int i = 0; i < cut.rows(); i++) {
            for (int k = cut.offsets()[i]; k < cut.offsets()[i + 1]; k++) {
                int v = PART[i % PART.length];
                int w = PART[cut.indices()[k] % PART.length];
                assertThat(edge(all, v, w)).isEqualTo(cut.edges()[k]);
            }
        }
    }

    private static int edge(Csr a, int row, int column) {
        for (int k = a.offsets()[row]; k < a.offsets()[row + 1]; k++) {
            if (a.indices()[k] == column) {
                return a.edges()[k];
            }
        }
        return -2;
    }

    @Test
    void selectedRowsAreTheRows() {
        FeatureMatrix sparse = RandomBatch.sparse(9, 4, 1);
        FeatureMatrix dense = FeatureMatrix.dense(4, RandomBatch.numbers(36, 2));
        int[] chosen = {8, 0, 8, 3};
        for (FeatureMatrix features : new FeatureMatrix[] {sparse, dense}) {
            FeatureMatrix selected = features.select(chosen);
            double[] row = new double[4];
            double[] expected = new double[4];
            for (int i = 0; i < chosen.length; i++) {
                selected.copyRow(i, row);
                features.copyRow(chosen[i], expected);
                assertThat(row).isEqualTo(expected);
            }
        }
    }

    @Test
    void wrongVerticesAreRefused() {
        GraphBatch whole = GraphBatch.of(RandomBatch.graph(14, 40, false, 5), FeatureMatrix.constant(14, 1));
        assertThatThrownBy(() -> whole.excerpt(new int[] {1, 14}, FeatureMatrix.constant(2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vertex 14 is not in 0..13");
        assertThatThrownBy(() -> whole.excerpt(new int[] {1, 1}, FeatureMatrix.constant(2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> whole.excerpt(new int[] {1, 2}, FeatureMatrix.constant(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 vertices");
    }
}
