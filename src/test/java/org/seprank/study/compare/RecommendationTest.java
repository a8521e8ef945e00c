package org.seprank.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Value;

class RecommendationTest {
    private static final int EDGES = 100;

    private static TrainedMethod method(String id, int edges, double... scores) {
        return new TrainedMethod(
                id,
                Value.of(100 - edges + "%"),
                edges > EDGES,
                Math.abs(EDGES - edges),
                edges,
                DoubleStream.of(scores).boxed().toList());
    }

    /** Ten scores around a mean, no two differences to those around another mean being equal. */
    private static double[] around(double mean, double spread) {
        return IntStream.range(0, 10)
                .mapToDouble(i -> mean + spread * (i % 2 == 0 ? 1 : -1) * (1 + i / 100.0))
                .toArray();
    }

    private static Recommendation of(TrainedMethod... methods) {
        return Recommendation.of(method("(none)", EDGES, around(0.8, 0)), List.of(methods), Metric.ACCURACY, 0.02);
    }

    private static String chosen(Recommendation one) {
        return one.chosen().map(TrainedMethod::method).orElse("");
    }

    @Test
    void theFewestEdgesWithinTheLossAreTaken() {
        Recommendation one = of(
                method("some", 70, around(0.80, 0.001)),
                method("most", 10, around(0.70, 0.001)),
                method("many", 40, around(0.79, 0.001)));
        assertThat(chosen(one)).isEqualTo("many");
        assertThat(one.certainty()).isEqualTo(Recommendation.Certainty.CONFIRMED);
        assertThat(one.pValue().asDouble()).isEqualTo(3.0 / 512); // 2^(1-10), over three candidates
        assertThat(one.sparser()).isEmpty();
        assertThat(one.sentence(EDGES, Metric.ACCURACY, 0.02))
                .contains("many with 60%", "40 % of the edges", "loses 0.01", "confirmed");
    }

    /** The mean alone goes behind a test, and is told. */
    @Test
    void whatIsConfirmedGoesFirst() {
        Recommendation one = of(method("sure", 70, around(0.80, 0.001)), method("perhaps", 40, around(0.785, 0.1)));
        assertThat(chosen(one)).isEqualTo("sure");
        assertThat(one.sparser().map(TrainedMethod::method)).contains("perhaps");
        Recommendation alone = of(method("perhaps", 40, around(0.785, 0.1)));
        assertThat(chosen(alone)).isEqualTo("perhaps");
        assertThat(alone.certainty()).isEqualTo(Recommendation.Certainty.MEAN);
        assertThat(alone.sentence(EDGES, Metric.ACCURACY, 0.02)).contains("by the mean alone and may be chance.");
    }

    @Test
    void nothingWithinTheLossLeavesTheGraph() {
        Recommendation one = of(method("bad", 70, around(0.7, 0.001)), method("adds", 120, around(0.9, 0.001)));
        assertThat(one.chosen()).isEmpty();
        assertThat(one.certainty()).isEqualTo(Recommendation.Certainty.UNEDITED);
        assertThat(one.sentence(EDGES, Metric.ACCURACY, 0.02)).startsWith("Recommendation: leave the graph as it is");
    }

    /** Random removal is a candidate as any other: where nothing is better, nothing else is needed. */
    @Test
    void theControlMayWin() {
        assertThat(chosen(of(method("wis", 60, around(0.8, 0.001)), method("random", 30, around(0.79, 0.001)))))
                .isEqualTo("random");
    }

    @Test
    void lossesFollowTheDirectionOfTheMetric() {
        TrainedMethod before = method("(none)", EDGES, 1, 1);
        assertThat(method("m", 50, 3, 2).losses(before, Metric.MAE)).containsExactly(2, 1);
        assertThat(method("m", 50, 0.25, 0.5).losses(before, Metric.ACCURACY)).containsExactly(0.75, 0.5);
    }

    @Test
    void divergedTrainingsAreLeftOut() {
        double[] scores = around(0.79, 0.001);
        scores[3] = Double.NaN;
        Recommendation one = of(method("m", 50, scores));
        assertThat(one.loss().runs()).isEqualTo(9);
        assertThat(one.pValue().asDouble()).isEqualTo(1.0 / 256);
    }
}
