package org.seprank.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;

class SettingsTest {
    private static final List<Setting> KNOWN =
            List.of(new Setting("size", "3", "a size"), new Setting("rates", "0.1,2e-3", "some rates"));

    @Test
    void assignmentsReplaceDefaults() {
        assertThat(Settings.of(KNOWN, List.of()).integer("size", 1, 9)).isEqualTo(3);
        assertThat(Settings.of(KNOWN, List.of("size=4", "size = 5")).integer("size", 1, 9))
                .isEqualTo(5);
        assertThat(Settings.of(KNOWN, List.of()).reals("rates", 0, 1)).containsExactly(0.1, 0.002);
    }

    @Test
    void whatCannotBeReadNamesTheValueAndTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(KNOWN, List.of("width=4")))
                .withMessageContaining("size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(KNOWN, List.of("size")))
                .withMessageContaining("key=value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(KNOWN, List.of("size=12")).integer("size", 1, 9))
                .withMessage("size 12 is not in 1..9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(KNOWN, List.of("rates=x")).reals("rates", 0, 1))
                .withMessageContaining("not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(KNOWN, List.of("rates=NaN")).reals("rates", 0, 1));
    }

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
    void aCurveTellsWhenItFirstReachedALevel() {
        Curve curve = Curve.named("c");
        for (int i = 0; i < 200; i++) {
            curve.add(i, i * i);
        }
        assertThat(curve.firstReaching(50)).isEqualTo(8);
        assertThat(curve.firstReaching(1e9)).isInfinite();
        assertThat(curve.size()).isEqualTo(200);
        assertThatIllegalArgumentException().isThrownBy(() -> curve.y(200));
    }
}
