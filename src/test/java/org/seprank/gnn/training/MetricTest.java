package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Labels;
import org.seprank.gnn.Predictions;

class MetricTest {
    private static Predictions hard(int classes, int... chosen) {
        double[] p = new double[classes * chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            p[i * classes + chosen[i]] = 1;
        }
        return Predictions.of(classes, p);
    }

    @Test
    void accuracyCountsOnlyTheRowsAskedFor() {
        Labels labels = Labels.of(0, 1, 2, 1);
        assertThat(Metric.ACCURACY.of(hard(3, 0, 1, 1, 0), labels, new int[] {0, 1, 2}))
                .isEqualTo(2.0 / 3);
        assertThat(Metric.ACCURACY.of(hard(3, 0, 1, 1, 0), labels, new int[0])).isNaN();
    }

    /** Class 0: precision 1/2, recall 1; class 1: precision 1, recall 1/2; class 2 does not occur. */
    @Test
    void macroF1IsTheMeanOverOccurringClasses() {
        Labels labels = Labels.of(new int[] {0, 1, 1}, 3);
        assertThat(Metric.MACRO_F1.of(hard(3, 0, 0, 1), labels, new int[] {0, 1, 2}))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Metric.MACRO_F1.of(hard(3, 0, 0, 1), labels, new int[0])).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void rocAucIsTheShareOfPairsInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30;
        int[] classes = IntStream.range(0, n).map(i -> random.nextInt(2)).toArray();
        double[] p = new double[2 * n];
        for (int i = 0; i < n; i++) {
            p[2 * i + 1] = random.nextInt(6) / 5.0; // many ties
            p[2 * i] = 1 - p[2 * i + 1];
        }
        double ordered = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (classes[i] == 1 && classes[j] == 0) {
                    pairs++;
                    ordered += p[2 * i + 1] > p[2 * j + 1] ? 1 : p[2 * i + 1] < p[2 * j + 1] ? 0 : 0.5;
                }
            }
        }
        int[] rows = IntStream.range(0, n).toArray();
        assertThat(Metric.ROC_AUC.of(Predictions.of(2, p), Labels.of(classes, 2), rows))
                .isCloseTo(ordered / pairs, within(1e-12));
    }

    @Test
    void rocAucNeedsTwoClasses() {
        assertThatThrownBy(() -> Metric.ROC_AUC.of(hard(3, 0), Labels.of(new int[] {0}, 3), new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Metric.ROC_AUC.of(hard(2, 0), Labels.of(new int[] {0}, 2), new int[] {0}))
                .isNaN();
    }

    @Test
    void schedulesFollowTheirFormulas() {
        assertThat(Schedule.parse("constant").factor(7, 10)).isEqualTo(1);
        assertThat(Schedule.parse("step:3,0.5").factor(6, 10)).isEqualTo(0.25);
        assertThat(Schedule.parse("cosine:0.1").factor(0, 11)).isEqualTo(1);
        assertThat(Schedule.parse("cosine:0.1").factor(10, 11)).isCloseTo(0.1, within(1e-12));
        assertThat(Schedule.parse("cosine:0.1").factor(5, 11)).isCloseTo(0.55, within(1e-12));
        for (String wrong : new String[] {"", "step", "step:0,0.5", "step:2,2", "step:x,1", "cosine:2", "linear"}) {
            assertThatThrownBy(() -> Schedule.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
