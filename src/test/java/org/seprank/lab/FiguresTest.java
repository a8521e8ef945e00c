package org.seprank.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.report.Value;

class FiguresTest {
    @Test
    void mediansAreTakenNameByName() {
        Figures first = Figures.none().and("a", 1).and("b", 5);
        Figures second = Figures.none().and("a", 3).and("b", 4);
        Figures third = Figures.none().and("a", 10).and("b", -1);
        Figures medians = Figures.medians(List.of(first, second, third));
        assertThat(medians.get("a")).isEqualTo(3);
        assertThat(medians.get("b")).isEqualTo(4);
        assertThat(Figures.medians(List.of(first, third)).under("x").get("x a")).isEqualTo(5.5);
    }

    @Test
    void countsStayWhole() {
        Figures first = Figures.none().and("iterations", 24_209).and("error", 3.0);
        Figures second = Figures.none().and("iterations", 24_212).and("error", 4.0);
        assertThat(first.value("iterations")).isEqualTo(Value.of(24_209L));
        assertThat(first.value("error")).isEqualTo(Value.of(3.0));
        assertThat(first.under("x").value("x iterations")).isEqualTo(Value.of(24_209L));
        assertThat(Figures.medians(List.of(first, first, second)).value("iterations"))
                .isEqualTo(Value.of(24_209L));
        assertThat(Figures.medians(List.of(first, second)).value("iterations")).isEqualTo(Value.of(24_210.5));
    }

    @Test
    void aCurveTellsWhenItFirstReachedALevel() {
        Curve curve = Curve.named("c");
        for (int i = 0; i < 200; i++) {
            curve.add(i, i * i);
        }
        assertThat(curve.firstReaching(50)).isEqualTo(8);
        assertThat(curve.firstReaching(1e9)).isInfinite();
        assertThat(curve.size()).isEqualTo(200);
        assertThatThrownBy(() -> curve.y(200)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
