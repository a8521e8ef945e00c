package org.seprank.study.experiment.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.Panels;
import org.seprank.report.chart.ScatterChart;
import org.seprank.report.number.Numbers;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Findings;
import org.seprank.study.interaction.RankCorrelation;

/** What is collected, dataset by dataset and kind by kind of network. */
final class PredictorTables {
    private static final String ENTROPY = "entropy";
    private static final String ENERGY = "interaction energy";
    private static final double ROUNDING = 1e-12;

    private final List<Findings.Statement> claims = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> correlations = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<ScatterChart> entropies = new ArrayList<>();
    private final List<ScatterChart> energies = new ArrayList<>();
    private final Map<String, Integer> best = new TreeMap<>();

    /** Of the mean of networks: least and greatest are of the networks by themselves. */
    private record Line(
            String dataset, String network, RankCorrelation correlation, int networks, Value least, Value greatest) {}

    /** What a predictor tells, of all partitions and among those of equal boundary. */
    private record Prediction(
            String dataset,
            String network,
            String measure,
            String predictor,
            Value coefficient,
            Value from,
            Value to,
            Value pValue,
            Value partial,
            Value partialFrom,
            Value partialTo,
            Value partialPValue) {
        double size() {
            double size = Math.abs(coefficient.asDouble());
            return Double.isNaN(size) ? 0 : size;
        }
    }

    PredictorTables() {
        blocks.add(new Block.Note("Networks have depth " + InteractionCell.DEPTH + ", product networks "
                + InteractionCell.PRODUCT_DEPTH + " in double precision."));
    }

    /** Adds networks of one kind on one dataset. */
    void measure(List<InteractionCell> cells, Answers finished) {
        List<MeasuredPartitions> networks = new ArrayList<>();
        for (InteractionCell cell : cells) {
            Optional<Finished> one = finished.of(cell.question());
            if (one.isEmpty()) {
                continue;
            }
            String failure = InteractionCell.failure(one.get());
            if (failure.isEmpty()) {
                networks.add(MeasuredPartitions.of(one.get()));
            } else {
                blocks.add(
                        new Block.Note(cell.where().name() + ", " + cell.kind().id() + ": " + failure));
            }
        }
        if (networks.isEmpty()) {
            return;
        }
        InteractionCell cell = cells.get(0);
        MeasuredPartitions mean = MeasuredPartitions.mean(networks);
        RankCorrelation entropy = correlate(cell, ENTROPY, MeasuredPartitions.Row::entropy, networks, mean);
        RankCorrelation energy = correlate(cell, ENERGY, MeasuredPartitions.Row::energy, networks, mean);
        judge(cell, entropy);
        count(predict(cell, ENTROPY, MeasuredPartitions.Row::entropy, mean));
        predict(cell, ENERGY, MeasuredPartitions.Row::energy, mean);
        String kind = cell.kind().id();
        entropies.add(panel(kind, entropy, "nats", mean.points(MeasuredPartitions.Row::entropy)));
        energies.add(panel(kind, energy, "", mean.points(MeasuredPartitions.Row::energy)));
    }

    /** Counts which of them tells most; several where they put the partitions into one order. */
    private void count(List<Prediction> some) {
        double most = some.stream().mapToDouble(Prediction::size).max().orElse(0);
        List<String> names = some.stream()
                .filter(one -> most > 0 && one.size() > most - ROUNDING)
                .map(Prediction::predictor)
                .toList();
        if (!names.isEmpty()) {
            best.merge(String.join(" and ", names) + (names.size() > 1 ? " alike" : ""), 1, Integer::sum);
        }
    }

    /** Draws what was added since the last time. */
    void draw(String dataset) {
        chart(dataset, ENTROPY, entropies);
        chart(dataset, ENERGY, energies);
    }

