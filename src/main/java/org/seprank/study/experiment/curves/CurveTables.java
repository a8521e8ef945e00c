package org.seprank.study.experiment.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Panels;
import org.seprank.report.chart.Series;
import org.seprank.study.Sample;
import org.seprank.study.statistics.HolmCorrection;
import org.seprank.study.statistics.PairedComparison;

/**
 * Curves as tables and charts; all scores in per cent.
 *
 * @param curves the scores
 */
record CurveTables(Curves curves) {
    private static final double NOTABLE = 2; // per cent
    private static final double PER_CENT = 100;

    /** All blocks. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (NetworkKind model : curves.protocol().models()) {
            blocks.add(accuracies(model));
            blocks.add(chart(model));
            random().ifPresent(random -> blocks.add(againstRandom(model, random)));
        }
        random().ifPresent(random -> blocks.add(wholeCurves(random)));
        blocks.addAll(published());
        return blocks;
    }

    private Sample summary(RemovalMethod method, NetworkKind model, int count) {
        return Sample.within(
                PER_CENT * curves.metric().least(),
                PER_CENT * curves.metric().greatest(),
                curves.scores(method, model, count));
    }

    private String score() {
        return Curves.name(curves.metric());
    }

    private record Accuracy(
            String method,
            double removedPercent,
            int edges,
            int runs,
            double mean,
            double deviation,
            double from,
            double to) {}

    private Block accuracies(NetworkKind model) {
        List<Accuracy> rows = new ArrayList<>();
        for (RemovalMethod method : curves.protocol().methods()) {
            for (int count : curves.counts()) {
                Sample summary = summary(method, model, count);
                rows.add(new Accuracy(
                        method.id(),
                        curves.percent(count),
                        curves.edges() - count,
                        summary.runs(),
                        summary.mean(),
                        summary.populationDeviation(),
                        summary.low(),
                        summary.high()));
            }
        }
        String title = "Test " + score() + " of " + model.id()
                + " in per cent, standard deviation and 95 % interval of the mean (t on the logit scale)";
        return Table.of(tableKey(model), title, Accuracy.class, rows);
    }

    private String tableKey(NetworkKind model) {
        return score().replace(' ', '_') + "_" + model.id();
    }

    /** A panel a method, with random removal in all and published values beside it. */
    private Block chart(NetworkKind model) {
        String title = "Test " + score() + " of " + model.id() + " after removal of edges";
        List<LineChart> panels = random()
                .map(this::others)
                .orElse(curves.protocol().methods())
                .stream()
                .map(method -> panel(model, method))
                .toList();
        return new Block.Figure("curve-" + model.id(), title, Panels.ofLines(title, panels)).ofTable(tableKey(model));
    }

    private LineChart panel(NetworkKind model, RemovalMethod method) {
        List<Series> series = new ArrayList<>();
        random().ifPresent(random -> series.add(measured(model, random).withStyle(Series.Style.REFERENCE)));
        series.add(measured(model, method));
        PublishedCurves.of(curves.protocol(), model, method)
                .ifPresent(points -> series.add(Series.of(
                                "published",
                                points.stream()
                                        .map(p -> Series.Point.of(p.percent(), p.accuracy()))
                                        .toList())
                        .asHollowBeside(method.id())));
        return new LineChart(
                method.id(),
                Axis.linear("edges removed").withUnit("%"),
                Axis.linear("test " + score()).withUnit("%"),
                series);
    }

    private Series measured(NetworkKind model, RemovalMethod method) {
        return Series.of(
                method.id(),
                curves.counts().stream()
                        .map(count -> point(count, summary(method, model, count)))
                        .toList());
    }

    private Series.Point point(int count, Sample summary) {
        return new Series.Point(curves.percent(count), summary.mean(), summary.low(), summary.high());
    }

    /** Random removal, where there is something to compare with it. */
    private Optional<RemovalMethod> random() {
        List<RemovalMethod> methods = curves.protocol().methods();
        return methods.stream()
                .filter(method -> methods.size() > 1)
                .filter(method -> method.id().equals("random"))
                .findFirst();
    }

    private List<RemovalMethod> others(RemovalMethod random) {
        return curves.protocol().methods().stream()
                .filter(method -> !method.id().equals(random.id()))
                .toList();
    }

