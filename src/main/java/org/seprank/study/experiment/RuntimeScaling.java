package org.seprank.study.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Panels;
import org.seprank.report.chart.Series;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.EditSink;
import org.seprank.setting.Setting;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/**
 * How the time of every method grows with the graph: uniformly random graphs of mean degree 10, doubled until a method
 * takes longer than its limit, 1 % of the edges edited; the exponent is the slope of ln time over ln edges by least
 * squares over the sizes that took long enough to be measured. Times are of this machine in its present load, the least
 * of three for short runs; seeds and graphs are fixed, times are not.
 *
 * <p>The claim is about methods whose time on graphs of bounded degree is the number of edges, but for logarithms; it
 * holds for one whose exponent is at most {@value #LARGEST_EXPONENT}, which leaves room for those and for the machine's
 * caches. Each method is a cell.
 */
public final class RuntimeScaling implements Experiment {
    private static final String METHODS = "methods";
    private static final int DEPTH = 3;
    private static final double MEASURABLE = 2e-3; // seconds; below, the clock and the compiler count more
    private static final int FEWEST_SIZES = 3;
    private static final int PANEL = 6;
    private static final int FEATURES = 16; // of a vertex
    private static final double LARGEST_EXPONENT = 1.5;
    private static final Set<String> NEAR_LINEAR =
            Set.of(("wis teddy local-degree local-similarity jaccard scan triangles forest-fire k-neighbour "
                            + "spanning-forest spanner disparity metric-backbone ultrametric-backbone simmelian "
                            + "quadrilateral-simmelian chance-corrected-triangles algebraic-distance random-node-edge "
                            + "dspar ust-union jost-liu sjlr delaunay sdrf afr-3 afr-4 expander")
                    .split(" ", -1));

    @Override
    public String name() {
        return "runtime-scaling";
    }

