package org.seprank.study.batch.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;

/**
 * What the studies of a folder found: a row per study with the options in which it differs and the main numbers of its
 * answer, the failures, and where an option is a number, a chart by it.
 */
public final class BatchReport {
    /** More numbers than these are shown only when asked for. */
    static final int UNASKED_METRICS = 8;

    /**
     * What is shown.
     *
     * @param metrics numbers by their name; empty: the main ones
     * @param by the option along the chart; empty: the first one with two numbers at least
     */
    public record Choice(List<String> metrics, String by) {
        /** Copies the list. */
        public Choice {
            metrics = List.copyOf(metrics);
        }

        /** The main numbers. */
        public static Choice standard() {
            return new Choice(List.of(), "");
        }
    }

    /**
     * A study with its numbers.
     *
     * @param outcome of the study
     * @param metrics by name
     */
    record Row(Finished outcome, Map<String, Value> metrics) {
        StudySpec spec() {
            return outcome.task().spec();
        }

        Value metric(String name) {
            return metrics.getOrDefault(name, Value.missing());
        }
    }

    private BatchReport() {}

    /**
     * The report.
     *
     * @throws IllegalArgumentException if no study has such a number or such an option
     */
    public static Document of(Store store, Choice choice) throws IOException {
        List<Finished> outcomes = store.all();
        List<Row> rows = outcomes.stream()
                .filter(Finished::succeeded)
                .map(BatchReport::row)
                .toList();
        StudyColumns columns =
                StudyColumns.of(outcomes.stream().map(one -> one.task().spec()).toList());
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.addAll(row.metrics().keySet()));
        List<String> shown = shown(rows, known, choice);
        Document.Builder document = Document.of("batch-report").add(facts(store, outcomes));
        document.add(table(rows, columns, shown));
        int more = known.size() - shown.size();
        if (more > 0) {
            document.note(more + " more numbers can be shown with --metric: "
                    + String.join(
                            ", ",
                            known.stream()
                                    .filter(name -> !shown.contains(name))
                                    .limit(30)
                                    .toList())
                    + (more > 30 ? ", .." : "") + ".");
        }
        BatchStatus.failures(outcomes, columns).forEach(document::add);
        BatchCharts.of(rows, columns, shown, choice.by()).forEach(document::add);
        return document.build();
    }

    private static Row row(Finished outcome) {
        JsonNode answer = outcome.answer();
        return new Row(outcome, Metrics.of(answer));
    }

    private static List<String> shown(List<Row> rows, Set<String> known, Choice choice) {
        for (String name : choice.metrics()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no study has a number '" + name + "', only "
                        + String.join(", ", known.stream().limit(30).toList()));
            }
        }
        if (!choice.metrics().isEmpty()) {
            return choice.metrics();
        }
        Set<String> main = new LinkedHashSet<>();
        for (Row row : rows) {
            row.metrics().keySet().stream()
                    .filter(name -> Metrics.isMain(row.spec().command(), name))
                    .forEach(main::add);
        }
        return main.stream().limit(UNASKED_METRICS).toList();
    }

    private static Block facts(Store store, List<Finished> outcomes) {
        long done = outcomes.stream().filter(Finished::succeeded).count();
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("studies", Value.of(outcomes.size()));
        facts.put("done", Value.of(done));
        facts.put("failed", Value.of(outcomes.size() - done));
        facts.put(
                "work",
                Value.duration(outcomes.stream().mapToDouble(Finished::seconds).sum()));
        facts.put(
                "versions",
                Value.of(String.join(
                        ", ",
                        outcomes.stream()
                                .map(one -> one.task().version())
                                .distinct()
                                .toList())));
        return new Facts("batch", "Batch in " + store.folder(), facts);
    }

    private static Block table(List<Row> rows, StudyColumns columns, List<String> shown) {
        List<List<Value>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Value> line = new ArrayList<>();
            line.add(Value.of(row.outcome().task().key().substring(0, BatchStatus.SHORT_KEY)));
            line.addAll(columns.row(row.spec()));
            shown.forEach(name -> line.add(row.metric(name)));
            cells.add(line);
        }
        return new Table("studies", "Studies", columns.with(shown.toArray(String[]::new)), cells);
    }
}
