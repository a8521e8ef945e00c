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
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BarChart;
import org.seprank.study.Sample;
import org.seprank.study.experiment.PairedComparison;
import org.seprank.study.experiment.Reproduction.Setting;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * Accuracies of both arrangements, their differences over pairs, and the published ones beside.
 *
 * @param setting of the run
 * @param kinds of networks
 * @param cells accuracies by the keys of runs; those of an interrupted run are missing
 */
record ImportanceReport(Setting setting, List<NetworkKind> kinds, Map<String, Map<String, Double>> cells) {
    static final String TRAIN = "train";
    static final String TEST = "test";

    private static final List<String> PARTS = List.of(TRAIN, TEST);

    /** Of Table 1, in per cent: training low, high, test low, high. */
    private static final Map<NetworkKind, List<Double>> PUBLISHED = Map.of(
            NetworkKind.GCN, List.of(70.4, 81.4, 52.7, 66.2),
            NetworkKind.GAT, List.of(82.8, 88.5, 69.6, 72.1),
            NetworkKind.GIN, List.of(83.2, 94.2, 53.7, 64.8));

    Document document(String claim) {
        Document.Builder document = Document.of("experiment")
                .note("Claim: " + claim + ". " + verdict())
                .add(accuracies())
                .add(differences());
        for (String part : PARTS) {
            document.add(chart(part));
        }
        String images = setting.own().text("images");
        document.note(
                images.isEmpty()
                        ? "Images are generated shapes; published figures are of Fashion-MNIST, 10,000 pairs and up to 10,000"
                                + " full-batch epochs."
                        : "Images are of " + images
                                + ". Published figures are of Fashion-MNIST, 10,000 pairs and up to 10,000"
                                + " full-batch epochs.");
        return document.build();
    }

    private String verdict() {
        List<String> against = new ArrayList<>();
        for (NetworkKind kind : kinds) {
            for (String part : PARTS) {
                if (!(difference(kind, part).meanDifference() > 0)) {
                    against.add(kind.id() + " in " + part);
                }
            }
        }
        return against.isEmpty()
                ? "It held for every network, in training and in test."
                : "It did not hold for " + String.join(", ", against) + ".";
    }

    private Block accuracies() {
        List<List<Value>> rows = new ArrayList<>();
        for (NetworkKind kind : kinds) {
            for (String part : PARTS) {
                for (Arrangement arrangement : Arrangement.values()) {
                    Sample sample = Sample.of(values(kind, arrangement, part));
                    rows.add(List.of(
                            Value.of(kind.id()),
                            Value.of(part),
                            Value.of(walkIndex(arrangement)),
                            Value.of(sample.mean()),
                            Value.of(sample.populationDeviation()),
                            Value.of(sample.low()),
                            Value.of(sample.high()),
                            Value.of(sample.runs()),
                            Value.of(published(kind, arrangement, part))));
                }
            }
        }
        return new Table(
                "accuracy",
                "Accuracy at the last epoch (deviation: of the population; interval: Student's t, 95 %)",
                List.of(
                        "network",
                        "part",
                        "walk_index",
                        "mean",
                        "std",
                        "interval_from",
                        "interval_to",
                        "networks",
                        "published"),
                rows);
    }

    private Block differences() {
        List<List<Value>> rows = new ArrayList<>();
        for (NetworkKind kind : kinds) {
            for (String part : PARTS) {
                PairedComparison paired = difference(kind, part);
                rows.add(List.of(
                        Value.of(kind.id()),
                        Value.of(part),
                        Value.of(paired.meanDifference()),
                        Value.of(paired.tPValue()),
                        Value.of(paired.wilcoxonPValue()),
                        Value.of(paired.pairs()),
                        Value.of(published(kind, Arrangement.HIGH, part) - published(kind, Arrangement.LOW, part))));
            }
        }
        return new Table(
                "difference",
                "Accuracy with the high walk index less that with the low, over pairs of equal seeds",
                List.of("network", "part", "difference", "t_p_value", "wilcoxon_p_value", "pairs", "published"),
                rows);
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
        Sample sample = Sample.of(values(kind, arrangement, part));
        return new BarChart.Bar(sample.mean(), sample.low(), sample.high());
    }

    private PairedComparison difference(NetworkKind kind, String part) {
        return PairedComparison.of(values(kind, Arrangement.HIGH, part), values(kind, Arrangement.LOW, part));
    }

    /** By repetition; NaN where it is not done. */
    private double[] values(NetworkKind kind, Arrangement arrangement, String part) {
        double[] values = new double[setting.own().integer("repetitions")];
        Arrays.setAll(
                values,
                repetition -> cells.getOrDefault(
                                new WalkIndexImportance.Run(kind, arrangement, repetition).key(), Map.of())
                        .getOrDefault(part, Double.NaN));
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
