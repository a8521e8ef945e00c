package org.seprank.study.experiment.cliques;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.seprank.dataset.synthetic.SameClass;
import org.seprank.dataset.synthetic.SameClass.Arrangement;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BarChart;
import org.seprank.study.Sample;
import org.seprank.study.experiment.Experiment.Options;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.cliques.WalkIndexImportance.Run;
import org.seprank.study.statistics.PairedComparison;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * Accuracies of both arrangements, their differences over pairs, and the published ones beside. The claim holds for a
 * network and a part where the mean over pairs of equal seeds is larger with the high walk index.
 *
 * @param options of the experiment
 * @param kinds of networks
 * @param accuracies where they come from
 */
record ImportanceReport(Options options, List<NetworkKind> kinds, Accuracies accuracies) {
    static final String TRAIN = "train";
    static final String TEST = "test";

    /** Where accuracies come from. */
    @FunctionalInterface
    interface Accuracies {
        /** That of a training in a part; NaN where there is none. */
        double of(Run run, String part);
    }

    private static final List<String> PARTS = List.of(TRAIN, TEST);

    /** Of Table 1, in per cent: training low, high, test low, high. */
    private static final Map<NetworkKind, List<Double>> PUBLISHED = Map.of(
            NetworkKind.GCN, List.of(70.4, 81.4, 52.7, 66.2),
            NetworkKind.GAT, List.of(82.8, 88.5, 69.6, 72.1),
            NetworkKind.GIN, List.of(83.2, 94.2, 53.7, 64.8));

    Findings findings() {
        List<Findings.Statement> claims = new ArrayList<>();
        List<Block> blocks = new ArrayList<>(List.of(accuracyTable(), differences()));
        for (String part : PARTS) {
            for (NetworkKind kind : kinds) {
                claims.add(new Findings.Statement(
                        kind.id() + " is better in " + (part.equals(TRAIN) ? "training" : "test")
                                + " with the high walk index than with the low",
                        difference(kind, part).meanDifference() > 0));
            }
            blocks.add(chart(part));
        }
        String images = options.own().text("images");
        blocks.add(
                new Block.Note((images.isEmpty() ? "Images are generated shapes; p" : "Images are of " + images + ". P")
                        + "ublished figures are of Fashion-MNIST, 10,000 pairs and up to 10,000 full-batch epochs."));
        return new Findings(claims, blocks);
    }

    private record Accuracy(
            String network,
            String part,
            BigInteger walkIndex,
            double mean,
            double std,
            double intervalFrom,
            double intervalTo,
            int networks,
            double published) {}

    private Block accuracyTable() {
        List<Accuracy> rows = new ArrayList<>();
        for (NetworkKind kind : kinds) {
            for (String part : PARTS) {
                for (Arrangement arrangement : Arrangement.values()) {
                    Sample sample = Sample.within(0, 1, values(kind, arrangement, part));
                    rows.add(new Accuracy(
                            kind.id(),
                            part,
                            walkIndex(arrangement),
                            sample.mean(),
                            sample.populationDeviation(),
                            sample.low(),
                            sample.high(),
                            sample.runs(),
                            published(kind, arrangement, part)));
                }
            }
        }
        String title =
                "Accuracy at the last epoch (deviation: of the population; interval: Student's t on the logit scale, 95 %)";
        return Table.of("accuracy", title, Accuracy.class, rows);
    }

    private record Difference(
            String network,
            String part,
            double difference,
            Value tPValue,
            Value wilcoxonPValue,
            int pairs,
            double published) {}

    private Block differences() {
        List<Difference> rows = new ArrayList<>();
        for (NetworkKind kind : kinds) {
            for (String part : PARTS) {
                PairedComparison paired = difference(kind, part);
                rows.add(new Difference(
                        kind.id(),
                        part,
                        paired.meanDifference(),
                        paired.tPValue(),
                        paired.wilcoxonPValue(),
                        paired.pairs(),
                        published(kind, Arrangement.HIGH, part) - published(kind, Arrangement.LOW, part)));
            }
        }
        String title = "Accuracy with the high walk index less that with the low, over pairs of equal seeds";
        return Table.of("difference", title, Difference.class, rows);
    }

    private Block chart(String part) {
        List<BarChart.Bars> bars = new ArrayList<>();
        for (Arrangement arrangement : Arrangement.values()) {
            bars.add(new BarChart.Bars(
                    "walk index " + walkIndex(arrangement),
                    kinds.stream().map(kind -> bar(kind, arrangement, part)).toList()));
        }
        for (Arrangement arrangement : Arrangement.values()) {
            bars.add(new BarChart.Bars(
                    "published, " + walkIndex(arrangement),
                    kinds.stream()
                            .map(kind -> BarChart.Bar.of(published(kind, arrangement, part)))
                            .toList()));
        }
        String title = "Same class or not: accuracy in " + (part.equals(TRAIN) ? "training" : "test");
        return new Block.Figure(
                part + "_accuracy",
                title,
                new BarChart(
                        title,
                        Axis.linear("accuracy"),
                        kinds.stream().map(NetworkKind::id).toList(),
                        bars));
    }

    private BarChart.Bar bar(NetworkKind kind, Arrangement arrangement, String part) {
        Sample sample = Sample.within(0, 1, values(kind, arrangement, part));
        return new BarChart.Bar(sample.mean(), sample.low(), sample.high());
    }

    private PairedComparison difference(NetworkKind kind, String part) {
        return PairedComparison.of(values(kind, Arrangement.HIGH, part), values(kind, Arrangement.LOW, part));
    }

    /** By repetition; NaN where it is not done. */
    private double[] values(NetworkKind kind, Arrangement arrangement, String part) {
        double[] values = new double[options.own().integer("repetitions")];
        Arrays.setAll(values, repetition -> accuracies.of(new Run(kind, arrangement, repetition), part));
        return values;
    }

    private static double published(NetworkKind kind, Arrangement arrangement, String part) {
        List<Double> known = PUBLISHED.getOrDefault(kind, List.of());
        int index = 2 * PARTS.indexOf(part) + (arrangement == Arrangement.HIGH ? 1 : 0);
        return known.isEmpty() ? Double.NaN : known.get(index) / 100;
    }

    private static BigInteger walkIndex(Arrangement arrangement) {
        return WalkIndex.of(SameClass.cliques(), arrangement.partition(), Target.graph(), WalkIndexImportance.DEPTH);
    }
}
