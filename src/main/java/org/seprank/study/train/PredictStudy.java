package org.seprank.study.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.file.AtomicFile;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.training.LinkTask;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.EditedSource;

/**
 * What kept networks say about a dataset, each and on the average of their probabilities.
 *
 * @param data the dataset
 * @param networks files of {@code seprank train --checkpoint}
 * @param metric how predictions are judged where something is known; null: the usual one of the task
 * @param last whether with the weights of the last epoch rather than the best
 * @param lines the file of a line per vertex or graph as CSV: its id, its label, the likeliest class, the probability
 *     of each; null: none
 */
public record PredictStudy(
        EditedSource data,
        List<Path> networks,
        @Nullable Metric metric,
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

    private record MetricLine(
            String metric, String split, double train, double validation, double test, double allLabelled) {}

    @Override
    public Question question() {
        return data.addTo(Question.of("predict"))
                .with("networks", networks.stream().map(Path::toString).toList())
                .with("metric", metric == null ? "auto" : metric.id())
                .with("last", last);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        DatasetInput input = data.read();
        input.warnings().forEach(context.warnings());
        Dataset dataset = input.dataset();
        Judgement judgement = Judgement.of(dataset);
        Task task = judgement.task();
        Metric judge = metric == null ? Metric.usual(dataset.truth().kind()) : metric;
        judge.check(dataset.truth());
        List<Judged> rows = new ArrayList<>();
        List<Block.Input> files = new ArrayList<>();
        List<Predictions> all = new ArrayList<>();
        context.progress().start("predicting", networks.size());
        for (Path file : networks) {
            if (context.progress().cancelled()) {
                throw new CancellationException("interrupted before all networks had predicted");
            }
            KeptNetwork kept = new KeptNetwork(file);
            Predictions said = task.predictOnce(kept.load(last, task));
            files.add(kept.input());
            all.add(said);
            rows.addAll(judged(judge, file.getFileName().toString(), said, judgement));
            context.progress().advanceTo(all.size());
        }
        Predictions mean = mean(all);
        if (all.size() > 1) {
            rows.addAll(judged(judge, "mean of " + all.size(), mean, judgement));
        }
        if (lines != null) {
            byte[] text = CsvRenderer.render(PredictionTables.lines(dataset, task, mean))
                    .getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(lines, out -> out.write(text));
        }
        Document.Builder document = Document.of("predict")
                .add(DatasetFacts.of(dataset))
                .add(Table.of("networks", "Each network: " + judge.id(), Judged.class, rows))
                .add(metrics(mean, judgement));
        if (dataset.truth().kind() != Truth.Kind.NUMBERS) {
            document.add(PredictionTables.calibration(mean, task.truth(), judgement.known()));
        }
        if (task instanceof LinkTask links) {
            document.note(links.ranking());
        }
        Question question = input.resolved(question()).with("metric", judge);
        return new Outcome(context.provenance(question, input.with(files)), document.build(), Verdict.ANSWERED);
    }

    private static List<Judged> judged(Metric metric, String name, Predictions said, Judgement judgement) {
        return judgement.splits().stream()
                .map(split -> new Judged(
                        name,
                        split.name(),
                        judgement.of(metric, said, split, Split.Part.TRAIN),
                        judgement.of(metric, said, split, Split.Part.VALIDATION),
                        judgement.of(metric, said, split, Split.Part.TEST),
                        judgement.ofAll(metric, said)))
                .toList();
    }

    private static Predictions mean(List<Predictions> all) {
        Predictions first = all.get(0);
        double[] sum = new double[first.rows() * first.width()];
        for (Predictions one : all) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.value(i / first.width(), i % first.width()) / all.size();
            }
        }
        return Predictions.of(first.width(), sum);
    }

    /** Every metric of the task, by part of each split. */
    private static Table metrics(Predictions said, Judgement judgement) {
        List<MetricLine> rows = new ArrayList<>();
        for (Split split : judgement.splits()) {
            for (Metric one : Metric.fitting(judgement.task().truth())) {
                rows.add(new MetricLine(
                        one.id(),
                        split.name(),
                        judgement.of(one, said, split, Split.Part.TRAIN),
                        judgement.of(one, said, split, Split.Part.VALIDATION),
                        judgement.of(one, said, split, Split.Part.TEST),
                        judgement.ofAll(one, said)));
            }
        }
        return Table.of("metrics", "All metrics of what is predicted", MetricLine.class, rows);
    }
}