    private RankCorrelation correlate(
            InteractionCell cell,
            String measure,
            ToDoubleFunction<MeasuredPartitions.Row> measured,
            List<MeasuredPartitions> networks,
            MeasuredPartitions mean) {
        var single = networks.stream()
                .mapToDouble(one ->
                        between(cell, measure, measured, one).coefficient().asDouble())
                .filter(Double::isFinite)
                .summaryStatistics();
        Value none = Value.missing("no network has a coefficient");
        RankCorrelation correlation = between(cell, measure, measured, mean);
        correlations.add(new Line(
                cell.where().name(),
                cell.kind().id(),
                correlation,
                networks.size(),
                single.getCount() == 0 ? none : Value.of(single.getMin()),
                single.getCount() == 0 ? none : Value.of(single.getMax())));
        return correlation;
    }

    private static RankCorrelation between(
            InteractionCell cell,
            String measure,
            ToDoubleFunction<MeasuredPartitions.Row> measured,
            MeasuredPartitions partitions) {
        return RankCorrelation.between(
                measure,
                Predictor.WALK_INDEX.of(partitions),
                partitions.values(measured),
                cell.options().seed());
    }

    private List<Prediction> predict(
            InteractionCell cell,
            String measure,
            ToDoubleFunction<MeasuredPartitions.Row> measured,
            MeasuredPartitions mean) {
        long seed = cell.options().seed();
        double[] values = mean.values(measured);
        double[] boundary = Predictor.BOUNDARY.of(mean);
        List<Prediction> some = new ArrayList<>();
        for (Predictor predictor : Predictor.values()) {
            double[] told = predictor.of(mean);
            RankCorrelation plain = RankCorrelation.between(measure, told, values, seed);
            RankCorrelation partial = RankCorrelation.partial(measure, told, values, boundary, seed);
            some.add(new Prediction(
                    cell.where().name(),
                    cell.kind().id(),
                    measure,
                    predictor.words(),
                    plain.coefficient(),
                    plain.from(),
                    plain.to(),
                    plain.pValue(),
                    partial.coefficient(),
                    partial.from(),
                    partial.to(),
                    partial.pValue()));
        }
        predictions.addAll(some);
        return some;
    }

    private void judge(InteractionCell cell, RankCorrelation correlation) {
        double coefficient = correlation.coefficient().asDouble();
        if (!Double.isNaN(coefficient)) {
            claims.add(new Findings.Statement(
                    "on " + cell.where().name() + ", the entropy of "
                            + cell.kind().id() + " rises with the walk index",
                    coefficient == 1 || correlation.from().asDouble() > 0));
        }
    }

    /** All of it. */
    Findings findings() {
        if (!best.isEmpty()) {
            int all = best.values().stream().mapToInt(Integer::intValue).sum();
            blocks.add(new Block.Note("Which tells the entropy best: "
                    + best.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue()
                                    .reversed())
                            .map(one -> String.format(Locale.ROOT, "%s in %d of %d", one.getKey(), one.getValue(), all))
                            .collect(Collectors.joining(", "))
                    + "."));
        }
        blocks.add(Table.of(
                "correlation",
                "Spearman correlation with ln walk index (95 %, permutation p-value)",
                Line.class,
                correlations));
        blocks.add(Table.of(
                "predictors",
                "What tells the interaction, and what is left of it given the boundary size (Spearman, partial; 95 %)",
                Prediction.class,
                predictions));
        return new Findings(claims, blocks);
    }

    /** A panel a network; none where none was measured. */
    private void chart(String dataset, String measure, List<ScatterChart> panels) {
        if (!panels.isEmpty()) {
            String title = "Measured " + measure + " against walk index: " + dataset;
            String key = (measure + "-" + dataset).replaceAll("[^A-Za-z0-9]+", "-");
            blocks.add(new Block.Figure(key, title, Panels.ofPoints(title, List.copyOf(panels))));
            panels.clear();
        }
    }

    private static ScatterChart panel(
            String network, RankCorrelation correlation, String unit, List<ScatterChart.Point> points) {
        double rho = correlation.coefficient().asDouble();
        String title = network + (Double.isNaN(rho) ? "" : ", Spearman " + Numbers.brief(rho));
        return ScatterChart.of(
                title,
                Axis.linear("ln walk index").withUnit("nats"),
                Axis.linear(correlation.measure()).withUnit(unit),
                List.of(new ScatterChart.Group(network, points)));
    }
}
