package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.Outcome;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/**
 * How the time of every method grows with the graph: uniformly random graphs of mean degree 10, doubled until a method
 * takes longer than its limit, 1 % of the edges edited; the exponent is the slope of ln time over ln edges by least
 * squares over the sizes that took long enough to be measured. Times are of this machine in its present load, the least
 * of three for short runs; seeds and graphs are fixed, times are not.
 */
public final class RuntimeScaling implements Reproduction {
    private static final int DEPTH = 3;
    private static final double MEASURABLE = 2e-3; // seconds; below, the clock and the compiler count more

    @Override
    public String name() {
        return "runtime-scaling";
    }

    @Override
    public String claim() {
        return "the time of near-linear methods grows in proportion to the number of edges";
    }

    /** A point of the curve of a method. */
    private record Timed(int edges, double seconds) {}

    @Override
    public Outcome run(Setting setting, Progress progress) throws IOException {
        if (!setting.data().isEmpty()) {
            throw new IllegalArgumentException(
                    "runtime-scaling makes its own graphs; leave out --dataset " + setting.data());
        }
        int first = setting.scale().of(200, 1000, 1000);
        int sizes = setting.scale().of(2, 8, 12);
        double limit = setting.scale().of(1, 4, 60);
        List<Graph> graphs = IntStream.range(0, sizes)
                .mapToObj(i -> graph(first << i, setting.seed()))
                .toList();
        List<Series> curves = new ArrayList<>();
        List<List<Value>> rows = new ArrayList<>();
        List<Method> methods = Methods.all().stream()
                .filter(method -> !method.needsLabels()) // random graphs have no labels
                .toList();
        progress.start("methods", methods.size());
        for (int m = 0; m < methods.size() && !progress.cancelled(); m++) {
            Method method = methods.get(m);
            List<Timed> curve;
            try {
                curve = curve(setting.cells()
                        .of(method.id(), () -> values(curve(method, graphs, limit, setting.seed(), progress))));
            } catch (CancellationException interrupted) {
                break;
            }
            curves.add(Series.of(
                    method.id(),
                    curve.stream()
                            .map(t -> Series.Point.of(t.edges(), t.seconds()))
                            .toList()));
            rows.add(row(method, curve));
            progress.advanceTo(m + 1);
        }
        Document.Builder document = Document.of("experiment").note("Claim: " + claim() + ".");
        document.add(new Table(
                "scaling",
                "Time over edges, 1 % of them edited; exponents over at least three sizes above 2 ms",
                List.of("method", "largest_edges", "its_seconds", "exponent", "sizes"),
                rows));
        for (int from = 0; from < curves.size(); from += 8) {
            String title = "Time of methods over edges, part " + (from / 8 + 1);
            List<Series> some = curves.subList(from, Math.min(curves.size(), from + 8));
            Axis up = Axis.log10("time").withUnit("s");
            document.add(new Block.Figure(
                    "scaling-" + (from / 8 + 1), title, new LineChart(title, Axis.log10("edges"), up, some)));
        }
        return Outcome.of(document.build(), !progress.cancelled());
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

    private static Map<String, Double> values(List<Timed> curve) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < curve.size(); i++) {
            values.put("edges " + i, (double) curve.get(i).edges());
            values.put("seconds " + i, curve.get(i).seconds());
        }
        return values;
    }

    private static List<Timed> curve(Map<String, Double> values) {
        List<Timed> curve = new ArrayList<>();
        for (int i = 0; 2 * i < values.size(); i++) {
            double edges = values.getOrDefault("edges " + i, Double.NaN);
            curve.add(new Timed((int) edges, values.getOrDefault("seconds " + i, Double.NaN)));
        }
        return curve;
    }

    private static double seconds(Method method, Graph graph, long seed, Progress progress) {
        int count = Math.max(1, graph.edgeCount() / 100);
        int n = graph.vertexCount();
        VertexSet half = VertexSet.of(n, IntStream.range(0, n / 2).toArray());
        Request request = Request.of(graph, Budget.remove(count))
                .with(org.seprank.rewire.catalogue.MethodSetting.of(seed, DEPTH))
                .forInteractions(
                        method.needsInteractions() ? List.of(new Interaction(half, Target.vertex(0))) : List.of())
                .watchedBy(EditSink.none(), progress);
        long start = System.nanoTime();
        method.rewire(request);
        return (System.nanoTime() - start) * 1e-9;
    }

    private static List<Value> row(Method method, List<Timed> curve) {
        SimpleRegression line = new SimpleRegression();
        for (Timed timed : curve) {
            if (timed.seconds() >= MEASURABLE) {
                line.addData(Math.log(timed.edges()), Math.log(timed.seconds()));
            }
        }
        Timed last = curve.isEmpty() ? new Timed(0, Double.NaN) : curve.get(curve.size() - 1);
        return List.of(
                Value.of(method.id()),
                Value.of(last.edges()),
                Value.of(last.seconds()),
                line.getN() < 3 ? Value.missing() : Value.of(line.getSlope()),
                Value.of(line.getN()));
    }
}
