package org.seprank.study.batch.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.seprank.report.Document;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.batch.Batch;
import org.seprank.study.batch.Plan;
import org.seprank.study.batch.StudyCatalogue;
import org.seprank.study.engine.Engine;
import org.seprank.study.engine.EngineChoice;
import org.seprank.study.engine.Store;
import org.seprank.study.input.FileHash;

/**
 * Runs the studies of a plan that have not run yet; its answer is how far the batch is. It is refuted where studies
 * failed.
 *
 * @param plan its file
 * @param folder the {@link Store} of outcomes, made if it is not there
 * @param retry whether studies run again that have failed
 * @param engine that runs them; the outcomes do not depend on it
 * @param catalogue the studies that a plan may name
 */
public record BatchStudy(Path plan, Path folder, boolean retry, EngineChoice engine, StudyCatalogue catalogue)
        implements Study {
    @Override
    public Question question() {
        return Question.of("batch")
                .with("plan", plan.toString())
                .with("out", folder.toString())
                .with("retry", retry);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        Batch batch = batch();
        Batch.Summary summary;
        try (Engine opened = engine.open(context.threads())) {
            summary = batch.run(opened, catalogue, retry, context.progress());
        }
        Verdict verdict = summary.complete() && summary.failed() > 0 ? Verdict.REFUTED : Verdict.of(summary.complete());
        return new Outcome(
                context.provenance(question(), List.of(FileHash.input("plan", plan))),
                BatchStatus.of(batch.store(), Instant.now()),
                verdict);
    }

    /** Every study with its state, and what the ones to be done will cost. */
    public Document dryRun(Context context) throws IOException {
        return BatchPlan.of(batch(), catalogue, context);
    }

    private Batch batch() throws IOException {
        return Batch.of(Store.of(folder), Plan.read(plan, catalogue).studies(), AnswerProvenance.currentVersion());
    }
}
