package org.seprank.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A number of threads that share the steps of a loop or independent jobs, the calling thread being one of them. Which
 * thread takes which step is not determined, so steps write to separate places and results do not depend on it.
 *
 * <p>What a step throws is thrown to the caller; steps that have not begun are then left out, and those that run end
 * first: no thread is interrupted, and nothing runs on after a method has returned. Loops may be nested: the caller
 * works on whatever other threads have no time for, so none waits for a thread. The others are daemon threads, shared
 * by all that ask for the same number; they end when they have been idle for a while.
 */
public final class Parallel {
    private static final int MOST_THREADS = 1024;
    private static final int LARGEST_BLOCK = 64;
    private static final int BLOCKS_PER_THREAD = 16; // so that all end at about the same time
    private static final Map<Integer, Parallel> BY_THREADS = new ConcurrentHashMap<>();
    private static final ThreadLocal<Parallel> CURRENT = ThreadLocal.withInitial(Parallel::onAllProcessors);

    private final int threads;
    private final ForkJoinPool others;

    private Parallel(int threads) {
        this.threads = threads;
        this.others =
                new ForkJoinPool(Math.max(1, threads - 1), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }

    /**
     * So many threads.
     *
     * @param threads in 1..1024; none is started before it is needed
     */
    public static Parallel of(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("thread count " + threads + " is not in 1.." + MOST_THREADS);
        }
        return BY_THREADS.computeIfAbsent(threads, Parallel::new);
    }

    /** The calling thread alone. */
    public static Parallel single() {
        return of(1);
    }

    /**
     * As many threads as the machine has processors, or one more than the property
     * {@code java.util.concurrent.ForkJoinPool.common.parallelism} says.
     */
    public static Parallel onAllProcessors() {
        return of(Math.min(MOST_THREADS, ForkJoinPool.getCommonPoolParallelism() + 1));
    }

    /**
     * The threads for loops here: those of the innermost {@link #call} around them, on whatever thread; all processors
     * where there is none.
     */
    public static Parallel current() {
        return CURRENT.get();
    }

    /**
     * Some work.
     *
     * @param <T> its answer
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** Does it. */
        T run() throws X;
    }

    /** The answer of some work on the calling thread, within which these threads are {@link #current()}. */
    public <T, X extends Exception> T call(Work<T, X> work) throws X {
        Parallel before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.run();
        } finally {
            CURRENT.set(before);
        }
    }

    /** How many threads work. */
    public int threads() {
        return threads;
    }

    /** Takes each of the steps 0..n-1 once. */
    public void each(int n, IntConsumer step) {
        share(n, () -> step);
    }

    /**
     * Takes each of the steps 0..n-1 once and counts them for {@code progress}, which has been started.
     *
     * @throws CancellationException if {@code progress} is cancelled before the last step begins
     */
    public void each(int n, Progress progress, IntConsumer step) {
        blocks(n, 1, progress, () -> step);
    }

    /**
     * Takes each of the steps 0..n-1 once, blocks of up to {@value #LARGEST_BLOCK} consecutive ones at a time, and
     * counts them for {@code progress}, which has been started. For many small steps.
     *
     * @param workers makes what takes the steps of one thread, with the scratch memory that it keeps from step to step
     * @throws CancellationException if {@code progress} is cancelled before the last block begins
     */
    public void blocks(int n, Progress progress, Supplier<? extends IntConsumer> workers) {
        blocks(n, Math.max(1, Math.min(LARGEST_BLOCK, n / (BLOCKS_PER_THREAD * threads))), progress, workers);
    }

    private void blocks(int n, int size, Progress progress, Supplier<? extends IntConsumer> workers) {
        Count done = new Count(progress);
        share((int) (((long) n + size - 1) / size), () -> {
            IntConsumer worker = workers.get();
            return block -> {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                int from = block * size;
                int to = (int) Math.min(n, (long) from + size);
                for (int i = from; i < to; i++) {
                    worker.accept(i);
                }
                done.add(to - from);
            };
        });
    }

    /** Sorts numbers ascending. */
    public static void sort(long[] numbers) {
        Arrays.parallelSort(numbers);
    }

    /**
     * A piece of work that does not depend on others.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Job<T> {
        /**
         * Does it.
         *
         * @param progress shows nothing; cancelled when the whole is and when another job has failed
         * @throws CancellationException if there is no result because it was cancelled
         */
        T run(Progress progress) throws IOException;
    }

    /**
     * Does all of the jobs and counts them for {@code progress}, which has been started. Once that is cancelled, jobs
     * still begin, as they know best what they have to hand over; after a failure none does.
     *
     * @return their results in the order of the jobs, empty where one threw a {@link CancellationException}
     * @throws IOException the first that a job threw; an unchecked exception or error likewise
     */
    public <T> List<Optional<T>> jobs(List<? extends Job<T>> jobs, Progress progress) throws IOException {
        List<Optional<T>> results = new ArrayList<>(Collections.nCopies(jobs.size(), Optional.empty()));
        AtomicBoolean failed = new AtomicBoolean();
        Progress member = Progress.stoppedBy(() -> failed.get() || progress.cancelled());
        Count done = new Count(progress);
        try {
            each(jobs.size(), i -> {
                try {
                    results.set(i, result(jobs.get(i), member));
                } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
                done.add(1);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return results;
    }

    private static <T> Optional<T> result(Job<T> job, Progress progress) {
        try {
            return Optional.of(job.run(progress));
        } catch (CancellationException withoutResult) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void share(int steps, Supplier<IntConsumer> workers) {
        SharedLoop loop = new SharedLoop(steps, workers);
        Parallel current = CURRENT.get();
        for (int t = 1; t < Math.min(threads, steps); t++) {
            others.execute(() -> current.call(loop::help));
        }
        loop.run();
    }

    /** Two threads may finish in one order and report in the other. */
    private static final class Count {
        private final Progress progress;
        private long done;

        Count(Progress progress) {
            this.progress = progress;
        }

        synchronized void add(int steps) {
            done += steps;
            progress.advanceTo(done);
        }
    }
}
