package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {
    @Test
    void valuesStayTheTextTheyWere() {
        Attributes attributes = new Attributes.Builder()
                .column("x", Attributes.Type.REAL)
                .value("x", 3, "1.50")
                .build();

        assertThat(attributes.value("x", 3)).contains("1.50");
        assertThat(attributes.value("x", 0)).isEmpty();
        assertThat(attributes.type("x")).isEqualTo(Attributes.Type.REAL);
        assertThat(attributes.has("x")).isTrue();
        assertThat(attributes.has("y")).isFalse();
        assertThatThrownBy(() -> attributes.type("y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no attribute 'y', only [x]");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, BOOLEAN",
        "1, -20, INTEGER",
        "1, 2.5e-3, REAL",
        ".5, +7., REAL",
        "1, true, TEXT",
        "1, 12345678901234567890123, REAL",
        "a, b, TEXT"
    })
    void theNarrowestTypeThatFitsAllValuesIsInferred(String first, String second, Attributes.Type type) {
        Attributes attributes = new Attributes.Builder()
                .value("c", 0, first)
                .value("c", 1, second)
                .inferTypes()
                .build();

        assertThat(attributes.type("c")).isEqualTo(type);
    }

    /** The forms as regular expressions. */
    @Test
    void wholeAndRealNumbersAreToldByTheirForm() {
        SplittableRandom random = new SplittableRandom(3);
        String letters = "0019-+.eE ";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String value = text.toString();
            assertThat(Attributes.Type.INTEGER.fits(value)).as(value).isEqualTo(value.matches("-?(0|[1-9]\\d{0,17})"));
            assertThat(Attributes.Type.REAL.fits(value))
                    .as(value)
                    .isEqualTo(value.matches("[-+]?((0|[1-9]\\d*)(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?"));
        }
        assertThat(Attributes.Type.INTEGER.fits("123456789012345678")).isTrue();
        assertThat(Attributes.Type.INTEGER.fits("1234567890123456789")).isFalse();
    }

    @Test
    void declaredTypesAreNotInferredAnew() {
        Attributes attributes = new Attributes.Builder()
                .column("c", Attributes.Type.REAL)
                .value("c", 0, "1")
                .column("empty", Attributes.Type.TEXT)
                .inferTypes()
                .build();

        assertThat(attributes.type("c")).isEqualTo(Attributes.Type.REAL);
        assertThat(attributes.type("empty")).isEqualTo(Attributes.Type.TEXT);
        assertThat(attributes.names()).containsExactly("c", "empty");
    }

    @Test
    void selectingMovesRows() {
        Attributes attributes = new Attributes.Builder()
                .value("c", 0, "a")
                .value("c", 2, "b")
                .build()
                .select(new int[] {2, -1, 1, 0});

        assertThat(attributes.value("c", 0)).contains("b");
        assertThat(attributes.value("c", 1)).isEmpty();
        assertThat(attributes.value("c", 2)).isEmpty();
        assertThat(attributes.value("c", 3)).contains("a");
        assertThat(Attributes.none().select(new int[] {5})).isSameAs(Attributes.none());
    }

    @Test
    void equalColumnsAreEqual() {
        Attributes one = new Attributes.Builder().value("c", 0, "a").build();
        Attributes other = new Attributes.Builder().value("c", 0, "a").build();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasSameHashCodeAs(one);
        assertThat(one).isNotEqualTo(Attributes.none());
        assertThat(one.toString()).contains("c", "a");
    }
}
