package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.NetworkDrawing.Line;
import org.seprank.report.chart.NetworkDrawing.Point;
import org.seprank.report.chart.NetworkDrawing.Style;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class NetworkDrawingTest {
    private static final List<Point> POINTS = List.of(
            new Point(0, 0, 1, true, "a<b"), new Point(3, 0, 100, false, "c&\u0001d"), new Point(0, 4, 10, false, "e"));

    @Test
    void everyPointAndLineIsDrawnOnceAndTheSidesDiffer() throws Exception {
        List<Line> lines = List.of(new Line(0, 1, Style.CROSSING), new Line(1, 2, Style.REMOVED));
        Document svg = parse(new NetworkDrawing("A \"title\"", "walk index", POINTS, lines).toSvg());
        List<Element> paths = Pictures.elements(svg, "path");
        assertThat(paths)
                .hasSize(2)
                .allSatisfy(path ->
                        assertThat(Pictures.places(path.getAttribute("d"))).hasSize(4));
        assertThat(paths.get(1).getAttribute("stroke-dasharray")).isEqualTo("4 3");
        assertThat(Pictures.elements(svg, "circle").stream().filter(Element::hasChildNodes))
                .hasSize(2);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A \"title\"");
    }

    @Test
    void drawingsOfEqualOrNoPointsAreSoundToo() throws Exception {
        parse(new NetworkDrawing("t", "s", List.of(), List.of()).toSvg());
        String svg = new NetworkDrawing("t", "s", List.of(POINTS.get(0), POINTS.get(0)), List.of()).toSvg();
        assertThat(svg).doesNotContain("NaN");
    }

    @Test
    void largeDrawingsHaveNoLabels() {
        List<Point> many = IntStream.range(0, 61)
                .mapToObj(i -> new Point(i, i * i, i, false, "v" + i))
                .toList();
        assertThat(new NetworkDrawing("t", "s", many, List.of()).toSvg()).doesNotContain(">v7</text>");
    }

    @Test
    void theTextAlternativeCountsSidesAndEdgesAndNamesTheExtremes() {
        List<Line> lines = List.of(new Line(0, 1, Style.CROSSING), new Line(1, 2, Style.PLAIN));
        assertThat(new NetworkDrawing("T", "walk index", POINTS, lines).description())
                .isEqualTo("T. Drawing of 3 vertices and 2 edges. 1 on the side of the squares, 2 of the discs."
                        + " 1 crossing. Least walk index: a<b: 1. Greatest walk index: c&\u0001d: 100.");
    }

    @Test
    void linesMustEndAtPoints() {
        assertThatThrownBy(() -> new NetworkDrawing("t", "s", POINTS, List.of(new Line(0, 3, Style.PLAIN))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theColourScaleStartsDarkAndEndsYellow() {
        assertThat(ColourScale.at(-1)).isEqualTo("#00224e");
        assertThat(ColourScale.at(0)).isEqualTo("#00224e");
        assertThat(ColourScale.at(1)).isEqualTo("#fee838");
        assertThat(ColourScale.at(0.5)).isEqualTo("#7d7c76");
    }

    private static Document parse(String svg) throws Exception {
        return Pictures.parse(svg);
    }
}
