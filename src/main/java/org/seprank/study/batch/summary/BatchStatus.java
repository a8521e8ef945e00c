package org.seprank.study.batch.summary;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.batch.Batch;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.study.engine.Task;

/** How far a batch is. */
public final class BatchStatus {
    /** As many characters of a key as people are shown. */
    static final int SHORT_KEY = 12;

    private BatchStatus() {}

    /**
     * The studies of the last start: how many are done, failed and left, how fast they finish, and why some failed.
     *
     * @param now from which remaining time counts
     */
    public static Document of(Store store, Instant now) throws IOException {
        Store.Start start = store.start()
                .orElseThrow(() -> new IllegalArgumentException("no batch was started in " + store.folder()));
        List<Finished> outcomes = new ArrayList<>();
        for (Task task : start.tasks()) {
            store.find(task.key()).ifPresent(outcomes::add);
        }
        boolean running = store.inUse();
        Map<String, Value> facts = new LinkedHashMap<>();
        long done = outcomes.stream().filter(Finished::succeeded).count();
        int left = start.tasks().size() - outcomes.size();
        facts.put("state", Value.of(running ? "running" : left == 0 ? "finished" : "stopped"));
        facts.put("studies", Value.of(start.tasks().size()));
        facts.put("done", Value.of(done));
        facts.put("failed", Value.of(outcomes.size() - done));
        facts.put(running ? "running_or_left" : "left", Value.of(left));
        addRate(facts, outcomes, start, running ? now : Instant.MIN);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Facts("batch", "Batch in " + store.folder(), facts));
        List<StudySpec> studies = start.tasks().stream().map(Task::spec).toList();
        blocks.addAll(failures(outcomes, StudyColumns.of(studies)));
        return new Document("batch-status", blocks);
    }

    /** The rate counts from the last start to now, or where nothing runs to the last outcome. */
    private static void addRate(Map<String, Value> facts, List<Finished> outcomes, Store.Start start, Instant now) {
        List<Instant> since = outcomes.stream()
                .map(Finished::finished)
                .filter(end -> !end.isBefore(start.started()))
                .sorted()
                .toList();
        if (since.isEmpty()) {
            return;
        }
        Instant last = since.get(since.size() - 1);
        Instant end = now.isAfter(last) ? now : last;
        double seconds = Math.max(0.001, Duration.between(start.started(), end).toMillis() / 1000.0);
        int left = start.tasks().size() - outcomes.size();
        facts.put("per_minute", Value.of(60 * since.size() / seconds));
        if (left > 0) {
            facts.put("remaining", Value.duration(left * seconds / since.size()));
        }
    }

    /** A table of the outcomes that are failures, if there are any. */
    static List<Block> failures(List<Finished> outcomes, StudyColumns columns) {
        List<List<Value>> rows = new ArrayList<>();
        for (Finished outcome : outcomes) {
            if (!outcome.succeeded()) {
                Finished.Result result = outcome.result();
                List<Value> row = new ArrayList<>();
                row.add(Value.of(outcome.task().key().substring(0, SHORT_KEY)));
                row.addAll(columns.row(outcome.task().spec()));
                row.add(Value.of(result.exitCode()));
                row.add(Value.of(result.error()));
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(new Table(
                "failed", "Studies that failed; --retry runs them again", columns.with("exit_code", "cause"), rows));
    }

    /** Every study with its state, and what the ones to be done will cost. */
    public static Document dryRun(Batch batch, CostModel model) throws IOException {
        List<StudySpec> studies = batch.tasks().stream().map(Task::spec).toList();
        StudyColumns columns = StudyColumns.of(studies);
        Map<String, Double> earlier = earlier(batch);
        List<List<Value>> rows = new ArrayList<>();
        for (Task task : batch.tasks()) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(task.key().substring(0, SHORT_KEY)));
            row.addAll(columns.row(task.spec()));
            Batch.State state = batch.state(task);
            row.add(Value.of(state.name().toLowerCase(Locale.ROOT)));
            row.addAll(state == Batch.State.TODO ? cost(task.spec(), model, earlier) : none());
            rows.add(row);
        }
        return Document.of("batch-plan")
                .add(new Table("studies", "Studies", columns.with("state", "time", "memory", "estimated_by"), rows))
                .build();
    }

    private static List<Value> none() {
        return List.of(Value.missing(), Value.missing(), Value.missing());
    }

    private static List<Value> cost(StudySpec study, CostModel model, Map<String, Double> earlier) throws IOException {
        Optional<CostModel.Cost> cost = model.of(study);
        if (cost.isPresent()) {
            return List.of(
                    Value.duration(cost.get().seconds()),
                    Value.bytes(cost.get().bytes()),
                    Value.of("its own estimate"));
        }
        Double mean = earlier.get(study.command());
        return mean == null
                ? List.of(Value.missing(), Value.missing(), Value.of("unknown"))
                : List.of(Value.duration(mean), Value.missing(), Value.of("finished " + study.command() + " studies"));
    }

    /** Mean seconds of finished studies by command. */
    private static Map<String, Double> earlier(Batch batch) throws IOException {
        Map<String, List<Double>> seconds = new TreeMap<>();
        for (Task task : batch.tasks()) {
            batch.store()
                    .find(task.key())
                    .filter(Finished::succeeded)
                    .ifPresent(outcome -> seconds.computeIfAbsent(task.spec().command(), name -> new ArrayList<>())
                            .add(outcome.seconds()));
        }
        Map<String, Double> means = new TreeMap<>();
        seconds.forEach((command, all) -> means.put(
                command, all.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        return means;
    }
}
