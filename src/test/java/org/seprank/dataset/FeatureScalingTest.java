package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureScalingTest {
    private final SparseFeatures words =
            SparseFeatures.over(2, 3, new int[] {0, 2, 2}, new int[] {0, 2}, new float[] {1, 3});

    @Test
    void bagsOfWordsAreNormalised() {
        Features scaled = FeatureScaling.AUTO.applyTo(words);
        assertThat(scaled.rowSum(0)).isEqualTo(1);
        assertThat(scaled.rowSum(1)).isZero();
    }

    @Test
    void otherFeaturesStayAsTheyAre() {
        SparseFeatures signed = SparseFeatures.over(1, 2, new int[] {0, 1}, new int[] {1}, new float[] {-2});
        assertThat(FeatureScaling.AUTO.applyTo(signed)).isSameAs(signed);
        assertThat(FeatureScaling.AUTO.applyTo(words.toDense())).isEqualTo(words.toDense());
        assertThat(FeatureScaling.RAW.applyTo(words)).isSameAs(words);
    }
}
