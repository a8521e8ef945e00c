package org.seprank.study.batch.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.seprank.study.input.FileHash;

/**
 * What the studies of a folder found: a row per study with the options in which it differs and the main numbers of its
 * answer, the failures, and where an option is a number, a chart by it.
 *
 * @param folder the {@link Store} of their outcomes
 * @param metrics numbers to show, by their name; empty: the main ones
 * @param by the option along the chart; empty: the first one with two numbers at least
 */
public record BatchReport(Path folder, List<String> metrics, String by) implements Study {
    /** More numbers than these are shown only when asked for. */
    static final int UNASKED_METRICS = 8;

    /** Copies the list. */
    public BatchReport {
        metrics = List.copyOf(metrics);
    }

    @Override
    public Question question() {
        return Question.of("batch-report")
                .with("folder", folder.toString())
                .with("metric", metrics)
                .with("by", by);
    }

    /**
     * Makes the report.
     *
     * @throws IllegalArgumentException if no study has such a number or such an option
     */
    @Override
    public Outcome run(Context context) throws IOException {
        List<Finished> outcomes = Store.existing(folder).all();
        String content = outcomes.stream()
                .map(one -> one.task().key() + one.result().exitCode())
                .collect(Collectors.joining("\n"));
        Block.Input input =
                new Block.Input("outcomes", folder.toString(), FileHash.of(content.getBytes(StandardCharsets.UTF_8)));
        return new Outcome(context.provenance(question(), List.of(input)), document(outcomes), Verdict.ANSWERED);
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

    private Document document(List<Finished> outcomes) {
        List<Row> rows = outcomes.stream()
                .filter(Finished::succeeded)
                .map(one -> new Row(one, Metrics.of(one.answer())))
                .toList();
        StudyColumns columns =
                StudyColumns.of(outcomes.stream().map(one -> one.task().spec()).toList());
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.addAll(row.metrics().keySet()));
        List<String> shown = shown(rows, known);
        Document.Builder document = Document.of("batch-report").add(facts(outcomes));
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
        BatchCharts.of(rows, columns, shown, by).forEach(document::add);
        return document.build();
    }

    private List<String> shown(List<Row> rows, Set<String> known) {
        for (String name : metrics) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no study has a number '" + name + "', only "
                        + String.join(", ", known.stream().limit(30).toList()));
            }
        }
        if (!metrics.isEmpty()) {
            return metrics;
        }
        Set<String> main = new LinkedHashSet<>();
        for (Row row : rows) {
            row.metrics().keySet().stream()
                    .filter(name -> Metrics.isMain(row.spec().command(), name))
                    .forEach(main::add);
        }
        return main.stream().limit(UNASKED_METRICS).toList();
    }

    private Block facts(List<Finished> outcomes) {
        long done = outcomes.stream().filter(Finished::succeeded).count();
        Stream<String> versions =
                outcomes.stream().map(one -> one.task().version()).distinct();
        return Facts.of("batch", "Batch in " + folder)
                .add("studies", outcomes.size())
                .add("done", done)
                .add("failed", outcomes.size() - done)
                .add(
                        "work",
                        Value.duration(
                                outcomes.stream().mapToDouble(Finished::seconds).sum()))
                .add("versions", versions.collect(Collectors.joining(", ")));
    }

    private static Block table(List<Row> rows, StudyColumns columns, List<String> shown) {
        List<String> heads = new ArrayList<>(List.of("study"));
        heads.addAll(shown);
        List<List<Value>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Value> line = new ArrayList<>(
                    List.of(Value.of(StudyColumns.shortKey(row.outcome().task()))));
            shown.forEach(name -> line.add(row.metric(name)));
            cells.add(line);
        }
        return columns.in(
                new Table("studies", "Studies", heads, cells),
                rows.stream().map(Row::spec).toList());
    }
}
