package org.seprank.rewire.curvature;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The numbers 0..n-1 cut into blocks that the threads of the current fork-join pool take one after the other. Which
 * thread gets which block is not determined, so a worker's answers must not depend on it.
 */
final class Blocks {
    private static final int BLOCK = 16;

    /** What one thread does with one number; it may keep scratch memory. */
    @FunctionalInterface
    interface Worker {
        /** Works on one number. */
        void run(int i);
    }

    private Blocks() {}

    /**
     * Works on 0..n-1, with one worker per thread.
     *
     * @throws CancellationException if {@code cancelled} says so
     */
    static void run(int n, BooleanSupplier cancelled, Supplier<Worker> workers) {
        int blocks = (int) (((long) n + BLOCK - 1) / BLOCK);
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Math.min(threads(), blocks)).parallel().forEach(thread -> {
            Worker worker = workers.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                int to = (int) Math.min(n, (block + 1L) * BLOCK);
                for (int i = block * BLOCK; i < to; i++) {
                    worker.run(i);
                }
            }
        });
    }

    /** The number of threads, hence of workers at most. */
    static int threads() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
    }
}
