package org.seprank.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Labels;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
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
        Truth labels = Truth.of(Labels.of(0, 1, 2, 1));
        assertThat(Metric.ACCURACY.of(hard(3, 0, 1, 1, 0), labels, new int[] {0, 1, 2}))
                .isEqualTo(2.0 / 3);
        assertThat(Metric.ACCURACY.of(hard(3, 0, 1, 1, 0), labels, new int[0])).isNaN();
    }

    /** Class 0: precision 1/2, recall 1; class 1: precision 1, recall 1/2; class 2 does not occur. */
    @Test
    void macroF1IsTheMeanOverOccurringClasses() {
        Truth labels = Truth.of(Labels.of(new int[] {0, 1, 1}, 3));
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
        assertThat(Metric.ROC_AUC.of(Predictions.of(2, p), Truth.of(Labels.of(classes, 2)), rows))
                .isCloseTo(ordered / pairs, within(1e-12));
    }

    @Test
    void rocAucNeedsTwoClasses() {
        assertThatThrownBy(() -> Metric.ROC_AUC.of(hard(3, 0), Truth.of(Labels.of(new int[] {0}, 3)), new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Metric.ROC_AUC.of(hard(2, 0), Truth.of(Labels.of(new int[] {0}, 2)), new int[] {0}))
                .isNaN();
    }

    private static Truth values(TargetValues.Kind kind, int columns, double... values) {
        return new Truth(
                Labels.missing(values.length / columns), TargetValues.of(kind, TargetValues.names(columns), values));
    }

    /** By hand: thresholds 0.9 (1/1), 0.8 (1/2), 0.7 (2/3), 0.1; positives at ranks 1 and 3: (1 + 2/3) / 2. */
    @Test
    void averagePrecisionIsTheMeanPrecisionAtThePositives() {
        Truth one = values(TargetValues.Kind.EVENTS, 1, 1, 0, 1, 0);
        int[] rows = {0, 1, 2, 3};
        assertThat(Metric.AVERAGE_PRECISION.of(Predictions.of(1, new double[] {0.9, 0.8, 0.7, 0.1}), one, rows))
                .isCloseTo((1 + 2.0 / 3) / 2, within(1e-15));
        // all the same: the precision is the share of positives
        assertThat(Metric.AVERAGE_PRECISION.of(Predictions.of(1, new double[4]), one, rows))
                .isEqualTo(0.5);
        Truth binary = Truth.of(Labels.of(new int[] {1, 0, 1, 0}, 2));
        double[] both = {0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.9, 0.1};
        assertThat(Metric.AVERAGE_PRECISION.of(Predictions.of(2, both), binary, rows))
                .isCloseTo((1 + 2.0 / 3) / 2, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void averagePrecisionIsTheSumOverThresholds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 25;
        double[] was = new double[n];
        double[] said = new double[n];
        for (int i = 0; i < n; i++) {
            was[i] = random.nextInt(2);
            said[i] = random.nextInt(8) / 7.0;
        }
        double positives = Arrays.stream(was).sum();
        double sum = 0;
        double recall = 0;
        for (int t = 7; t >= 0; t--) {
            double threshold = t / 7.0;
            double found = IntStream.range(0, n)
                    .filter(i -> said[i] >= threshold && was[i] == 1)
                    .count();
            double taken =
                    IntStream.range(0, n).filter(i -> said[i] >= threshold).count();
            sum += taken == 0 ? 0 : (found / positives - recall) * (found / taken);
            recall = found / positives;
        }
        Truth truth = values(TargetValues.Kind.EVENTS, 1, was);
        int[] rows = IntStream.range(0, n).toArray();
        assertThat(Metric.AVERAGE_PRECISION.of(Predictions.of(1, said), truth, rows))
                .isCloseTo(sum, within(1e-12));
    }

    /** The second event is always so where it is known, so it has no ranking and the first counts alone. */
    @Test
    void whatIsNotKnownDoesNotCount() {
        double unknown = Double.NaN;
        Truth truth = values(TargetValues.Kind.EVENTS, 2, 1, 1, 0, 1, 1, unknown, unknown, unknown);
        Predictions said = Predictions.of(2, new double[] {0.9, 0.2, 0.1, 0.6, 0.8, 0.5, 0.3, 0.3});
        int[] rows = {0, 1, 2};
        assertThat(truth.known()).containsExactly(rows);
        assertThat(Metric.ROC_AUC.of(said, truth, rows)).isEqualTo(1);
        assertThat(Metric.ACCURACY.of(said, truth, rows)).isEqualTo(4.0 / 5);
        assertThat(Metric.LOG_LOSS.of(said, truth, rows))
                .isCloseTo(
                        -(Math.log(0.9) + Math.log(0.9) + Math.log(0.8) + Math.log(0.2) + Math.log(0.6)) / 5,
                        within(1e-12));
    }

    @Test
    void errorsOfNumbers() {
        Truth truth = values(TargetValues.Kind.NUMBERS, 2, 1, 5, 3, 5, 5, Double.NaN);
        Predictions said = Predictions.of(2, new double[] {2, 5, 3, 7, 4, 100});
        int[] rows = {0, 1, 2};
        assertThat(Metric.MAE.of(said, truth, rows)).isCloseTo((1 + 0 + 0 + 2 + 1) / 5.0, within(1e-15));
        assertThat(Metric.RMSE.of(said, truth, rows)).isCloseTo(Math.sqrt(6 / 5.0), within(1e-15));
        assertThat(Metric.LOG_MSE.of(said, truth, rows)).isCloseTo(Math.log10(6 / 5.0), within(1e-15));
        // the second number does not vary, so the first counts alone: 1 - 2 / 8
        assertThat(Metric.R2.of(said, truth, rows)).isCloseTo(0.75, within(1e-15));
        assertThat(Metric.MAE.better(1, 2, 0.5)).isTrue();
        assertThat(Metric.MAE.better(1.6, 2, 0.5)).isFalse();
        assertThat(Metric.R2.better(0.9, 0.2, 0)).isTrue();
    }

    @Test
    void aMetricOfAnotherTaskIsRefusedByNameWithThoseThatFit() {
        Truth numbers = values(TargetValues.Kind.NUMBERS, 1, 1, 2);
        assertThatThrownBy(() -> Metric.ACCURACY.of(Predictions.of(1, new double[2]), numbers, new int[] {0}))
                .hasMessage("metric accuracy is not defined for regression; those that are: mae, rmse, r2, log-mse");
        assertThatThrownBy(() -> Metric.MAE.check(Truth.of(Labels.of(0, 1, 2))))
                .hasMessageStartingWith("metric mae is not defined for classification of 3 classes");
        assertThat(Metric.usual(Truth.Kind.EVENTS)).isEqualTo(Metric.AVERAGE_PRECISION);
    }

    /** Two bins: 0.9 three times, right twice; 0.55 once, wrong. */
    @Test
    void calibrationComparesProbabilitiesWithWhatCameTrue() {
        Truth truth = Truth.of(Labels.of(new int[] {0, 0, 1, 1}, 2));
        Predictions said = Predictions.of(2, new double[] {0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.55, 0.45});
        int[] rows = {0, 1, 2, 3};
        assertThat(Metric.CALIBRATION_ERROR.of(said, truth, rows))
                .isCloseTo((3 * (0.9 - 2.0 / 3) + 0.55) / 4, within(1e-12));
        assertThat(Reliability.of(said, truth, rows).bins())
                .hasSize(Reliability.BINS)
                .anySatisfy(bin -> {
                    assertThat(bin.count()).isEqualTo(3);
                    assertThat(bin.share()).isCloseTo(2.0 / 3, within(1e-15));
                });
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
