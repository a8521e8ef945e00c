package org.seprank.rewire.diffusion;

import java.util.Arrays;
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
     * The columns, cut to so many entries on average and normalised.
     *
     * @throws IllegalArgumentException if time or memory are estimated to exceed their limits
     */
    SparseColumns columns(double degree, Progress progress) {
        requireAffordable((int) degree);
        return cut(counts(progress).threshold(degree * n), progress);
    }

    /** Works on a few columns and multiplies by their number and by 2, since all are computed twice. */
    private void requireAffordable(int most) {
        ColumnSource source = sources.get();
        int samples = Math.min(n, SAMPLES);
        long entries = 0;
        for (int i = 0; i < samples; i++) {
            Column column = source.column((int) ((long) i * n / samples));
            entries += Math.min(most, kept(column, 0).length);
            requireFewSteps(2.0 * source.steps() / (i + 1), i + 1 == samples ? 1 : 4);
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

    private SparseColumns cut(double threshold, Progress progress) {
        SparseColumns columns = new SparseColumns(n);
        progress.start("diffusing", n);
        Parallel.current().blocks(n, progress, () -> {
            ColumnSource source = sources.get();
            return s -> {
                Column column = source.column(s);
                columns.keep(s, kept(column, threshold), column);
            };
        });
        return columns;
    }

    /** The vertices of the entries from the threshold on that are not 0, ascending. */
    private static int[] kept(Column column, double threshold) {
        int[] vertices = new int[column.size()];
        int size = 0;
        for (int i = 0; i < vertices.length; i++) {
            int v = column.vertex(i);
            vertices[size] = v;
            size += column.value(v) > 0 && column.value(v) >= threshold ? 1 : 0;
        }
        Arrays.sort(vertices, 0, size);
        return Arrays.copyOf(vertices, size);
    }
}
