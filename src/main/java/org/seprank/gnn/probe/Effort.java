package org.seprank.gnn.probe;

import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Precision;
import org.seprank.gnn.layer.Check;
import org.seprank.work.Progress;

/**
 * What a probe may use.
 *
 * @param threads how many threads, in 1..1024
 * @param bytes how much memory
 * @param progress who is told how far it is
 */
record Effort(int threads, long bytes, Progress progress) {
    /** Rows of a batch: large enough for the cost per batch to vanish, small enough for caches. */
    private static final int ROWS = 4096;

    private static final int BUFFERS = 6; // blocks of a layer's width that a layer keeps, about

    Effort {
        Check.range("threads", threads, 1, 1024);
        if (bytes < 1) {
            throw new IllegalArgumentException("memory limit " + bytes + " is not positive");
        }
    }

    /** One thread and half of the memory that the process may have. */
    static Effort usual() {
        return new Effort(1, Runtime.getRuntime().maxMemory() / 2, Progress.none());
    }

    Effort withThreads(int other) {
        return new Effort(other, bytes, progress);
    }

    Effort withBytes(long other) {
        return new Effort(threads, other, progress);
    }

    Effort withProgress(Progress other) {
        return new Effort(threads, bytes, other);
    }

    /** How many copies of a field of that size a batch has. */
    static int copies(int fieldSize, long pairs) {
        return (int) Math.max(1, Math.min(pairs, ROWS / fieldSize));
    }

    /**
     * Refuses what needs too much.
     *
     * @param field how many vertices are computed
     * @param rows choices of the rows, and how many vertices they are for
     * @param columns likewise
     * @throws IllegalArgumentException if more than the limit is needed
     */
    void check(FittedSpec fitted, int field, Shape rows, Shape columns) {
        GnnSpec spec = fitted.network();
        double number = spec.precision() == Precision.FLOAT ? 4 : 8;
        double width =
                16.0 * Math.ceil(spec.width() / 16.0) * spec.aggregation().groups();
        double samples =
                number * width * ((double) rows.count * rows.vertices + (double) columns.count * columns.vertices);
        double result = 8.0 * rows.count * columns.count;
        double batch = number * width * Math.max(field, ROWS) * BUFFERS * (spec.depth() + 2);
        double raw = 12.0 * field * fitted.inputWidth();
        double needed = samples + result + threads * (batch + raw);
        if (needed > bytes) {
            throw new IllegalArgumentException(rows.count + " x " + columns.count + " samples on " + field
                    + " vertices need about " + mebibytes(needed) + " MiB, more than the limit of "
                    + mebibytes((double) bytes)
                    + " MiB: take fewer samples or raise the limit");
        }
    }

    private static long mebibytes(double amount) {
        return (long) Math.ceil(amount / (1 << 20));
    }

    /**
     * The size of a side.
     *
     * @param count how many choices
     * @param vertices for how many vertices
     */
    record Shape(int count, int vertices) {}
}
