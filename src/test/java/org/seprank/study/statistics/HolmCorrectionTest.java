package org.seprank.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.Value;

class HolmCorrectionTest {
    private static List<Value> corrected(double... pValues) {
        return HolmCorrection.of(DoubleStream.of(pValues).mapToObj(Value::of).toList());
    }

    /** 4 * 0.01, 3 * 0.02, then max(0.06, 2 * 0.03), then max(0.06, 0.04); as p.adjust(.., "holm") of R says. */
    @Test
    void fourByHand() {
        List<Value> holm = corrected(0.04, 0.01, 0.03, 0.02);
        double[] expected = {0.06, 0.04, 0.06, 0.06};
        for (int i = 0; i < expected.length; i++) {
            assertThat(holm.get(i).asDouble()).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void oneTestIsNotCorrectedAndNoneExceedsOne() {
        assertThat(corrected(0.03)).containsExactly(Value.of(0.03));
        assertThat(corrected(0.6, 0.7)).containsExactly(Value.of(1.0), Value.of(1.0));
        assertThat(corrected()).isEmpty();
    }

    @Test
    void missingOnesStayAndDoNotCount() {
        Value missing = Value.missing("too few pairs");
        List<Value> holm = HolmCorrection.of(List.of(missing, Value.of(0.02), missing, Value.of(0.01)));
        assertThat(holm).containsExactly(missing, Value.of(0.02), missing, Value.of(0.02));
    }

    /** A corrected p-value is at most α exactly where the published step-down procedure at α rejects. */
    @Test
    void equalsTheStepDownProcedure() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 200; trial++) {
            double[] p = random.doubles(1 + random.nextInt(6), 0, 0.2).toArray();
            List<Value> holm = corrected(p);
            for (double alpha : new double[] {0.01, 0.05, 0.1}) {
                List<Integer> order = IntStream.range(0, p.length)
                        .boxed()
                        .sorted((i, j) -> Double.compare(p[i], p[j]))
                        .toList();
                boolean rejecting = true;
                for (int k = 0; k < p.length; k++) {
                    rejecting &= p[order.get(k)] <= alpha / (p.length - k);
                    assertThat(holm.get(order.get(k)).asDouble() <= alpha).isEqualTo(rejecting);
                }
            }
        }
    }
}
