package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.report.chart.BarChart.Bar;
import org.seprank.report.chart.BarChart.Bars;
import org.seprank.report.chart.Series.Point;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    private static final String WILD = "<b> & \"q\" \u0001";
    private static final double NAN = Double.NaN;

    private static List<Drawing> drawings() {
        return List.of(
                line(Axis.linear(WILD).withUnit("s")),
                line(Axis.log10("y")),
                scatter(Axis.linear("x"), Axis.log10("y")).withFit(),
                scatter(Axis.log10("x"), Axis.linear("y")).withFit(),
                bars(Axis.linear("accuracy")),
                bars(Axis.log10("count")),
                heat(Axis.linear("v")),
                heat(Axis.log10("v")),
                Histogram.of(WILD, Axis.linear("x"), new double[] {1, 2, 2, 3, 100, NAN}),
                Histogram.of("h", Axis.log10("x"), new double[] {0, 1e-3, 1, 1e5}),
                new NetworkDrawing(WILD, WILD, List.of(new NetworkDrawing.Point(0, 0, 1, true, WILD)), List.of()));
    }

    private static LineChart line(Axis y) {
        return new LineChart(
                WILD,
                Axis.linear("x"),
                y,
                List.of(
                        Series.of(
                                "alpha " + WILD,
                                List.of(
                                        new Point(0, 1, 0.5, 2),
                                        Point.of(1, NAN),
                                        new Point(2, 30, -1, 40),
                                        Point.of(3, 3))),
                        Series.of("beta", List.of()).withStyle(Series.Style.LINE),
                        Series.of("gamma", List.of(Point.of(1, 5), Point.of(2, Double.POSITIVE_INFINITY)))
                                .withStyle(Series.Style.REFERENCE),
                        Series.of("delta", List.of(Point.of(0, -7), Point.of(3, 0)))));
    }

    private static ScatterChart scatter(Axis x, Axis y) {
        var points = IntStream.range(-1, 9)
                .mapToObj(i -> new ScatterChart.Point(i, 2.0 * i, i % 2 == 0 ? "" : WILD))
                .toList();
        return ScatterChart.of(
                WILD,
                x,
                y,
                List.of(new ScatterChart.Group("g " + WILD, points), new ScatterChart.Group("h", List.of())));
    }

    private static BarChart bars(Axis y) {
        return new BarChart(
                WILD,
                y,
                List.of("Cora", "a category whose name takes far too much room " + WILD),
                List.of(
                        new Bars("a", List.of(new Bar(0.8, 0.7, 0.9), Bar.of(NAN))),
                        new Bars("b", List.of(Bar.of(-3), Bar.of(20)))));
    }

    private static HeatMap heat(Axis value) {
        return new HeatMap(
                WILD,
                new HeatMap.Side("r", List.of("r1", WILD)),
                new HeatMap.Side("", List.of("c1", "c2", "c3")),
                value,
                List.of(List.of(1.0, 2.0, NAN), List.of(-4.0, 50.0, 0.0)));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void everyDrawingIsWellFormedTitledAndEqualEachTimeInAnyLocale(Drawing drawing) throws Exception {
        String svg = drawing.toSvg(Form.alone("figure"));
        Document document = Pictures.parse(svg);
        assertThat(Pictures.elements(document, "desc")).hasSize(1);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(drawing.toSvg(Form.alone("figure"))).isEqualTo(svg);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void everyMarkIsWithinThePicture(Drawing drawing) throws Exception {
        Document document = Pictures.parse(drawing);
        double[] box = Pictures.places(document.getDocumentElement().getAttribute("viewBox"));
        for (Element element : Pictures.elements(document, "rect")) {
            if (!element.getAttribute("class").equals("ground")) {
                double right = Double.parseDouble(element.getAttribute("x"))
                        + Double.parseDouble(element.getAttribute("width"));
                double bottom = Double.parseDouble(element.getAttribute("y"))
                        + Double.parseDouble(element.getAttribute("height"));
                assertThat(right).isBetween(0.0, box[2]);
                assertThat(bottom).isBetween(0.0, box[3]);
            }
        }
        for (Element line : Pictures.elements(document, "line")) {
            for (String end : List.of("x1", "x2")) {
                assertThat(Double.parseDouble(line.getAttribute(end))).isBetween(0.0, box[2]);
            }
            for (String end : List.of("y1", "y2")) {
                assertThat(Double.parseDouble(line.getAttribute(end))).isBetween(0.0, box[3]);
            }
        }
    }

    @Test
    void everySeriesIsNamedWithItsExtremesAndItsEnd() {
        assertThat(line(Axis.log10("y").withUnit("ms")).description())
                .isEqualTo(WILD + ". Line chart of y (ms) by x."
                        + " alpha " + WILD + ": 3 points, minimum 1 at 0, maximum 30 at 2, last 3 at 3."
                        + " 1 value not shown, having no place on the axes."
                        + " beta: no data."
                        + " gamma (reference): 1 point, minimum 5 at 1, maximum 5 at 1, last 5 at 1."
                        + " 1 value not shown, having no place on the axes."
                        + " delta: no data. 2 values not shown, having no place on the axes.");
        assertThat(bars(Axis.linear("accuracy")).description())
                .contains("a: Cora 0.800 [0.700, 0.900]. 1 value not shown", "b: Cora -3, a category");
        assertThat(heat(Axis.linear("v")).description())
                .contains("2 rows by 3 columns", "r1: minimum 1, maximum 2.", "minimum -4, maximum 50. 1 value not");
        assertThat(scatter(Axis.linear("x"), Axis.linear("y")).withFit().description())
                .contains("h: no data", "slope 2.000, intercept 0, correlation 1.000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void higherValuesAreDrawnHigherAndInsideThePlotArea(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (Axis axis : List.of(Axis.linear("y"), Axis.log10("y"))) {
            List<Point> points = IntStream.range(0, 30)
                    .mapToObj(i -> Point.of(i, Math.pow(10, random.nextDouble(-3, 3))))
                    .toList();
            LineChart chart = new LineChart(
                    "t", Axis.linear("x"), axis, List.of(Series.of("s", points).withStyle(Series.Style.LINE)));
            Document document = Pictures.parse(chart);
            double[] places =
                    Pictures.places(Pictures.elements(document, "path").get(0).getAttribute("d"));
            List<Double> grid = Pictures.elements(document, "line").stream()
                    .filter(line -> line.hasAttribute("stroke-opacity"))
                    .map(line -> Double.valueOf(line.getAttribute("y1")))
                    .toList();
            assertThat(places).hasSize(60);
            for (int i = 0; i < 30; i++) {
                assertThat(places[2 * i + 1]).isBetween(grid.get(grid.size() - 1), grid.get(0));
                for (int j = 0; j < 30; j++) {
                    if (points.get(i).y() > points.get(j).y()) {
                        assertThat(places[2 * i + 1]).isLessThanOrEqualTo(places[2 * j + 1]);
                    }
                }
                assertThat(i == 0 || places[2 * i] > places[2 * i - 2]).isTrue();
            }
        }
    }

    @Test
    void gapsPartTheLineAndItsBand() throws Exception {
        List<Point> points = List.of(
                new Point(0, 1, 0, 2), new Point(1, 2, 1, 3), Point.of(2, NAN), new Point(3, 4, 3, 5), Point.of(4, 4));
        LineChart chart = new LineChart(
                "t",
                Axis.linear("x"),
                Axis.linear("y"),
                List.of(Series.of("s", points).withStyle(Series.Style.LINE)));
        List<Element> paths = Pictures.elements(Pictures.parse(chart), "path");
        assertThat(paths).hasSize(4);
        assertThat(Pictures.places(paths.get(0).getAttribute("d"))).hasSize(8);
        assertThat(Pictures.places(paths.get(3).getAttribute("d"))).hasSize(4);
    }

    @Test
    void chartsWithoutDataSaySo() {
        Axis axis = Axis.linear("a");
        List<Chart> empty = List.of(
                new LineChart("t", axis, axis, List.of()),
                ScatterChart.of("t", axis, axis, List.of()).withFit(),
                new BarChart("t", axis, List.of(), List.of()),
                new HeatMap("t", new HeatMap.Side("", List.of()), new HeatMap.Side("", List.of()), axis, List.of()),
                new Histogram("t", axis, List.of()));
        assertThat(empty).allSatisfy(chart -> assertThat(chart.toSvg()).contains(">no data</text>"));
    }

    @Test
    void seriesDifferInMoreThanColour() {
        List<String> looks = IntStream.range(0, 210)
                .mapToObj(i -> {
                    Svg svg = Svg.of(new Histogram("t", Axis.linear("x"), List.of()), Form.alone("x"), 1);
                    Palette.mark(svg, i, 0, 0, "");
                    return Palette.colour(i) + Palette.dash(i) + svg.finish();
                })
                .toList();
        assertThat(looks).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 5).mapToObj(Palette::dash).toList()).doesNotHaveDuplicates();
    }

    @Test
    void aFittedLineEndsAtThePlotArea() throws Exception {
        var points = List.of(
                new ScatterChart.Point(0, 0, ""),
                new ScatterChart.Point(1, 0, ""),
                new ScatterChart.Point(10, 100, ""));
        ScatterChart chart = ScatterChart.of(
                        "t", Axis.linear("x"), Axis.linear("y"), List.of(new ScatterChart.Group("g", points)))
                .withFit();
        Element line = Pictures.elements(Pictures.parse(chart), "line").stream()
                .filter(one -> one.hasChildNodes())
                .findFirst()
                .orElseThrow();
        assertThat(line.getAttribute("y1")).isEqualTo("360");
        assertThat(Double.parseDouble(line.getAttribute("y2"))).isBetween(40.0, 360.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void histogramsCountEveryValueOnceAndInItsBin(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(500, 1, 1000).toArray();
        for (Axis axis : List.of(Axis.linear("x"), Axis.log10("x"))) {
            Histogram histogram = Histogram.of("t", axis, values);
            assertThat(histogram.bins().stream().mapToLong(Histogram.Bin::count).sum())
                    .isEqualTo(500);
            assertThat(histogram.bins()).hasSizeBetween(2, 60);
            for (Histogram.Bin bin :
                    histogram.bins().subList(1, histogram.bins().size() - 1)) {
                long within = DoubleStream.of(values)
                        .filter(v -> v > bin.low() * (1 + 1e-12) && v < bin.high() * (1 - 1e-12))
                        .count();
                assertThat(bin.count()).isEqualTo(within);
            }
        }
    }

    @Test
    void binsOfUnequalRangesAreEquallyWideSinceHeightsAreCounts() throws Exception {
        Histogram histogram = new Histogram(
                "t",
                Axis.linear("x"),
                List.of(
                        new Histogram.Bin(1, 2, 5), new Histogram.Bin(2, 4, 5),
                        new Histogram.Bin(8, 16, 5), new Histogram.Bin(16, 32, 5)));
        List<Element> bars = Pictures.elements(Pictures.parse(histogram), "rect").stream()
                .filter(Element::hasChildNodes)
                .toList();
        assertThat(bars).hasSize(4);
        double[] widths = bars.stream()
                .mapToDouble(bar -> Double.parseDouble(bar.getAttribute("width")))
                .toArray();
        double[] lefts = bars.stream()
                .mapToDouble(bar -> Double.parseDouble(bar.getAttribute("x")))
                .toArray();
        assertThat(DoubleStream.of(widths).max().orElseThrow()
                        - DoubleStream.of(widths).min().orElseThrow())
                .isLessThan(0.02);
        assertThat(lefts[2] - lefts[1]).as("an empty bin from 4 to 8").isCloseTo(2 * widths[0], within(0.05));
    }

    @Test
    void whatLinesEndAtIsSaidAlsoOfNamesWithCommas() {
        List<Series> five = IntStream.range(0, 5)
                .mapToObj(i -> Series.of("a, b " + i, List.of(Series.Point.of(1, 10 - i), Series.Point.of(2, i))))
                .toList();
        assertThat(new LineChart("t", Axis.linear("x"), Axis.linear("y"), five).finding())
                .isEqualTo("Y at x 2: a, b 4 4 the highest of 5, a, b 0 0 the lowest.");
        assertThat(new LineChart("t", Axis.linear("x"), Axis.linear("y"), five.subList(0, 2)).finding())
                .isEqualTo("Y at x 2: a, b 1 1; a, b 0 0.");
    }

    @Test
    void histogramsOfOneValueHaveOneFullBin() {
        for (double value : new double[] {0, 5, -1e12, 1e-200}) {
            assertThat(Histogram.of("t", Axis.linear("x"), new double[] {value, value, value})
                            .bins())
                    .extracting(Histogram.Bin::count)
                    .contains(3L);
        }
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new BarChart("t", Axis.linear("y"), List.of("c"), List.of(new Bars("b", List.of()))))
                .hasMessage("'b' has 0 bars for 1 categories");
        assertThatThrownBy(() -> new HeatMap(
                        "t",
                        new HeatMap.Side("", List.of("r")),
                        new HeatMap.Side("", List.of("c")),
                        Axis.linear("v"),
                        List.of(List.of(1.0, 2.0))))
                .hasMessage("rows of 2 values are not 1 rows of 1");
        assertThatThrownBy(() -> new Histogram.Bin(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Drawing.Data(List.of("a"), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sparklinesShowTheCourseAndEndWithTheLastValue() {
        assertThat(Series.of("s", List.of(Point.of(0, 0), Point.of(1, NAN), Point.of(2, 7), Point.of(3, 3.5)))
                        .sparkline())
                .isEqualTo("▁ █▅");
        List<Point> many =
                IntStream.range(0, 1000).mapToObj(i -> Point.of(i, i)).toList();
        assertThat(Series.of("s", many).sparkline()).hasSize(40).startsWith("▁").endsWith("█");
        assertThat(Series.of("s", List.of()).sparkline()).isEmpty();
    }

    @Test
    void aSmallChartIsWrittenLikeThis() {
        Series series = Series.of("loss", List.of(Point.of(1, 4), Point.of(2, 2)));
        String svg = new LineChart("Loss", Axis.linear("epoch"), Axis.linear("loss"), List.of(series))
                .toSvg(Form.alone("loss"));
        assertThat(svg).startsWith("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 410" role="img" \
                aria-labelledby="loss-title loss-desc" class="seprank-drawing" font-family="Helvetica, Arial, sans-serif" \
                font-size="12">
                <title id="loss-title">Loss</title>
                <desc id="loss-desc">Loss. Line chart of loss by epoch. loss: 2 points, minimum 2 at 2, maximum 4 at 1, \
                last 2 at 2.</desc>
                """).endsWith("""
                <path d="M62.4 40 L696 360" fill="none" stroke="#0072b2" stroke-width="2" stroke-opacity="1" \
                stroke-dasharray="none" stroke-linecap="butt"><title>loss</title></path>
                <circle cx="62.4" cy="40" r="3.6" fill="#0072b2"><title>loss: 4 at 1</title></circle>
                <circle cx="696" cy="360" r="3.6" fill="#0072b2"><title>loss: 2 at 2</title></circle>
                </svg>
                """);
    }

    @Test
    void aReferenceHasTheColourOfWhatIsComparedWithIt() {
        List<Series.Point> points = List.of(Series.Point.of(0, 0), Series.Point.of(1, 1));
        Series own = Series.of("random", points);
        Series known = Series.of("published", points).asReferenceTo("random");
        Series other = Series.of("published other", points).withStyle(Series.Style.REFERENCE);
        String svg = new LineChart("t", Axis.linear("x"), Axis.linear("y"), List.of(own, known, other)).toSvg();
        String thin = " stroke-width=\"1.3\"";
        assertThat(svg).contains("stroke=\"#0072b2\"" + thin).contains("stroke=\"currentColor\"" + thin);
    }
}
