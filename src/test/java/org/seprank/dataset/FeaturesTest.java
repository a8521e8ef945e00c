package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {
    private static float[] random(int size, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = random.nextDouble() < density ? 1 + random.nextInt(9) : 0;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void denseAndSparseFormsAgreeInEverything(long seed) {
        DenseFeatures dense = DenseFeatures.over(7, 5, random(35, 0.3, seed));
        SparseFeatures sparse = dense.toSparse();
        assertThat(sparse.toDense().values()).containsExactly(dense.values());
        assertThat(sparse).isEqualTo(dense).hasSameHashCodeAs(dense);
        assertThat(sparse.nonZeros()).isEqualTo(dense.nonZeros());
        assertThat(sparse.density()).isEqualTo(dense.density());
        int[] rows = {6, 0, 0, 3};
        assertThat(sparse.select(rows)).isEqualTo(dense.select(rows));
        assertThat(sparse.rowNormalized()).isEqualTo(dense.rowNormalized());
        for (int i = 0; i < 7; i++) {
            assertThat(sparse.rowSum(i)).isEqualTo(dense.rowSum(i));
            for (int j = 0; j < 5; j++) {
                assertThat(sparse.value(i, j)).isEqualTo(dense.value(i, j)).isEqualTo(dense.values()[5 * i + j]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowNormalizedRowsSumToOneOrZero(long seed) {
        Features features = DenseFeatures.over(20, 4, random(80, 0.2, seed));
        Features normalized = features.rowNormalized();
        for (int i = 0; i < 20; i++) {
            assertThat(normalized.rowSum(i)).isCloseTo(features.rowSum(i) == 0 ? 0 : 1, within(1e-6));
        }
    }

    @Test
    void compactTakesTheSmallerForm() {
        assertThat(DenseFeatures.over(10, 10, random(100, 0.05, 1)).compact()).isInstanceOf(SparseFeatures.class);
        assertThat(DenseFeatures.over(10, 10, random(100, 0.9, 1)).toSparse().compact())
                .isInstanceOf(DenseFeatures.class);
    }

    @Test
    void noFeaturesHaveNoColumns() {
        Features none = Features.none(4);
        assertThat(none.rows()).isEqualTo(4);
        assertThat(none.columns()).isZero();
        assertThat(none.density()).isZero();
        assertThat(none.select(new int[] {1, 1})).isEqualTo(Features.none(2));
    }

    @Test
    void malformedMatricesAreRefusedWithTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseFeatures.over(2, 2, new float[3]))
                .withMessageContaining("3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseFeatures.over(1, 2, new float[] {0, Float.NaN}))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseFeatures.over(1, 3, new int[] {0, 2}, new int[] {2, 1}, new float[] {1, 1}))
                .withMessageContaining("column 1 of row 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseFeatures.over(2, 3, new int[] {0, 2, 1}, new int[] {0}, new float[] {1}))
                .withMessageContaining("row 0 ends at 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseFeatures.over(1, 3, new int[] {0, 1}, new int[] {3}, new float[] {1}))
                .withMessageContaining("column 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseFeatures.over(1, 3, new int[] {0}, new int[0], new float[0]))
                .withMessageContaining("1 row offsets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseFeatures.over(1, 3, new int[] {0, 1}, new int[0], new float[0]))
                .withMessageContaining("end at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Features.none(2).value(2, 0))
                .withMessageContaining("row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Features.none(2).value(1, 0))
                .withMessageContaining("column 0");
    }
}
