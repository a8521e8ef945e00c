package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.report.chart.AxisScale.Tick;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FormTest {
    private static LineChart lines(int count) {
        List<Series> series = IntStream.range(0, count)
                .mapToObj(i -> Series.of(
                        "method " + i, List.of(Series.Point.of(1, 5), new Series.Point(4, 5 + i, 4 + i, 6 + i))))
                .toList();
        return new LineChart("t", Axis.linear("depth"), Axis.log10("time").withUnit("s"), series);
    }

    private static List<String> texts(String svg) throws Exception {
        return Pictures.elements(Pictures.parse(svg), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void embeddedFiguresHaveNoTitleAndPrintedOnesTheirWidth() throws Exception {
        assertThat(texts(lines(1).toSvg(Form.embedded("a", 356)))).doesNotContain("t");
        assertThat(texts(lines(1).toSvg())).contains("t");
        Document printed = Pictures.parse(lines(1).toSvg(Form.printed(85)));
        assertThat(printed.getDocumentElement().getAttribute("width")).isEqualTo("85mm");
        double units = Pictures.places(printed.getDocumentElement().getAttribute("viewBox"))[2];
        assertThat(12 / units * 85 / 25.4 * 72).isBetween(8.9, 9.1); // points
    }

    @Test
    void linesAreNamedAtTheirEndsHighestFirstAndApart() throws Exception {
        Document svg = Pictures.parse(lines(5).toSvg(Form.embedded("a", 880)));
        List<Element> names = Pictures.elements(svg, "text").stream()
                .filter(text -> text.getTextContent().startsWith("method"))
                .toList();
        assertThat(names.stream().map(Element::getTextContent))
                .containsExactly("method 4", "method 3", "method 2", "method 1", "method 0");
        double[] y = names.stream()
                .mapToDouble(name -> Double.parseDouble(name.getAttribute("y")))
                .toArray();
        for (int i = 1; i < y.length; i++) {
            assertThat(y[i] - y[i - 1]).isGreaterThanOrEqualTo(13.9);
        }
    }

    @Test
    void manyLinesHaveALegendInTheOrderOfTheirEnds() throws Exception {
        List<String> texts = texts(lines(20).toSvg(Form.embedded("a", 356)));
        assertThat(texts.indexOf("method 19")).isGreaterThan(0).isLessThan(texts.indexOf("method 0"));
    }

    @Test
    void logarithmicAxesSaySo() throws Exception {
        assertThat(texts(lines(2).toSvg())).contains("time (s, log)", "depth");
        assertThat(lines(2).description()).doesNotContain("log");
    }

    @Test
    void linesToCompareWithDifferInTheirDashes() {
        List<Series> series = new ArrayList<>();
        for (String name : List.of("random", "random-add")) {
            series.add(Series.of(name, List.of(Series.Point.of(0, 1), Series.Point.of(1, 2)))
                    .withStyle(Series.Style.REFERENCE));
        }
        String svg = new LineChart("t", Axis.linear("x"), Axis.linear("y"), series).toSvg();
        assertThat(svg).contains("stroke-dasharray=\"4 4\"").contains("stroke-dasharray=\"9 4\"");
    }

    @Test
    void hollowDiscsAreNotJoined() throws Exception {
        Series own = Series.of("wis", List.of(Series.Point.of(0, 1), Series.Point.of(1, 2)));
        Series published = Series.of("published", own.points()).asHollowBeside("wis");
        LineChart chart = new LineChart("t", Axis.linear("x"), Axis.linear("y"), List.of(own, published));
        Document svg = Pictures.parse(chart.toSvg());
        assertThat(Pictures.elements(svg, "circle").stream()
                        .filter(disc -> disc.getAttribute("fill").equals("none")
                                && disc.getAttribute("stroke").equals("#0072b2")))
                .hasSize(2);
        assertThat(Pictures.elements(svg, "path")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 4 5 6 7 8|1 2 3 4 5 6 7 8",
                "1 200|1 50 100 150 200",
                "0 20|0 5 10 15 20",
                "0.1 0.95|0.2 0.4 0.6 0.8",
                "0 3 100|0 20 40 60 80 100"
            })
    void wholeNumbersHaveTicksAtWholeNumbersAndTheAxisEndsWithTheData(String values, String labels) {
        double[] numbers = Arrays.stream(values.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        AxisScale scale = AxisScale.tight(Axis.linear("x"), DoubleStream.of(numbers));
        assertThat(String.join(" ", scale.ticks().stream().map(Tick::label).toList()))
                .isEqualTo(labels);
        assertThat(scale.at(numbers[0])).isZero();
        assertThat(scale.at(numbers[numbers.length - 1])).isEqualTo(1);
    }

    @Test
    void ticksOfOneAxisAreWrittenInOneForm() {
        AxisScale scale = AxisScale.of(Axis.log10("y"), DoubleStream.of(13, 2.4e7));
        assertThat(scale.ticks().stream().map(Tick::label))
                .allSatisfy(label -> assertThat(label).matches("1e\\d+"));
        AxisScale decimal = AxisScale.of(Axis.linear("y"), DoubleStream.of(0, 1));
        assertThat(decimal.ticks().stream().map(Tick::label)).contains("0.0", "1.0");
    }

    @Test
    void panelsShareTheirAxes() throws Exception {
        LineChart low = new LineChart(
                "low", Axis.linear("x"), Axis.linear("y"), List.of(Series.of("a", List.of(Series.Point.of(0, 0)))));
        LineChart high = new LineChart(
                "high", Axis.linear("x"), Axis.linear("y"), List.of(Series.of("b", List.of(Series.Point.of(9, 50)))));
        Panels panels = Panels.ofLines("both", List.of(low, high));
        List<String> texts = texts(panels.toSvg(Form.embedded("p", 880)));
        assertThat(texts).contains("low", "high").doesNotContain("both");
        assertThat(texts.stream().filter("50"::equals)).hasSize(2);
        assertThat(panels.data().rows()).hasSize(2);
        assertThat(panels.data().columns()).startsWith("panel", "series");
        assertThat(panels.description()).startsWith("both. 2 charts.").contains("high. Line chart");
    }

    @Test
    void panelsStandBelowEachOtherOnNarrowPages() throws Exception {
        Panels panels = Panels.ofLines("p", List.of(lines(1), lines(1), lines(1)));
        double[] wide = Pictures.places(box(panels, 880));
        double[] narrow = Pictures.places(box(panels, 356));
        assertThat(narrow[3]).isGreaterThan(2.5 * wide[3]);
    }

    private static String box(Drawing drawing, double width) throws Exception {
        return Pictures.parse(drawing.toSvg(Form.embedded("p", width)))
                .getDocumentElement()
                .getAttribute("viewBox");
    }

    @Test
    void panelsNeedAxes() {
        assertThatThrownBy(() -> new Panels("p", List.of()))
                .hasMessage("panels 'p' are not charts with two axes of numbers");
    }

    @Test
    void bracketsShowTheTightestBoundsInWords() throws Exception {
        BracketChart chart = new BracketChart(
                "Bounds",
                Axis.log10("ln rank").withUnit("nats"),
                List.of(new BracketChart.Row(
                        "I",
                        List.of(
                                new BracketChart.Limit("matroid", 203.456, false),
                                new BracketChart.Limit("greedy", 7, false),
                                new BracketChart.Limit("paper", 9640, true),
                                new BracketChart.Limit("labels", 393.44, true),
                                new BracketChart.Limit("none", Double.POSITIVE_INFINITY, true)))));
        assertThat(chart.finding()).isEqualTo("I: 203 (matroid) to 393 (labels).");
        assertThat(texts(chart.toSvg(Form.embedded("b", 356)))).contains("203 (matroid)", "393 (labels)", "I");
        assertThat(Pictures.elements(Pictures.parse(chart.toSvg()), "path")).hasSize(4);
        assertThat(chart.data().rows()).hasSize(5);
        BracketChart unknown = new BracketChart("B", Axis.log10("x"), List.of(new BracketChart.Row("J", List.of())));
        assertThat(unknown.toSvg()).contains("no data");
        assertThat(unknown.finding()).isEqualTo("J: nothing to nothing known.");
    }

    @Test
    void barsOnALogarithmicAxisAreDotsWithTheirNumbers() throws Exception {
        BarChart times = new BarChart(
                "Times",
                Axis.log10("time").withUnit("s"),
                List.of("wis", "random"),
                List.of(new BarChart.Bars("time", List.of(BarChart.Bar.of(0.8), BarChart.Bar.of(0.001)))));
        String svg = times.toSvg();
        assertThat(texts(svg)).contains("0.8", "0.001", "time (s, log)");
        assertThat(Pictures.elements(Pictures.parse(svg), "circle")).hasSize(2);
        assertThat(times.finding()).isEqualTo("Most: wis 0.8; least: random 0.001.");
    }

    @Test
    void barsHaveNoMarkersAndSquaresInTheLegend() throws Exception {
        BarChart bars = new BarChart(
                "b",
                Axis.linear("y"),
                List.of("c"),
                List.of(
                        new BarChart.Bars("before", List.of(BarChart.Bar.of(1))),
                        new BarChart.Bars("after", List.of(BarChart.Bar.of(2)))));
        Document svg = Pictures.parse(bars.toSvg());
        assertThat(Pictures.elements(svg, "circle")).isEmpty();
        assertThat(Pictures.elements(svg, "rect").stream()
                        .filter(rect -> rect.getAttribute("width").equals("12")))
                .hasSize(2);
    }

    @Test
    void equalScalesOfTheDiagonalMakeASquare() throws Exception {
        ScatterChart chart = ScatterChart.of(
                        "s",
                        Axis.linear("x"),
                        Axis.linear("y"),
                        List.of(new ScatterChart.Group(
                                "g", List.of(new ScatterChart.Point(0, 0, ""), new ScatterChart.Point(3, 9, "")))))
                .withDiagonal();
        Frame frame = chart.frame(Form.embedded("s", 880));
        assertThat(frame.x(9) - frame.x(0)).isCloseTo(frame.y(0) - frame.y(9), within(60.0));
    }

    @Test
    void drawingsAreCutToWhatIsInThem() throws Exception {
        List<NetworkDrawing.Point> points =
                List.of(new NetworkDrawing.Point(0, 0, 1, true, "a"), new NetworkDrawing.Point(10, 1, 9, false, "b"));
        NetworkDrawing drawing = new NetworkDrawing("t", "walk index", points, List.of());
        double[] box = Pictures.places(box(drawing, 880));
        assertThat(box[3]).isLessThan(box[2] / 3);
        assertThat(texts(drawing.toSvg())).contains("I (1)", "its complement (1)", "size: walk index, 1 to 9");
        assertThat(drawing.finding()).isEqualTo("0 of 0 edges run across; greatest walk index: 9 (vertex b).");
    }

    @Test
    void manyPointsAreDotsOfOnePath() {
        List<NetworkDrawing.Point> points = IntStream.range(0, 2_000)
                .mapToObj(i -> new NetworkDrawing.Point(i % 50, Math.floorDiv(i, 50), i, false, "v" + i))
                .toList();
        String svg = new NetworkDrawing("t", "walk index", points, List.of()).toSvg();
        assertThat(svg).doesNotContain("<circle").hasSizeLessThan(60_000);
    }

    @Test
    void coloursAreLighterOnDarkGround() {
        String svg = lines(2).toSvg();
        assertThat(svg).contains("[stroke=\"#0072b2\"]{stroke:#4fb3ef}".replace("\"", "&quot;"));
    }

    @Test
    void formsAreChecked() {
        assertThatThrownBy(() -> Form.printed(10)).hasMessage("width of 10.0 mm is not in 30.0..400.0 mm");
        assertThatThrownBy(() -> Form.embedded("a", 1)).hasMessage("width 1.0 is not in 100.0..4000.0");
    }
}
