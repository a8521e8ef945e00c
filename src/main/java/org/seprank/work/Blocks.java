package org.seprank.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The numbers 0..n-1 cut into blocks that the threads of the current fork-join pool take one after the other. Which
 * thread gets which block is not determined, so a worker's answers must not depend on it.
 */
public final class Blocks {
    /** What one thread does; it may keep scratch memory from block to block. */
    @FunctionalInterface
    public interface Worker {
        /** Works on from..to-1. */
        void run(int from, int to);
    }

    private Blocks() {}

    /**
     * Works on 0..n-1, with one worker per thread.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static void run(int n, int blockSize, Progress progress, Supplier<Worker> workers) {
        int blocks = (int) (((long) n + blockSize - 1) / blockSize);
        AtomicInteger next = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        IntStream.range(0, Math.min(threads(), blocks)).parallel().forEach(thread -> {
            Worker worker = workers.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                int from = block * blockSize;
                int to = (int) Math.min(n, (long) from + blockSize);
                worker.run(from, to);
                report(progress, done.addAndGet(to - from));
            }
        });
    }

    /** Two threads may finish in one order and report in the other. */
    private static void report(Progress progress, long done) {
        synchronized (progress) {
            progress.advanceTo(done);
        }
    }

    private static int threads() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
    }
}
