package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.seprank.work.Progress;

/**
 * Pieces of work that do not depend on each other, several at a time; which thread does which does not matter. One
 * piece may come to several cells.
 */
public final class IndependentCells {
    private final List<Piece> pieces = new ArrayList<>();

    /** Where the finished cells of a piece go. */
    @FunctionalInterface
    public interface Sink {
        /** Takes one. */
        void put(String key, Map<String, Double> values);
    }

    /** Some of the work. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Does it.
         *
         * @param sink gets its cells
         * @param progress cancelled when the whole is
         * @throws CancellationException if it was interrupted
         */
        void run(Sink sink, Progress progress) throws IOException;
    }

    /** Adds a piece; those that take longest should come first. */
    public void add(Piece piece) {
        pieces.add(piece);
    }

    /**
     * Does all of it.
     *
     * @param cells how many there will be
     * @return the cells by key; once cancelled, those that are finished
     */
    public Map<String, Map<String, Double>> run(int threads, long cells, Progress progress) throws IOException {
        Map<String, Map<String, Double>> all = new ConcurrentSkipListMap<>();
        AtomicBoolean ended = new AtomicBoolean();
        Progress member = Progress.stoppedBy(() -> ended.get() || progress.cancelled());
        AtomicLong done = new AtomicLong();
        Sink sink = (key, values) -> {
            all.put(key, values);
            progress.advanceTo(done.incrementAndGet());
        };
        progress.start("cells", cells);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Piece piece : pieces) {
                running.add(pool.submit(() -> {
                    piece.run(sink, member); // once cancelled, it still hands over cells that are kept
                    return piece;
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            end(pool, ended);
        }
        return all;
    }

    /** After a failure, has what still runs stop by itself: an interrupt would close the file of finished cells. */
    private static void end(ExecutorService pool, AtomicBoolean ended) throws IOException {
        ended.set(true);
        pool.shutdown();
        try {
            boolean over = false;
            while (!over) {
                over = pool.awaitTermination(1, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void await(Future<?> one) throws IOException {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a cell failed", e.getCause());
        }
    }
}
