package org.seprank.study.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.Fuzz;
import org.seprank.study.Context;
import org.seprank.study.batch.summary.BatchReport;
import org.seprank.study.batch.summary.BatchStatus;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.work.Progress;

/** Plans and the files of stores. */
class BatchFuzzTest {
    private static final String PLAN = """
            base: {command: analyze, input: a, depth: 3} # one
            grid:
              depth: [2, 3, 4]
              partition: [bisection, "attribute:faction", [a, b]]
            seeds: 0-4
            """;

    @TempDir
    Path folder;

    @Test
    void plansAreReadOrRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        Fuzz.check(file, 500, () -> {
            Plan ignored = Plan.read(file, new FakeVocabulary());
        });
    }

    @Test
    void storesAreReadOrRefused() throws IOException {
        Store store = Store.of(folder);
        List<StudySpec> studies =
                IntStream.of(2, 3, 13).mapToObj(BatchTest::depth).toList();
        Batch.of(store, studies, "1").run(new LocalEngine(1), CountingRunner.start(), false, Progress.none());
        Path outcome = folder.resolve("outcomes").resolve(store.keys().get(0) + ".json");
        for (Path file : List.of(outcome, folder.resolve("start.json"))) {
            Fuzz.check(file, 250, () -> {
                BatchStatus.of(store, Instant.EPOCH);
                new BatchReport(folder, List.of(), "").run(Context.of(Progress.none()));
            });
        }
    }
}
