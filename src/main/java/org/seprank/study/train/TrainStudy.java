package org.seprank.study.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.file.AtomicFile;
import org.seprank.gnn.training.LinkTask;
import org.seprank.gnn.training.Metric;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.EditedSource;

/**
 * Networks of one design trained on a dataset: several seeds, each on each of its splits.
 *
 * @param data the dataset
 * @param plan the networks, and how they are trained
 * @param files what is written beside the answer
 */
public record TrainStudy(EditedSource data, TrainingPlan plan, Files files) implements Study {
    /**
     * What is written beside the answer; it does not depend on this.
     *
     * @param checkpoints the folder of the networks, made if it is not there; null: they are not kept
     * @param resume whether training goes on from the networks in that folder
     * @param epochs the file of a line per epoch as CSV; null: none
     */
    public record Files(
            @Nullable Path checkpoints,
            boolean resume,
            @Nullable Path epochs) {
        /** Checks that there is something to resume from. */
        public Files {
            if (resume && checkpoints == null) {
                throw new IllegalArgumentException("--resume goes on from a --checkpoint folder, but none is named");
            }
        }

        /** Nothing. */
        public static Files none() {
            return new Files(null, false, null);
        }
    }

    @Override
    public Question question() {
        return plan.addTo(data.addTo(Question.of("train")))
                .with("seeds", plan.seeds())
                .with("first_seed", plan.network().seed());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        Optional<CheckpointFolder> kept = files.checkpoints() == null
                ? Optional.empty()
                : Optional.of(CheckpointFolder.open(files.checkpoints(), files.resume()));
        DatasetInput input = data.read();
        Dataset dataset = input.dataset();
        input.warnings().forEach(context.warnings());
        Metric metric = plan.options().metric(dataset.truth());
        if (!plan.options().neighbours().isEmpty()) {
            warnOfMemory(dataset, context);
        }
        List<Trained> trained = plan.run(dataset, kept, context);
        if (files.epochs() != null) {
            byte[] lines = CsvRenderer.render(TrainTables.epochs(trained)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(files.epochs(), out -> out.write(lines));
        }
        Document.Builder document = Document.of("train")
                .add(DatasetFacts.of(dataset))
                .add(TrainTables.summary(plan, metric, trained))
                .add(TrainTables.networks(trained))
                .add(TrainTables.metrics(trained));
        if (dataset.truth().values().columns() > 1) {
            document.add(TrainTables.outputs(trained));
        }
        if (!trained.isEmpty() && trained.get(0).task() instanceof LinkTask links) {
            document.note(links.ranking());
        }
        if (context.draws()) {
            document.addAll(LearningCurves.of(metric, trained));
        }
        boolean complete = trained.size() == plan.count(dataset)
                && trained.stream().allMatch(one -> one.run().complete());
        Question question = input.resolved(question())
                .and(NetworkSettings.of(plan.network().over(dataset)))
                .with("metric", metric);
        return new Outcome(context.provenance(question, input.inputs()), document.build(), Verdict.of(complete));
    }

    private void warnOfMemory(Dataset dataset, Context context) {
        double bytes = TrainingCost.of(plan, dataset, context.threads()).bytes();
        double room = Runtime.getRuntime().maxMemory();
        if (bytes > room) {
            context.warnings()
                    .accept("training may take " + Value.bytes(bytes).text() + " of memory and there is "
                            + Value.bytes(room).text()
                            + "; take a smaller --batch-size, fewer --neighbours, or --parallel 1");
        }
    }

    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        DatasetInput input = data.read();
        input.warnings().forEach(context.warnings());
        return Optional.of(TrainingCost.of(plan, input.dataset(), context.threads()));
    }
}
