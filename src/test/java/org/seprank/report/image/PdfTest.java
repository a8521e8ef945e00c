package org.seprank.report.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Form;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.report.chart.Series;

class PdfTest {
    private static LineChart chart(String name) {
        List<Series.Point> points = List.of(new Series.Point(1, 1, 0.5, 2), Series.Point.of(2, 4));
        return new LineChart(
                "Loss (of all)",
                Axis.linear("epoch"),
                Axis.linear("loss"),
                List.of(Series.of(name, points), Series.of("b", points)));
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /** The operators of the page. */
    private static String content(byte[] pdf) throws Exception {
        String all = text(pdf);
        int start = all.indexOf("stream\n") + "stream\n".length();
        return text(new InflaterInputStream(new ByteArrayInputStream(pdf, start, pdf.length - start)).readAllBytes());
    }

    @Test
    void theCrossReferenceTableSaysWhereObjectsStart() throws Exception {
        String pdf = text(Pdf.of(chart("a"), Form.printed(85)));
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("/Title (Loss \\(of all\\))");
        Matcher table = Pattern.compile("startxref\n(\\d+)").matcher(pdf);
        assertThat(table.find()).isTrue();
        assertThat(pdf.substring(Integer.parseInt(table.group(1)))).startsWith("xref\n0 9\n");
        Matcher places = Pattern.compile("(?m)^(\\d{10}) 00000 n $").matcher(pdf);
        for (int object = 1; object < 9; object++) {
            assertThat(places.find()).isTrue();
            assertThat(pdf.substring(Integer.parseInt(places.group(1)))).startsWith(object + " 0 obj\n");
        }
    }

    @Test
    void aPrintedFigureIsAsWideAsAsked() throws Exception {
        Matcher box =
                Pattern.compile("/MediaBox \\[0 0 ([0-9.]+) ").matcher(text(Pdf.of(chart("a"), Form.printed(85))));
        assertThat(box.find()).isTrue();
        assertThat(Double.parseDouble(box.group(1))).isCloseTo(85 / 25.4 * 72, within(0.01));
    }

    @Test
    void wordsAreTextInHelveticaAndGreekInSymbol() throws Exception {
        String content = content(Pdf.of(chart("loss (\u03c3\u2081)"), Form.alone("a")));
        assertThat(content).contains("/F0 12 Tf\n(epoch) Tj", "(loss \\() Tj\n/F2 12 Tf\n(s) Tj\n/F0 12 Tf\n(1\\)) Tj");
        assertThat(content).contains("/F1 15 Tf\n(Loss \\(of all\\)) Tj").contains("0 0.447 0.698 RG");
        assertThat(PdfContent.width("il")).isEqualTo(0.444);
    }

    @Test
    void everyShapeOfADrawingIsDrawnAndStatesAreRestored() throws Exception {
        List<NetworkDrawing.Point> points =
                List.of(new NetworkDrawing.Point(0, 0, 1, true, "a"), new NetworkDrawing.Point(1, 1, 2, false, "b"));
        List<NetworkDrawing.Line> lines = List.of(new NetworkDrawing.Line(0, 1, NetworkDrawing.Style.REMOVED));
        String content = content(Pdf.of(new NetworkDrawing("t", "degree", points, lines), Form.alone("a")));
        assertThat(content).contains(" re\nB", " c h\nB", "[4 3] 0 d", " l\nS");
        assertThat(Pattern.compile("(?m)^q$").matcher(content).results().count())
                .isEqualTo(Pattern.compile("(?m)^Q$").matcher(content).results().count());
    }

    @Test
    void equalFiguresAreEqualFiles() throws Exception {
        assertThat(Pdf.of(chart("a"), Form.printed(85))).isEqualTo(Pdf.of(chart("a"), Form.printed(85)));
    }
}
