package org.seprank.study.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.engine.Store;

/**
 * An experiment: its cells, several at a time, and whether its claim holds. Interrupted, it answers with what is
 * finished.
 *
 * <p>Its claim is the verdict: it held where all its statements did.
 *
 * @param experiment what is run
 * @param options how
 * @param folder the {@link Store} of finished cells, made if it is not there; null: they are not kept. The answer does
 *     not depend on it.
 * @param resume whether the folder may hold cells, which then are not run again
 */
public record ExperimentStudy(
        Experiment experiment,
        Experiment.Options options,
        @Nullable Path folder,
        boolean resume) implements Study {
    private static final String EARLIER_CELLS = "cells.jsonl";

    /** Checks that there is something to resume from. */
    public ExperimentStudy {
        if (resume && folder == null) {
            throw new IllegalArgumentException("--resume goes on with what --out FOLDER keeps; say --out");
        }
    }

    /** Without a folder. */
    public static ExperimentStudy of(Experiment experiment, Experiment.Options options) {
        return new ExperimentStudy(experiment, options, null, false);
    }

    /** Whether a folder holds cells, of whatever version. */
    public static boolean hasCells(Path folder) throws IOException {
        return Files.exists(folder.resolve(EARLIER_CELLS))
                || !Store.of(folder).keys().isEmpty();
    }

    @Override
    public Question question() {
        return options.addTo(Question.of("experiment").with("experiment", experiment.name()));
    }

    /**
     * Runs it.
     *
     * @throws IllegalArgumentException if an option makes no sense, or the folder is in use, or holds cells and is not
     *     to be resumed, or holds those of a version that kept them otherwise
     */
    @Override
    public Outcome run(Context context) throws IOException {
        if (folder == null) {
            return run(null, context);
        }
        check(folder);
        Store store = Store.of(folder);
        Store.Lock lock = store.lock();
        try {
            return run(store, context);
        } finally {
            lock.close();
        }
    }

    /** The work of all cells, whether they are finished or not. */
    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        Design design = experiment.design(options);
        List<Estimate> cells = new ArrayList<>();
        for (Cell cell : design.all()) {
            cell.estimate(context.withThreads(1)).ifPresent(cells::add);
        }
        return Optional.of(Estimate.under().addAll(cells, design.isTimed() ? 1 : context.threads()));
    }

    private void check(Path named) throws IOException {
        Path earlier = named.resolve(EARLIER_CELLS);
        if (Files.exists(earlier)) {
            throw new IllegalArgumentException(
                    earlier
                            + " is of an earlier version, whose cells cannot be resumed; remove it, or begin anew in another --out");
        }
        if (!resume && hasCells(named)) {
            throw new IllegalArgumentException(named + " holds finished cells of an earlier run: go on with --resume,"
                    + " or remove it, or choose another --out");
        }
    }

    private Outcome run(@Nullable Store store, Context context) throws IOException {
        Design design = experiment.design(options);
        CellRun cells = new CellRun(design, store, context);
        boolean complete = cells.run();
        Findings findings = design.collect(cells.answers());
        Document.Builder document = Document.of("experiment").note("Claim: " + experiment.claim() + ".");
        boolean judged = complete && !findings.claims().isEmpty();
        if (judged) {
            String title = "What the claim says and whether it held";
            document.add(Table.of("verdict", title, Findings.Statement.class, findings.claims()));
        }
        document.addAll(findings.blocks());
        Verdict verdict = judged ? Verdict.of(true, findings.held()) : Verdict.of(complete);
        return new Outcome(context.provenance(question(), design.inputs()), document.build(), verdict);
    }
}
