package org.seprank.study.batch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Listing;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.batch.Batch;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;
import org.seprank.work.Progress;

class BatchReportTest {
    @TempDir
    private Path folder;

    private Batch batch;

    /** Walk index 10 depth + seed for depths 1 to 3 and seeds 0 and 2; depth 3 with seed 2 fails. */
    @BeforeEach
    void runABatch() throws Exception {
        List<StudySpec> studies = new ArrayList<>();
        for (int depth = 1; depth <= 3; depth++) {
            for (int seed : new int[] {0, 2}) {
                studies.add(study(depth, seed));
            }
        }
        Studies runner = task -> {
            List<String> words = task.spec().words("");
            int depth = Integer.parseInt(words.get(1).replace("--depth=", ""));
            int seed = Integer.parseInt(words.get(2).replace("--seed=", ""));
            if (depth == 3 && seed == 2) {
                throw new ArithmeticException("diverged");
            }
            return answer(10 * depth + seed);
        };
        batch = Batch.of(Store.of(folder), studies, "1.0");
        batch.run(new LocalEngine(2), runner, false, Progress.none());
    }

    private static StudySpec study(int depth, int seed) {
        return new StudySpec(
                "analyze",
                new TreeMap<>(Map.of(
                        "depth", List.of("" + depth), "seed", List.of("" + seed), "input", List.of("family:karate"))));
    }

    private static Study answer(int walk) {
        List<Value> row = List.of(Value.of("p"), Value.of(2), Value.of(walk), Value.of(Double.POSITIVE_INFINITY));
        return Listing.of(new Document(
                "x",
                List.of(
                        Facts.of("graph", "Graph").add("vertices", 3),
                        new Table(
                                "partitions",
                                "Partitions",
                                List.of("partition", "size", "walk_index", "ln_rank_to"),
                                List.of(row)),
                        Facts.of("extra", "Extra").add("mean", 1.5))));
    }

    private Document report(List<String> metrics, String by) throws IOException {
        return new BatchReport(folder, metrics, by)
                .run(Context.of(Progress.none()))
                .document();
    }

    private static List<String> texts(List<Value> row) {
        return row.stream().map(Value::text).toList();
    }

    @Test
    void aRowPerStudyHasWhatDiffersAndTheMainNumbers() throws Exception {
        Table table = report(List.of(), "").table("studies");
        assertThat(table.columns()).containsExactly("study", "depth", "seed", "walk_index", "ln_rank_to");
        assertThat(table.rows().stream().map(row -> texts(row).subList(1, 5)))
                .containsExactly(
                        List.of("1", "0", "10", "inf"),
                        List.of("1", "2", "12", "inf"),
                        List.of("2", "0", "20", "inf"),
                        List.of("2", "2", "22", "inf"),
                        List.of("3", "0", "30", "inf"));
    }

    @Test
    void chartsAreMeansOverSeedsWithTheirRange() throws Exception {
        Document report = report(List.of(), "");
        assertThat(report.figures()).hasSize(1);
        assertThat(report.figures().get(0).title()).isEqualTo("walk index by depth");
        assertThat(report.figures().get(0).drawing().data().rows())
                .containsExactly(
                        List.of("walk index", 1.0, 11.0, 10.0, 12.0),
                        List.of("walk index", 2.0, 21.0, 20.0, 22.0),
                        List.of("walk index", 3.0, 30.0, Double.NaN, Double.NaN));
    }

    @Test
    void otherNumbersAndOptionsAreShownOnDemand() throws Exception {
        Document report = report(List.of("extra.mean", "size"), "seed");
        assertThat(report.table("studies").columns()).containsExactly("study", "depth", "seed", "extra.mean", "size");
        assertThat(report.figures())
                .extracting(Block.Figure::title)
                .containsExactly("extra.mean by seed", "size by seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(List.of("walks"), ""))
                .withMessageContaining("no study has a number 'walks', only size, walk_index");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(List.of(), "input"))
                .withMessageContaining("option 'input' is not a number");
    }

    @Test
    void failuresAreListedWithTheirCause() throws Exception {
        for (Document document : List.of(report(List.of(), ""), BatchStatus.of(batch.store(), Instant.now()))) {
            Table failed = document.table("failed");
            assertThat(failed.columns()).containsExactly("study", "depth", "seed", "exit_code", "cause");
            assertThat(failed.rows().stream().map(row -> texts(row).subList(1, 5)))
                    .containsExactly(List.of("3", "2", "2", "diverged"));
        }
    }

    @Test
    void theStatusCountsWhatIsDoneFailedAndLeft() throws Exception {
        Facts facts =
                (Facts) BatchStatus.of(batch.store(), Instant.now()).blocks().get(0);
        assertThat(facts.values())
                .containsEntry("state", Value.of("finished"))
                .containsEntry("studies", Value.of(6))
                .containsEntry("done", Value.of(5))
                .containsEntry("failed", Value.of(1))
                .containsEntry("left", Value.of(0))
                .containsKey("per_minute")
                .doesNotContainKey("remaining");
        try (Store.Lock lock = batch.store().lock()) {
            assertThat(lock).isNotNull();
            Facts busy = (Facts)
                    BatchStatus.of(batch.store(), Instant.now()).blocks().get(0);
            assertThat(busy.values()).containsEntry("state", Value.of("running"));
        }
    }

    /** A study of 3 seconds and 2 KiB, if it knows. */
    private record Costly(boolean knows) implements Study {
        @Override
        public Question question() {
            return Question.of("costly");
        }

        @Override
        public Outcome run(Context context) {
            throw new IllegalStateException("a dry run runs nothing");
        }

        @Override
        public Optional<Estimate> estimate(Context context) {
            return knows ? Optional.of(Estimate.under().add("work", 3, 2048)) : Optional.empty();
        }
    }

    @Test
    void aReportSaysOfWhichOutcomesItIs() throws Exception {
        BatchReport asked = new BatchReport(folder, List.of(), "");
        List<Block.Input> inputs =
                asked.run(Context.of(Progress.none())).provenance().inputs();
        assertThat(asked.run(Context.of(Progress.none())).provenance().inputs()).isEqualTo(inputs);
        Batch.of(batch.store(), List.of(study(9, 0)), "1.0")
                .run(new LocalEngine(1), task -> answer(90), false, Progress.none());
        assertThat(asked.run(Context.of(Progress.none())).provenance().inputs()).isNotEqualTo(inputs);
    }

    @Test
    void aDryRunSaysStateAndCostFromEstimateFinishedStudiesOrNothing() throws Exception {
        List<StudySpec> studies = List.of(study(1, 0), study(3, 2), study(7, 0));
        Batch larger = Batch.of(batch.store(), studies, "1.0");
        Table known = BatchPlan.of(larger, task -> new Costly(true), Context.of(Progress.none()))
                .table("studies");
        assertThat(known.rows().stream().map(row -> texts(row).subList(3, 7)))
                .containsExactly(
                        List.of("done", "-", "-", "-"),
                        List.of("failed", "-", "-", "-"),
                        List.of("todo", "3.0 s", "2 KiB", "its own estimate"));
        assertThat(lastCell(larger)).isEqualTo("finished analyze studies");
        assertThat(lastCell(Batch.of(Store.of(folder.resolve("new")), studies, "1.0")))
                .isEqualTo("unknown");
    }

    private static String lastCell(Batch batch) throws Exception {
        List<List<Value>> rows = BatchPlan.of(batch, task -> new Costly(false), Context.of(Progress.none()))
                .table("studies")
                .rows();
        return texts(rows.get(2)).get(6);
    }
}
