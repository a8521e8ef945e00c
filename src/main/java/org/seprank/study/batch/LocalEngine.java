package org.seprank.study.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.seprank.file.Folders;

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
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean();
        BooleanSupplier halt = () -> broken.get() || stop.getAsBoolean();
        Object turn = new Object();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < tasks.size() && !halt.getAsBoolean(); i = next.getAndIncrement()) {
                StudyOutcome outcome = outcome(tasks.get(i), runner, halt);
                if (outcome.result().exitCode() == StudyRunner.INTERRUPTED) {
                    return;
                }
                synchronized (turn) {
                    try {
                        sink.accept(outcome);
                    } catch (IOException e) {
                        broken.set(true);
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
        await(Math.min(threads, Math.max(1, tasks.size())), work);
    }

    private static void await(int count, Runnable work) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(pool.submit(work));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IllegalStateException("a study ended the engine", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdown();
        }
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
