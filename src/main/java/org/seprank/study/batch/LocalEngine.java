package org.seprank.study.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.seprank.file.Folders;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Threads of this process. Only the outcomes at hand are in memory.
 *
 * @param threads how many studies run at the same time
 */
public record LocalEngine(int threads) implements Engine {
    /** Checks the range. */
    public LocalEngine {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not positive");
        }
    }

    @Override
    public void run(List<StudyTask> tasks, StudyRunner runner, Sink sink, BooleanSupplier stop) throws IOException {
        Object turn = new Object();
        List<Parallel.Job<Boolean>> jobs = new ArrayList<>();
        for (StudyTask task : tasks) {
            jobs.add(member -> {
                StudyOutcome outcome = outcome(task, runner, member);
                synchronized (turn) {
                    sink.accept(outcome);
                }
                return true;
            });
        }
        Parallel.of(threads).jobs(jobs, Progress.stoppedBy(stop));
    }

    private static StudyOutcome outcome(StudyTask task, StudyRunner runner, Progress progress) {
        if (!progress.cancelled()) {
            StudyOutcome outcome = outcome(task, runner, progress::cancelled);
            if (outcome.result().exitCode() != StudyRunner.INTERRUPTED) {
                return outcome;
            }
        }
        throw new CancellationException();
    }

    /** Runs one task; what it throws is its outcome too. For engines on other machines as well. */
    static StudyOutcome outcome(StudyTask task, StudyRunner runner, BooleanSupplier stop) {
        long start = System.nanoTime();
        StudyRunner.Result result;
        try {
            if (task.spec().hasFolder()) {
                Folders.makeEmpty(Path.of(task.folder()));
            }
            result = runner.run(task.spec().words(task.folder()), stop);
        } catch (OutOfMemoryError e) {
            result = failed("not enough memory: " + e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            result = failed(e.toString());
        }
        Instant finished = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new StudyOutcome(task, result, finished, (System.nanoTime() - start) / 1e9);
    }

    private static StudyRunner.Result failed(String error) {
        return new StudyRunner.Result(1, "", error.lines().findFirst().orElse(""));
    }
}
