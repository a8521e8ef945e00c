package org.seprank.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs the steps of a loop on a fixed number of threads, the caller's being one of them. Steps must write to separate
 * places, so that results do not depend on the number of threads. Close it to let the threads go.
 */
public final class ParallelLoop implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    private ParallelLoop(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "seprank-loop");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A loop on so many threads.
     *
     * @param threads at least 1; none is started before it is needed
     */
    public static ParallelLoop of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("thread count " + threads + " is not positive");
        }
        return new ParallelLoop(threads);
    }

    /** A loop on as many threads as the machine has processors. */
    public static ParallelLoop onAllProcessors() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs {@code step(0), .., step(count - 1)}, each once, in no particular order, and returns when all have ended.
     * What a step throws is thrown here and keeps steps that have not begun from running.
     */
    public void run(int count, IntConsumer step) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    step.accept(i);
                }
            } catch (RuntimeException | Error failure) {
                next.set(count);
                throw failure;
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, count); t++) {
            running.add(others.submit(worker));
        }
        try {
            worker.run();
        } finally {
            running.forEach(ParallelLoop::await);
        }
    }

    /**
     * Runs the steps like {@link #run(int, IntConsumer)} and counts them for {@code progress}, until it cancels.
     *
     * @return whether all steps have run
     */
    public boolean run(int count, Progress progress, IntConsumer step) {
        AtomicInteger done = new AtomicInteger();
        run(count, i -> {
            if (!progress.cancelled()) {
                step.accept(i);
                synchronized (done) { // so that the count never falls
                    progress.advanceTo(done.incrementAndGet());
                }
            }
        });
        return done.get() == count;
    }

    private static void await(Future<?> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get();
                    return;
                } catch (InterruptedException later) {
                    interrupted = true; // the step still writes to the caller's arrays, so it must end first
                } catch (ExecutionException failure) {
                    throw unwrapped(failure);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
