package org.seprank.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.study.Sample;
import org.seprank.study.statistics.HolmCorrection;
import org.seprank.study.statistics.PairedComparison;

/**
 * Scores of networks trained after edits, as tables and a chart.
 *
 * @param unedited on the graph as it is
 * @param methods after methods and budgets
 * @param metric of the scores
 */
record DownstreamTables(TrainedMethod unedited, List<TrainedMethod> methods, Metric metric) {
    /** Copies the list. */
    DownstreamTables {
        methods = List.copyOf(methods);
    }

    private record Row(
            String method,
            Value budget,
            double edits,
            double edges,
            int networks,
            double mean,
            double deviation,
            double from,
            double to,
            Value loss,
            Value lossFrom,
            Value lossTo) {}

    private record Paired(
            String method,
            Value budget,
            String control,
            int pairs,
            double difference,
            double from,
            double to,
            Value wilcoxonPValue,
            double leastPValue,
            Value holmPValue) {}

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(scores()));
        List<Paired> paired = paired();
        if (!paired.isEmpty()) {
            blocks.add(Table.of(
                    "trained_against_control",
                    "Test " + name()
                            + " less that after the random control, over pairs of equal splits and seeds; Wilcoxon's"
                            + " exact test, its least possible p-value, and Holm's correction over all rows",
                    Paired.class,
                    paired));
        }
        blocks.add(chart());
        return blocks;
    }

    private String name() {
        return metric.id().replace('-', ' ');
    }

    private Table scores() {
        List<Row> rows = new ArrayList<>(List.of(row(unedited)));
        methods.forEach(method -> rows.add(row(method)));
        return Table.of(
                "trained",
                "Test " + name() + " of networks trained after the edits, with deviation and 95 % interval, and what is"
                        + " lost to the graph as it is",
                Row.class,
                rows);
    }

    private Row row(TrainedMethod method) {
        Sample score = method.sample(metric);
        Sample loss = Sample.of(method.losses(unedited, metric));
        boolean itself = method.equals(unedited);
        return new Row(
                method.method(),
                method.budget(),
                method.edits(),
                method.edges(),
                score.runs(),
                score.mean(),
                score.deviation(),
                score.low(),
                score.high(),
                itself ? Value.none() : Value.of(loss.mean()),
                itself ? Value.none() : Value.of(loss.low()),
                itself ? Value.none() : Value.of(loss.high()));
    }

    private List<Paired> paired() {
        List<TrainedMethod> compared = new ArrayList<>();
        List<TrainedMethod> controls = new ArrayList<>();
        for (TrainedMethod method : methods) {
            control(method).ifPresent(control -> {
                compared.add(method);
                controls.add(control);
            });
        }
        List<PairedComparison> tests = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            tests.add(compared.get(i).against(controls.get(i)));
        }
        List<Value> corrected = HolmCorrection.of(
                tests.stream().map(PairedComparison::wilcoxonPValue).toList());
        List<Paired> rows = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            Sample difference = Sample.of(difference(compared.get(i), controls.get(i)));
            rows.add(new Paired(
                    compared.get(i).method(),
                    compared.get(i).budget(),
                    controls.get(i).method(),
                    tests.get(i).pairs(),
                    tests.get(i).meanDifference(),
                    difference.low(),
                    difference.high(),
                    tests.get(i).wilcoxonPValue(),
                    tests.get(i).leastPValue(),
                    corrected.get(i)));
        }
        return rows;
    }

    private static double[] difference(TrainedMethod one, TrainedMethod other) {
        double[] difference = one.values();
        double[] less = other.values();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= less[i];
        }
        return difference;
    }

    /** The control with the same budget: of methods that add edges another than of those that remove some. */
    private Optional<TrainedMethod> control(TrainedMethod method) {
        String id = method.adds() ? ControlDifferences.ADDITION : ControlDifferences.REMOVAL;
        return methods.stream()
                .filter(one -> !method.control())
                .filter(one -> one.method().equals(id) && one.budget().equals(method.budget()))
                .findFirst();
    }

    private Block chart() {
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        for (TrainedMethod method : methods) {
            lines.computeIfAbsent(method.method(), id -> new ArrayList<>(List.of(point(unedited))))
                    .add(point(method));
        }
        List<Series> series = lines.entrySet().stream()
                .map(line -> line.getKey().startsWith(ControlDifferences.REMOVAL)
                        ? Series.of(line.getKey(), line.getValue()).withStyle(Series.Style.REFERENCE)
                        : Series.of(line.getKey(), line.getValue()))
                .toList();
        String title = "Test " + name() + " over edits";
        return new Block.Figure(
                        "trained",
                        title,
                        new LineChart(title, Axis.linear("edits"), Axis.linear("test " + name()), series))
                .ofTable("trained");
    }

    private Series.Point point(TrainedMethod method) {
        Sample score = method.sample(metric);
        return new Series.Point(method.edits(), score.mean(), score.low(), score.high());
    }
}
