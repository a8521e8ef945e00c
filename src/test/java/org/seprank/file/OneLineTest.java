package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    @Test
    void plainTextStaysAsItIs() {
        String text = "cannot read a.txt: line 3: expected 'ä', found '\ud83d\ude00 \\ \u200d'";
        assertThat(OneLine.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "27, \\u001b",
        "127, \\u007f",
        "155, \\u009b",
        "10, \\n",
        "13, \\r",
        "9, \\t",
        "8238, \\u202e",
        "55357, \\ud83d",
        "0, \\u0000"
    })
    void whatTerminalsObeyIsEscaped(int character, String escape) {
        assertThat(OneLine.of("a" + (char) character + "b")).isEqualTo("a" + escape + "b");
    }

    @Test
    void longValuesAreCut() {
        String found = OneLine.of("expected '" + "a".repeat(200) + "', found '" + "b".repeat(201) + "' and 'c'");
        assertThat(found).isEqualTo("expected '" + "a".repeat(200) + "', found '" + "b".repeat(200) + "..' and 'c'");
    }

    /** What is cut is what is shown: escapes do not make it long again. */
    @Test
    void escapesCountAsWhatTheyAreShownAs() {
        assertThat(OneLine.of("class '" + "\u0080".repeat(150) + "'"))
                .startsWith("class '\\u0080")
                .hasSizeLessThan(220);
    }

    @Test
    void longTextIsCutToo() {
        assertThat(OneLine.of("begin " + "x ".repeat(10_000_000) + "end"))
                .startsWith("begin ")
                .endsWith(" end")
                .hasSizeLessThan(1300);
    }
}
