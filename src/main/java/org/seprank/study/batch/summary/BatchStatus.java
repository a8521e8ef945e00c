package org.seprank.study.batch.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.StudyTask;

/**
 * How far a batch is.
 *
 * @param folder the {@link Store} of its outcomes
 */
public record BatchStatus(Path folder) implements Study {
    @Override
    public Question question() {
        return Question.of("batch-status").with("folder", folder.toString());
    }

    /** Finds out; the answer is that of the moment. */
    @Override
    public Outcome run(Context context) throws IOException {
        Document document = of(Store.existing(folder), Instant.now());
        return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
    }

    /**
     * The studies of the last start: how many are done, failed and left, how fast they finish, and why some failed.
     *
     * @param now from which remaining time counts
     */
    public static Document of(Store store, Instant now) throws IOException {
        Store.Start start = store.start()
                .orElseThrow(() -> new IllegalArgumentException("no batch was started in " + store.folder()));
        List<Finished> outcomes = new ArrayList<>();
        for (StudyTask task : start.tasks()) {
            store.find(task.key()).ifPresent(outcomes::add);
        }
        boolean running = store.inUse();
        long done = outcomes.stream().filter(Finished::succeeded).count();
        int left = start.tasks().size() - outcomes.size();
        Facts facts = Facts.of("batch", "Batch in " + store.folder())
                .add("state", running ? "running" : left == 0 ? "finished" : "stopped")
                .add("studies", start.tasks().size())
                .add("done", done)
                .add("failed", outcomes.size() - done)
                .add(running ? "running_or_left" : "left", left);
        List<StudySpec> studies = start.tasks().stream().map(StudyTask::spec).toList();
        return Document.of("batch-status")
                .add(withRate(facts, outcomes, start, running ? now : Instant.MIN))
                .addAll(failures(outcomes, StudyColumns.of(studies)))
                .build();
    }

    /** The rate counts from the last start to now, or where nothing runs to the last outcome. */
    private static Facts withRate(Facts facts, List<Finished> outcomes, Store.Start start, Instant now) {
        List<Instant> since = outcomes.stream()
                .map(Finished::finished)
                .filter(end -> !end.isBefore(start.started()))
                .sorted()
                .toList();
        if (since.isEmpty()) {
            return facts;
        }
        Instant last = since.get(since.size() - 1);
        Instant end = now.isAfter(last) ? now : last;
        double seconds = Math.max(0.001, Duration.between(start.started(), end).toMillis() / 1000.0);
        int left = start.tasks().size() - outcomes.size();
        Facts rate = facts.add("per_minute", 60 * since.size() / seconds);
        return left > 0 ? rate.add("remaining", Value.duration(left * seconds / since.size())) : rate;
    }

    private record Failed(String study, int exitCode, String cause) {}

    /** A table of the outcomes that are failures, if there are any. */
    static List<Block> failures(List<Finished> outcomes, StudyColumns columns) {
        List<Finished> failed =
                outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
        List<Failed> rows = failed.stream()
                .map(outcome -> new Failed(
                        StudyColumns.shortKey(outcome.task()),
                        outcome.result().exitCode(),
                        outcome.result().error()))
                .toList();
        Table table = Table.of("failed", "Studies that failed; --retry runs them again", Failed.class, rows);
        List<StudySpec> studies =
                failed.stream().map(outcome -> outcome.task().spec()).toList();
        return rows.isEmpty() ? List.of() : List.of(columns.in(table, studies));
    }
}
