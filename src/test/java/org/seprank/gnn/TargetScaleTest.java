package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.TargetValues;
import org.seprank.gnn.layer.Aggregation;

class TargetScaleTest {
    private static final TargetValues VALUES =
            TargetValues.of(TargetValues.Kind.NUMBERS, List.of("a", "constant", "unknown"), new double[] {
                1, 7, Double.NaN, 5, 7, Double.NaN, Double.NaN, 7, Double.NaN, 1000, 7, Double.NaN
            });

    @Test
    void theTrainingPartDecides() {
        TargetScale scale = TargetScale.of(VALUES, new int[] {0, 1, 2});
        assertThat(scale).isEqualTo(new TargetScale(List.of(3.0, 7.0, 0.0), List.of(2.0, 1.0, 1.0)));
        double[] own = scale.standardised(VALUES.toArray());
        assertThat(own).startsWith(-1.0, 0.0, Double.NaN, 1.0).endsWith(498.5, 0.0, Double.NaN);
        assertThat(scale.restored(own)).containsExactly(VALUES.toArray(), within(1e-12));
        assertThat(TargetScale.none().standardised(new double[] {4})).containsExactly(4);
    }

    @Test
    void itIsKeptWithTheSpec() {
        TargetScale scale = new TargetScale(List.of(1.25), List.of(1e-3));
        FittedSpec spec = new FittedSpec(GnnSpec.of(new Aggregation.Gcn(), 2, 4), 3, 1, scale);
        assertThat(FittedSpec.fromJson(spec.toJson())).isEqualTo(spec);
        FittedSpec none = GnnSpec.of(new Aggregation.Gcn(), 2, 4).fittedTo(TaskShape.of(3, 2));
        assertThat(none.toJson()).doesNotContain("scale");
        assertThat(FittedSpec.fromJson(none.toJson())).isEqualTo(none);
        assertThatIllegalArgumentException().isThrownBy(() -> new FittedSpec(spec.network(), 3, 2, scale));
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetScale(List.of(1.0), List.of(0.0)));
    }
}