    /** The columns of a comparison with random removal. */
    private record Paired(
            int pairs, double difference, Value tPValue, Value wilcoxonPValue, double leastPValue, Value holmPValue) {
        static List<Paired> all(List<PairedComparison> paired) {
            List<Value> corrected = HolmCorrection.of(
                    paired.stream().map(PairedComparison::wilcoxonPValue).toList());
            List<Paired> all = new ArrayList<>();
            for (int i = 0; i < paired.size(); i++) {
                PairedComparison one = paired.get(i);
                all.add(new Paired(
                        one.pairs(),
                        one.meanDifference(),
                        one.tPValue(),
                        one.wilcoxonPValue(),
                        one.leastPValue(),
                        corrected.get(i)));
            }
            return all;
        }
    }

    private record AgainstRandom(String method, double removedPercent, Paired paired) {}

    private record WholeCurve(String model, String method, Paired paired) {}

    private Block againstRandom(NetworkKind model, RemovalMethod random) {
        List<PairedComparison> tests = new ArrayList<>();
        for (RemovalMethod method : others(random)) {
            for (int count : curves.counts()) {
                tests.add(
                        PairedComparison.of(curves.scores(method, model, count), curves.scores(random, model, count)));
            }
        }
        List<Paired> paired = Paired.all(tests);
        List<AgainstRandom> rows = new ArrayList<>();
        for (RemovalMethod method : others(random)) {
            for (int count : curves.counts()) {
                rows.add(new AgainstRandom(method.id(), curves.percent(count), paired.get(rows.size())));
            }
        }
        String title = "Difference to random removal, " + model.id()
                + ", over pairs of equal splits and seeds; Wilcoxon's p-value, the least that there can be, and Holm's"
                + " correction over all rows";
        return Table.of("against_random_" + model.id(), title, AgainstRandom.class, rows);
    }

    private Block wholeCurves(RemovalMethod random) {
        List<PairedComparison> tests = new ArrayList<>();
        for (NetworkKind model : curves.protocol().models()) {
            for (RemovalMethod method : others(random)) {
                tests.add(PairedComparison.of(curves.wholeCurves(method, model), curves.wholeCurves(random, model)));
            }
        }
        List<Paired> paired = Paired.all(tests);
        List<WholeCurve> rows = new ArrayList<>();
        for (NetworkKind model : curves.protocol().models()) {
            for (RemovalMethod method : others(random)) {
                rows.add(new WholeCurve(model.id(), method.id(), paired.get(rows.size())));
            }
        }
        return Table.of(
                "whole_curve", "Difference to random removal of the mean over all fractions", WholeCurve.class, rows);
    }

    /** Ours beside published numbers, and a sentence on where they are apart; nothing where none are known. */
    private List<Block> published() {
        List<Published> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (NetworkKind model : curves.protocol().models()) {
            for (RemovalMethod method : curves.protocol().methods()) {
                for (PublishedCurves.Point p :
                        PublishedCurves.of(curves.protocol(), model, method).orElse(List.of())) {
                    countAt(p.percent()).ifPresent(count -> {
                        double ours = summary(method, model, count).mean();
                        double difference = ours - p.accuracy();
                        rows.add(new Published(model.id(), method.id(), p.percent(), p.accuracy(), ours, difference));
                        if (Math.abs(difference) > NOTABLE) {
                            apart.add(String.format(
                                    Locale.ROOT,
                                    "%s %s %d %% (%+.1f)",
                                    model.id(),
                                    method.id(),
                                    p.percent(),
                                    difference));
                        }
                    });
                }
            }
        }
        return rows.isEmpty() ? List.of() : List.of(publishedTable(rows), new Block.Note(sentence(apart)));
    }

    /** The budget of that percentage, where there is one. */
    private OptionalInt countAt(int percent) {
        return curves.counts().stream()
                .mapToInt(count -> count)
                .filter(count -> count == Math.round(percent / 100.0 * curves.edges()))
                .findFirst();
    }

    private record Published(
            String model, String method, int removedPercent, double published, double ours, double difference) {}

    private static Block publishedTable(List<Published> rows) {
        String title = "Ours beside Figure 3 of arXiv 2211.16494, read off to about 0.3";
        return Table.of("published", title, Published.class, rows);
    }

    private static String sentence(List<String> apart) {
        return apart.isEmpty()
                ? "Ours are nowhere more than 2 points from the published accuracies."
                : "Ours are more than 2 points from the published accuracies at " + String.join(", ", apart) + ".";
    }
}
