package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {
    private static final Drawing EMPTY = new NetworkDrawing("a<b> & \"c\"", "s", List.of(), List.of());

    @ParameterizedTest
    @CsvSource({"0,0", "-0.001,0", "1,1", "2.50,2.5", "0.125,0.13", "-7.999,-8", "1200,1200", "1e-9,0"})
    void numbersHaveAtMostTwoDecimals(double value, String text) {
        assertThat(Svg.number(value)).isEqualTo(text);
    }

    @Test
    void coordinatesThatAreNotFiniteAreOurOwnFault() {
        assertThatThrownBy(() -> Svg.number(Double.NaN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void textIsEscapedAndForbiddenCharactersAreSpaces() throws Exception {
        String wild = "<&>\"'\u0000\u0007\n\uFFFF\uD800x\u2264\uD83D\uDE00";
        assertThat(Svg.escaped(wild)).isEqualTo("&lt;&amp;&gt;&quot;'     x\u2264\uD83D\uDE00");
        String svg = Svg.of(EMPTY, Form.alone("x"), 10)
                .text(wild, 1, 2, Ink.PLAIN.fill(wild))
                .finish();
        assertThat(Pictures.elements(Pictures.parse(svg), "text").get(0).getTextContent())
                .isEqualTo("<&>\"'     x\u2264\uD83D\uDE00");
    }

    @Test
    void theDocumentIsTitledDescribedAndClosed() throws Exception {
        var svg = Pictures.parse(Svg.of(EMPTY, Form.alone("x"), 20)
                .group(Ink.PLAIN)
                .group(Ink.PLAIN)
                .finish());
        var root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("x-title x-desc");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 720 20");
        assertThat(Pictures.elements(svg, "title").get(0).getTextContent()).isEqualTo(EMPTY.title());
        assertThat(Pictures.elements(svg, "desc").get(0).getTextContent()).isEqualTo(EMPTY.description());
    }

    @Test
    void idsThatCouldBreakAPageAreRefused() {
        assertThatThrownBy(() -> Form.alone("a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id 'a b' is not of letters, digits, - and _");
    }
}
