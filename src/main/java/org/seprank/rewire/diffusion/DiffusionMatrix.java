package org.seprank.rewire.diffusion;

import java.util.Locale;
import java.util.function.Supplier;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/** Computes the sparse, column-normalised diffusion matrix of a graph, several columns at once. */
final class DiffusionMatrix {
    private static final int SAMPLES = 16;
    private static final long BYTES_PER_ENTRY = 100; // in the columns, as pair and as two edits

    private final LoopedAdjacency matrix;
    private final int n;
    private final Supplier<ColumnSource> sources;
    private final double mostSteps;

    DiffusionMatrix(LoopedAdjacency matrix, Supplier<ColumnSource> sources, double mostSteps) {
        this.matrix = matrix;
        this.n = matrix.vertexCount();
        this.sources = sources;
        this.mostSteps = mostSteps;
    }

    /**
     * The columns, cut and normalised.
     *
     * @throws IllegalArgumentException if time or memory are estimated to exceed their limits
     */
    SparseColumns columns(Selection selection, Progress progress) {
        if (selection instanceof Selection.Largest largest) {
            requireAffordable(1, largest.perVertex(), 0);
            return cut(largest.perVertex(), 0, progress);
        }
        if (selection instanceof Selection.AtLeast atLeast) {
            requireAffordable(1, n, atLeast.threshold());
            return cut(n, atLeast.threshold(), progress);
        }
        double entries = ((Selection.AverageDegree) selection).entries();
        requireAffordable(2, (int) entries, 0);
        return cut(n, counts(progress).threshold(entries * n), progress);
    }

    /** Works on a few columns and multiplies. */
    private void requireAffordable(int rounds, int most, double threshold) {
        ColumnSource source = sources.get();
        int samples = Math.min(n, SAMPLES);
        long entries = 0;
        for (int i = 0; i < samples; i++) {
            Column column = source.column((int) ((long) i * n / samples));
            entries += Math.min(most, from(threshold, column));
            requireFewSteps((double) rounds * source.steps() / (i + 1), i + 1 == samples ? 1 : 4);
        }
        double bytes = (double) entries / samples * n * BYTES_PER_ENTRY;
        long room = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > room) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "diffusion keeps about %.1e entries on %s and needs %.1f GB, more than %.1f GB; keep fewer",
                    bytes / BYTES_PER_ENTRY,
                    matrix.graph(),
                    bytes / 1e9,
                    room / 1e9));
        }
    }

    /** The first columns may be the costliest ones, so a refusal before the last one asks for a clear case. */
    private void requireFewSteps(double perColumn, int margin) {
        if (perColumn * n > margin * mostSteps) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "diffusion takes about %.1e visits of edges on %s, more than %.1e; take a larger accuracy than now,"
                            + " or allow more",
                    perColumn * n,
                    matrix.graph(),
                    mostSteps));
        }
    }

    private static int from(double threshold, Column column) {
        int entries = 0;
        for (int i = 0; i < column.size(); i++) {
            if (keeps(threshold, column.value(column.vertex(i)))) {
                entries++;
            }
        }
        return entries;
    }

    private static boolean keeps(double threshold, double value) {
        return value > 0 && value >= threshold;
    }

    private ValueCounts counts(Progress progress) {
        ValueCounts counts = new ValueCounts();
        progress.start("finding the threshold", n);
        Parallel.current().blocks(n, progress, () -> {
            ColumnSource source = sources.get();
            return s -> {
                Column column = source.column(s);
                for (int i = 0; i < column.size(); i++) {
                    counts.count(column.value(column.vertex(i)));
                }
            };
        });
        return counts;
    }

    private SparseColumns cut(int most, double threshold, Progress progress) {
        SparseColumns columns = new SparseColumns(n);
        progress.start("diffusing", n);
        Parallel.current().blocks(n, progress, () -> {
            ColumnSource source = sources.get();
            KeptEntries kept = KeptEntries.largest(most, n);
            return s -> {
                Column column = source.column(s);
                kept.clear();
                for (int i = 0; i < column.size(); i++) {
                    int v = column.vertex(i);
                    if (keeps(threshold, column.value(v))) {
                        kept.offer(v, column.value(v));
                    }
                }
                columns.keep(s, kept.vertices(), column);
            };
        });
        return columns;
    }
}
