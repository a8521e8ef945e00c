package org.seprank.study.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.file.AtomicFile;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedSource;

/**
 * What kept networks say about a dataset, each and on the average of their probabilities.
 *
 * @param data the dataset
 * @param networks files of {@code seprank train --checkpoint}
 * @param metric how predictions are judged where there are labels
 * @param last whether with the weights of the last epoch rather than the best
 * @param lines the file of a line per vertex or graph as CSV: its id, its label, the likeliest class, the probability
 *     of each; null: none
 */
public record PredictStudy(
        EditedSource data,
        List<Path> networks,
        Metric metric,
        boolean last,
        @Nullable Path lines) implements Study {
    /** Keeps the list. */
    public PredictStudy {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("no network is named");
        }
    }

    private record Judged(
            String network, String split, double train, double validation, double test, double allLabelled) {}

    @Override
    public Question question() {
        return data.addTo(Question.of("predict"))
                .with("networks", networks.stream().map(Path::toString).toList())
                .with("metric", metric)
                .with("last", last);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        DatasetInput input = data.read();
        Dataset dataset = input.dataset();
        Task task = Task.of(dataset, DatasetSource.splits(dataset).get(0));
        List<Judged> rows = new ArrayList<>();
        List<Block.Input> files = new ArrayList<>();
        List<Predictions> all = new ArrayList<>();
        context.progress().start("predicting", networks.size());
        for (Path file : networks) {
            if (context.progress().cancelled()) {
                throw new CancellationException("interrupted before all networks had predicted");
            }
            KeptNetwork kept = new KeptNetwork(file);
            Predictions said = task.predict(kept.load(last, task));
            files.add(kept.input());
            all.add(said);
            rows.addAll(judged(file.getFileName().toString(), said, dataset));
            context.progress().advanceTo(all.size());
        }
        Predictions mean = mean(all);
        if (all.size() > 1) {
            rows.addAll(judged("mean of " + all.size(), mean, dataset));
        }
        if (lines != null) {
            byte[] text = CsvRenderer.render(lines(dataset, mean)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(lines, out -> out.write(text));
        }
        Document document = Document.of("predict")
                .add(DatasetFacts.of(dataset))
                .add(Table.of("networks", "Each network: " + metric.id(), Judged.class, rows))
                .build();
        return new Outcome(
                context.provenance(input.resolved(question()), input.with(files)), document, Verdict.ANSWERED);
    }

    private List<Judged> judged(String name, Predictions said, Dataset dataset) {
        Labels labels = dataset.labels();
        List<Judged> rows = new ArrayList<>();
        for (Split split : DatasetSource.splits(dataset)) {
            Split known = split.labelledOnly(labels);
            rows.add(new Judged(
                    name,
                    split.name(),
                    metric.of(said, labels, known.indices(Split.Part.TRAIN)),
                    metric.of(said, labels, known.indices(Split.Part.VALIDATION)),
                    metric.of(said, labels, known.indices(Split.Part.TEST)),
                    metric.of(said, labels, labels.known())));
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

    private static Table lines(Dataset dataset, Predictions predictions) {
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
        return new Table("predictions", "Predictions", columns, rows);
    }
}
