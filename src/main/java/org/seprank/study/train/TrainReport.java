package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.training.Epoch;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Sample;

/** What a {@link TrainStudy} came to: a row per network, and mean, standard deviation and interval over them. */
public final class TrainReport {

    private TrainReport() {}

    /** The report of trained networks. */
    public static Document of(
            TrainStudy study, Dataset dataset, String model, List<TrainStudy.Trained> trained, long startNanos) {
        Document.Builder document = Document.of("train")
                .add(Facts.of("dataset", "Dataset")
                        .add("name", dataset.name())
                        .add("sha256", dataset.contentHash())
                        .add("items", dataset.labels().size())
                        .add("features", dataset.featureCount())
                        .add("classes", dataset.classCount())
                        .add(
                                "edges",
                                dataset instanceof NodeDataset nodes
                                        ? Value.of(nodes.graph().edgeCount())
                                        : Value.missing()));
        document.add(summary(study, model, trained));
        document.add(new Table(
                "networks",
                "Each network, at the epoch that counts",
                List.of("split", "seed", "epochs", "best_epoch", "train", "validation", "test"),
                trained.stream().map(TrainReport::row).toList()));
        return document.add(Facts.of("provenance", "Made by")
                        .add("network", trained.get(0).network().toJson())
                        .add("first_seed", study.network().seed())
                        .add("java", Runtime.version().toString())
                        .add("seconds", (System.nanoTime() - startNanos) / 1e9))
                .build();
    }

    /** A line per epoch of every network as CSV, in the order of splits and seeds. */
    public static String epochs(List<TrainStudy.Trained> trained) {
        List<List<Value>> rows = new ArrayList<>();
        for (TrainStudy.Trained one : trained) {
            for (Epoch epoch : one.run().epochs()) {
                rows.add(List.of(
                        Value.of(one.split()),
                        Value.of(one.seed()),
                        Value.of(epoch.number()),
                        Value.of(epoch.loss()),
                        Value.of(epoch.train()),
                        Value.of(epoch.validation()),
                        Value.of(epoch.test())));
            }
        }
        List<String> columns = List.of("split", "seed", "epoch", "loss", "train", "validation", "test");
        return CsvRenderer.render(new Table("epochs", "Epochs", columns, rows));
    }

    private static List<Value> row(TrainStudy.Trained one) {
        return List.of(
                Value.of(one.split()),
                Value.of(one.seed()),
                Value.of(one.run().epochs().size()),
                Value.of(one.run().best().number()),
                Value.of(one.train()),
                Value.of(one.validation()),
                Value.of(one.test()));
    }

    private static Block summary(TrainStudy study, String model, List<TrainStudy.Trained> trained) {
        String metric = study.options().stopping().metric().id();
        return new Table(
                "summary",
                model + ", depth " + study.network().depth() + ", width "
                        + study.network().width() + ": " + metric + " over " + trained.size()
                        + " networks (interval: Student's t, 95 %; deviation: of the sample)",
                List.of("part", "mean", "std", "interval_from", "interval_to", "least", "greatest"),
                List.of(
                        part(
                                "train",
                                trained.stream()
                                        .mapToDouble(TrainStudy.Trained::train)
                                        .toArray()),
                        part(
                                "validation",
                                trained.stream()
                                        .mapToDouble(TrainStudy.Trained::validation)
                                        .toArray()),
                        part(
                                "test",
                                trained.stream()
                                        .mapToDouble(TrainStudy.Trained::test)
                                        .toArray())));
    }

    private static List<Value> part(String name, double[] values) {
        Sample sample = Sample.of(values);
        return List.of(
                Value.of(name),
                Value.of(sample.mean()),
                Value.of(sample.deviation()),
                Value.of(sample.low()),
                Value.of(sample.high()),
                Value.of(StatUtils.min(values)),
                Value.of(StatUtils.max(values)));
    }
}