    @Override
    public String claim() {
        return "the time of near-linear methods grows in proportion to the number of edges";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.text(METHODS, "", "of 'seprank methods', commas between them; empty: all without labels"));
    }

    @Override
    public Design design(Options options) {
        options.refuseData(name() + " makes its own graphs", "");
        List<Method> methods = methods(options.own().text(METHODS));
        int first = options.scale().of(200, 1000, 1000);
        int sizes = options.scale().of(2, 8, 12);
        Sizes all = new Sizes(
                IntStream.range(0, sizes)
                        .mapToObj(i -> graph(first << i, options.seed()))
                        .toList(),
                options.scale().of(1, 4, 60),
                options.seed());
        return new Curves(methods.stream().map(method -> new Curve(method, all)).toList());
    }

    private static List<Method> methods(String names) {
        if (names.isEmpty()) {
            return Methods.all().stream()
                    .filter(method -> !method.needsLabels())
                    .toList();
        }
        List<Method> methods = Stream.of(names.split(",", -1))
                .map(name -> Methods.named(name.strip()))
                .toList();
        methods.stream().filter(Method::needsLabels).findFirst().ifPresent(method -> {
            throw new IllegalArgumentException(method.id() + " needs labels, and random graphs have none");
        });
        return methods;
    }

    /** A point of the curve of a method. */
    private record Timed(int edges, double seconds) {}

    /** The graphs, by size, and how many seconds a method may take. */
    private record Sizes(List<Graph> graphs, double limit, long seed) {}

    /** The times of a method. */
    private record Curve(Method method, Sizes sizes) implements Cell {
        private static final String TIMES = "times";

        @Override
        public Question question() {
            return Question.of("runtime-scaling")
                    .with("method", method.id())
                    .with("first_edges", sizes.graphs().get(0).edgeCount())
                    .with("sizes", sizes.graphs().size())
                    .with("limit", sizes.limit())
                    .with("seed", sizes.seed());
        }

        @Override
        public List<Block> answer(Context context) {
            List<Timed> curve = curve(method, sizes.graphs(), sizes.limit(), sizes.seed(), context.progress());
            return List.of(Table.of(TIMES, "Seconds", Timed.class, curve));
        }

        /** A method whose time doubles with the graph ends at its limit; short runs are repeated. */
        @Override
        public Optional<Estimate> estimate(Context context) {
            return Optional.of(Estimate.under().add("methods, timed up to their limit", 3 * sizes.limit(), 0));
        }

        static List<Timed> times(Finished cell) {
            return cell.rows(TIMES).stream()
                    .map(row -> new Timed(row.path("edges").asInt(), Finished.number(row, "seconds")))
                    .toList();
        }
    }

    /** All methods. */
    private record Curves(List<Curve> cells) implements Design {
        @Override
        public boolean isTimed() {
            return true;
        }

        @Override
        public List<Curve> plan(Answers finished) {
            return cells;
        }

        @Override
        public Findings collect(Answers finished) {
            List<Series> curves = new ArrayList<>();
            List<Row> rows = new ArrayList<>();
            for (Curve cell : cells) {
                finished.of(cell.question()).map(Curve::times).ifPresent(times -> {
                    String id = cell.method().id();
                    List<Series.Point> points = times.stream()
                            .map(t -> Series.Point.of(t.edges(), t.seconds()))
                            .toList();
                    curves.add(Series.of(id, points));
                    rows.add(Row.of(id, times));
                });
            }
            List<Block> blocks = new ArrayList<>();
            blocks.add(Table.of(
                    "scaling",
                    "Time over edges, 1 % of them edited; exponents over at least three sizes above 2 ms",
                    Row.class,
                    rows));
            blocks.addAll(charts(curves));
            return new Findings(rows.stream().flatMap(Row::claims).toList(), blocks);
        }
    }

    /** Six methods a panel, with what time in proportion to the number of edges would be. */
    private static List<Block> charts(List<Series> curves) {
        List<Series> measured =
                curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
        if (measured.isEmpty()) {
            return List.of();
        }
        List<LineChart> panels = new ArrayList<>();
        for (int from = 0; from < measured.size(); from += PANEL) {
            List<Series> some = new ArrayList<>(measured.subList(from, Math.min(measured.size(), from + PANEL)));
            String title =
                    some.get(0).name() + " to " + some.get(some.size() - 1).name();
            some.add(proportional(measured));
            panels.add(
                    new LineChart(title, Axis.log10("edges"), Axis.log10("time").withUnit("s"), some));
        }
        String title = "Time of methods over edges";
        return List.of(new Block.Figure("scaling", title, Panels.ofLines(title, panels)));
    }

    /** A line of slope 1 through the least time. */
    private static Series proportional(List<Series> curves) {
        double from = curves.get(0).points().get(0).x();
        double to = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Series.Point::x)
                .max()
                .orElse(from);
        double least = curves.stream()
                .mapToDouble(curve -> curve.points().get(0).y())
                .min()
                .orElse(1);
        return Series.of("in proportion", List.of(Series.Point.of(from, least), Series.Point.of(to, least * to / from)))
                .withStyle(Series.Style.REFERENCE);
    }

    private static Graph graph(int n, long seed) {
        return GraphFamily.parse("family:erdos-renyi,n=" + n + ",m=" + 5 * n, seed);
    }

    private static List<Timed> curve(Method method, List<Graph> graphs, double limit, long seed, Progress progress) {
        List<Timed> curve = new ArrayList<>();
        try {
            seconds(method, graphs.get(0), seed, progress); // the compiler's turn
            for (Graph graph : graphs) {
                double least = seconds(method, graph, seed, progress);
                for (int again = 0; again < 2 && least < limit / 10; again++) {
                    least = Math.min(least, seconds(method, graph, seed, progress));
                }
                curve.add(new Timed(graph.edgeCount(), least));
                if (least > limit / 2) {
                    break;
                }
            }
        } catch (IllegalArgumentException refused) {
            // a method that refuses larger graphs has a shorter curve
        }
        if (progress.cancelled()) {
            throw new CancellationException("interrupted while " + method.id() + " was timed");
        }
        return curve;
    }

    private static double seconds(Method method, Graph graph, long seed, Progress progress) {
        int count = Math.max(1, graph.edgeCount() / 100);
        int n = graph.vertexCount();
        VertexSet half = VertexSet.of(n, IntStream.range(0, n / 2).toArray());
        Request request = Request.of(graph, Budget.remove(count))
                .describedBy(features(n, seed))
                .with(MethodSetting.of(seed, DEPTH))
                .forInteractions(
                        method.needsInteractions() ? List.of(new Interaction(half, Target.vertex(0))) : List.of())
                .watchedBy(EditSink.none(), progress);
        long start = System.nanoTime();
        method.rewire(request);
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Normal numbers, for methods that compare features. */
    private static Features features(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * FEATURES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return DenseFeatures.over(n, FEATURES, values);
    }

    /** A row of the table. */
    private record Row(String method, int largestEdges, double itsSeconds, Value exponent, long sizes) {
        static Row of(String method, List<Timed> curve) {
            SimpleRegression line = new SimpleRegression();
            for (Timed timed : curve) {
                if (timed.seconds() >= MEASURABLE) {
                    line.addData(Math.log(timed.edges()), Math.log(timed.seconds()));
                }
            }
            Timed last = curve.isEmpty() ? new Timed(0, Double.NaN) : curve.get(curve.size() - 1);
            Value exponent = line.getN() < FEWEST_SIZES ? Value.missing() : Value.of(line.getSlope());
            return new Row(method, last.edges(), last.seconds(), exponent, line.getN());
        }

        /** One where the method is near-linear and was measured, else none. */
        Stream<Findings.Statement> claims() {
            double measured = exponent.asDouble();
            return NEAR_LINEAR.contains(method) && !Double.isNaN(measured)
                    ? Stream.of(new Findings.Statement(
                            "the exponent of " + method + " is at most " + LARGEST_EXPONENT,
                            measured <= LARGEST_EXPONENT))
                    : Stream.empty();
        }
    }
}
