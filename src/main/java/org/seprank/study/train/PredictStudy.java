package org.seprank.study.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.file.FormatException;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.TrainedNetwork;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.input.DatasetSource;

/**
 * What kept networks say about a dataset, each and on the average of their probabilities.
 *
 * @param networks files of {@code seprank train --checkpoint}
 * @param metric how predictions are judged where there are labels
 * @param last whether with the weights of the last epoch rather than the best
 */
public record PredictStudy(List<Path> networks, Metric metric, boolean last) {
    /** Keeps the list. */
    public PredictStudy {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("no network is named");
        }
    }

    /**
     * The answer.
     *
     * @param document a row per network and part
     * @param mean the average of the networks' probabilities
     */
    public record Answer(Document document, Predictions mean) {}

    /** Predicts with each network. */
    public Answer run(Dataset dataset) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        List<Split> splits = DatasetSource.splits(dataset);
        Task task = TrainStudy.task(dataset, splits.get(0));
        List<Predictions> all = new ArrayList<>();
        for (Path file : networks) {
            Network network = TrainedNetwork.load(file, last);
            check(file, network, task);
            Predictions said = task.predict(network);
            all.add(said);
            rows.addAll(judged(file.getFileName().toString(), said, dataset));
        }
        Predictions mean = mean(all);
        if (all.size() > 1) {
            rows.addAll(judged("mean of " + all.size(), mean, dataset));
        }
        Document document = Document.of("predict")
                .add(Facts.of("dataset", "Dataset")
                        .add("name", dataset.name())
                        .add("sha256", dataset.contentHash())
                        .add("items", dataset.labels().size()))
                .add(new Table(
                        "networks",
                        "Each network: " + metric.id(),
                        List.of("network", "split", "train", "validation", "test", "all_labelled"),
                        rows))
                .build();
        return new Answer(document, mean);
    }

    /**
     * Checks that a kept network fits a task.
     *
     * @throws FormatException if its input or output width is another
     */
    public static void check(Path file, Network network, Task task) throws FormatException {
        int expected = network.fitted().inputWidth();
        int given = task.shape().inputWidth();
        if (expected != given) {
            throw FormatException.inFile(
                    file,
                    "its input width is " + expected + ", the features are " + given + " wide",
                    "name the dataset it was trained on, with the same --features");
        }
        if (network.fitted().outputWidth() != task.labels().classCount()) {
            throw FormatException.inFile(
                    file,
                    "it knows " + network.fitted().outputWidth() + " classes, the dataset has "
                            + task.labels().classCount(),
                    "name the dataset it was trained on");
        }
    }

    private List<List<Value>> judged(String name, Predictions said, Dataset dataset) {
        Labels labels = dataset.labels();
        int[] labelled = labels.known();
        List<List<Value>> rows = new ArrayList<>();
        for (Split split : DatasetSource.splits(dataset)) {
            Split known = split.labelledOnly(labels);
            rows.add(List.of(
                    Value.of(name),
                    Value.of(split.name()),
                    Value.of(metric.of(said, labels, known.indices(Split.Part.TRAIN))),
                    Value.of(metric.of(said, labels, known.indices(Split.Part.VALIDATION))),
                    Value.of(metric.of(said, labels, known.indices(Split.Part.TEST))),
                    Value.of(metric.of(said, labels, labelled))));
        }
        return rows;
    }

    private static Predictions mean(List<Predictions> all) {
        Predictions first = all.get(0);
        double[] sum = new double[first.rows() * first.width()];
        for (Predictions one : all) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.probability(i / first.width(), i % first.width()) / all.size();
            }
        }
        return Predictions.of(first.width(), sum);
    }

    /** A line per vertex or graph as CSV: its id, its label, the likeliest class, the probability of each. */
    public static String lines(Dataset dataset, Predictions predictions) {
        Labels labels = dataset.labels();
        List<String> columns = new ArrayList<>(List.of("item", "label", "predicted"));
        for (int c = 0; c < predictions.width(); c++) {
            columns.add("p_" + c);
        }
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < predictions.rows(); i++) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(
                    dataset instanceof NodeDataset nodes ? nodes.graph().ids().id(i) : Integer.toString(i)));
            row.add(labels.known(i) ? Value.of(labels.label(i)) : Value.missing());
            row.add(Value.of(predictions.argmax(i)));
            for (int c = 0; c < predictions.width(); c++) {
                row.add(Value.of(predictions.probability(i, c)));
            }
            rows.add(row);
        }
        return CsvRenderer.render(new Table("predictions", "Predictions", columns, rows));
    }
}
