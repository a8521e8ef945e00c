package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.seprank.work.Parallel;
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
        AtomicLong done = new AtomicLong();
        Sink sink = (key, values) -> {
            all.put(key, values);
            progress.advanceTo(done.incrementAndGet());
        };
        progress.start("cells", cells);
        List<Parallel.Job<Piece>> jobs = new ArrayList<>();
        for (Piece piece : pieces) {
            jobs.add(member -> {
                piece.run(sink, member);
                return piece;
            });
        }
        Parallel.of(threads).jobs(jobs, progress.silent());
        return all;
    }
}
