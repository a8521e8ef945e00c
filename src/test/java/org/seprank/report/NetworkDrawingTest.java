package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.seprank.report.NetworkDrawing.Line;
import org.seprank.report.NetworkDrawing.Point;
import org.seprank.report.NetworkDrawing.Style;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class NetworkDrawingTest {
    private static final List<Point> POINTS = List.of(
            new Point(0, 0, 1, true, "a<b"), new Point(3, 0, 100, false, "c&\u0001d"), new Point(0, 4, 10, false, "e"));

    @Test
    void everyPointAndLineIsDrawnOnceAndTheSidesDiffer() throws Exception {
        List<Line> lines = List.of(new Line(0, 1, Style.CROSSING), new Line(1, 2, Style.REMOVED));
        Document svg = parse(new NetworkDrawing("A \"title\"", "walk index", POINTS, lines).toSvg());
        assertThat(svg.getElementsByTagName("line").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("A \"title\"");
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
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
