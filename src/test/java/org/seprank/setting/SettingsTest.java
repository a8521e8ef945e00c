package org.seprank.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final List<Setting> KNOWN = List.of(
            Setting.whole("size", "3", 1, 9, "a size"),
            Setting.real("rate", "1e-3", 0, 10, "a rate"),
            Setting.choice("order", "first", List.of("first", "last"), "an order"),
            Setting.wholes("depths", "1,2", 1, 4, "depths").different(),
            Setting.reals("values", "1,1", -1, 1, "values"),
            Setting.choices("models", "gcn", List.of("gcn", "gat"), "models"),
            Setting.flag("loud", false, "whether it is"),
            Setting.text("file", "", "a file"),
            Setting.whole("seed", "", Long.MIN_VALUE, Long.MAX_VALUE, "a seed"));

    private static Settings of(String... assignments) {
        return Settings.of(KNOWN, List.of(assignments));
    }

    @Test
    void assignmentsReplaceStandardValues() {
        assertThat(of().integer("size")).isEqualTo(3);
        assertThat(of("size = 5 ").integer("size")).isEqualTo(5);
        assertThat(of("size=5").real("rate")).isEqualTo(1e-3);
        assertThat(of("rate=0.1").text("rate")).isEqualTo("0.1");
        assertThat(of("order=last").text("order")).isEqualTo("last");
        assertThat(of("depths=4, 2").integers("depths")).containsExactly(4, 2);
        assertThat(of().reals("values")).containsExactly(1.0, 1.0);
        assertThat(of("models=gat,gcn").words("models")).containsExactly("gat", "gcn");
        assertThat(of("loud=true").flag("loud")).isTrue();
        assertThat(of("file=a=b,c").text("file")).isEqualTo("a=b,c");
        assertThat(of("seed=9223372036854775807").whole("seed")).isEqualTo(Long.MAX_VALUE);
        assertThat(Settings.of(KNOWN, Map.of("size", "7")).integer("size")).isEqualTo(7);
    }

    @Test
    void whatHasNoValueIsNotThere() {
        assertThat(of().has("seed")).isFalse();
        assertThat(of("seed=1").has("seed")).isTrue();
        assertThat(of().names()).containsExactly("size", "rate", "order", "depths", "values", "models", "loud", "file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of().whole("seed"))
                .withMessage("setting 'seed' is not given");
    }

    /** The one wording of complaints. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "size      | 'size' is not of the form name=value",
                "=3        | '=3' is not of the form name=value",
                "width=4   | setting 'width' is none of [size, rate, order, depths, values, models, loud, file, seed]",
                "size=12   | size 12 is not in 1..9",
                "size=99999999999999999999 | size 99999999999999999999 is not in 1..9",
                "size=4.5  | size '4.5' is not a whole number",
                "size=     | size '' is not a whole number",
                "rate=x    | rate 'x' is not a number",
                "rate=-1   | rate -1 is not in 0..10",
                "rate=NaN  | rate NaN is not in 0..10",
                "order=mid | order 'mid' is none of [first, last]",
                "depths=1,,2 | depths '' is not a whole number",
                "depths=1,5 | depths 5 is not in 1..4",
                "depths=1,01 | depths '1,01' names something twice",
                "values=2  | values 2 is not in -1..1",
                "models=gcn,gcn | models 'gcn,gcn' names something twice",
                "models=sage | models 'sage' is none of [gcn, gat]",
                "loud=yes  | loud 'yes' is none of [true, false]"
            })
    void whatIsNotAllowedIsRefusedInOneWording(String assignment, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(assignment)).withMessage(message);
    }

    @Test
    void nothingIsGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("size=4", "size = 5"))
                .withMessage("setting 'size' is given twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(List.of(), List.of("size=4")))
                .withMessage("setting 'size' is not known, nor is any other");
    }

    @Test
    void rangesMayDependOnOtherSettings() {
        assertThat(of().integer("size", 2, 4)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of().integer("size", 4, 5))
                .withMessage("size 3 is not in 4..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("file=a").word("file", List.of("b")))
                .withMessage("file 'a' is none of [b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KNOWN.get(1).check(10.5))
                .withMessage("rate 10.5 is not in 0..10");
    }

    @Test
    void standardValuesAreAllowedOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.whole("size", "10", 1, 9, "a size"))
                .withMessage("size 10 is not in 1..9");
    }

    @Test
    void specificationsAreNamesWithSettings() {
        Specification parts = Specification.parse("ring, size=4,loud=true");
        assertThat(parts.name()).isEqualTo("ring");
        assertThat(parts.settings(KNOWN, "").integer("size")).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Specification.parse("ring,size=0").settings(KNOWN, "ring,size=1..9"))
                .withMessage("ring: size 0 is not in 1..9; use ring,size=1..9");
    }
}
