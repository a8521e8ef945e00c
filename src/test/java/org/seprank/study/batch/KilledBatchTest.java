package org.seprank.study.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.study.engine.Finished;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.Studies;
import org.seprank.work.Progress;

/** A process killed at random moments, again and again. */
@Tag("slow")
class KilledBatchTest {
    private static final int LEAST_KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void killedAtAnyInstantNothingFinishedIsRepeatedOrLost() throws Exception {
        Path killed = folder.resolve("killed");
        SplittableRandom random = new SplittableRandom(7);
        int kills = 0;
        int killsAtWork = 0;
        Map<String, Finished.Result> before = Map.of();
        while (before.size() < KilledBatch.STUDIES) {
            Path log = folder.resolve("log-" + kills);
            Process child = start(killed, log);
            if (killsAtWork < LEAST_KILLS) {
                awaitFirstStudy(child, log);
                Thread.sleep(random.nextInt(1, 150));
                child.destroyForcibly();
                kills++;
            }
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
            Map<String, Finished.Result> after = finished(killed);
            assertThat(after).containsAllEntriesOf(before);
            Set<String> repeated = new TreeSet<>(begun(log));
            repeated.retainAll(before.keySet());
            assertThat(repeated).isEmpty();
            killsAtWork += after.size() < KilledBatch.STUDIES ? 1 : 0;
            before = after;
        }
        assertThat(killsAtWork).isGreaterThanOrEqualTo(LEAST_KILLS);
        assertThat(before).isEqualTo(uninterrupted());
    }

    private Map<String, Finished.Result> uninterrupted() throws IOException {
        Path whole = folder.resolve("whole");
        Studies runner = task -> CountingRunner.answer(task.spec().words(task.folder()));
        KilledBatch.batch(whole).run(new LocalEngine(1), runner, false, Progress.none());
        return finished(whole);
    }

    private static Process start(Path store, Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBatch.class.getName(),
                store.toString(),
                log.toString()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitFirstStudy(Process child, Path log) throws InterruptedException {
        while (child.isAlive() && !Files.exists(log)) {
            Thread.sleep(2);
        }
    }

    private static Set<String> begun(Path log) throws IOException {
        return Files.exists(log) ? new TreeSet<>(Files.readAllLines(log)) : Set.of();
    }

    /** Results by the study's depth. */
    private static Map<String, Finished.Result> finished(Path store) throws IOException {
        Map<String, Finished.Result> finished = new TreeMap<>();
        for (Finished outcome : Store.existing(store).all()) {
            finished.put("--depth=" + outcome.task().spec().text("depth"), outcome.result());
        }
        return finished;
    }
}
