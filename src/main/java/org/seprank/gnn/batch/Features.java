package org.seprank.gnn.batch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.Matrix;

/**
 * The input x of every vertex, [rows, width], dense or sparse. Immutable; arrays that are given become its own.
 *
 * <p>Dense features are laid out for the kernels once and kept.
 */
public final class Features {
    private final int rows;
    private final int width;
    private final IntToDoubleFunction entries; // dense: entry (i, c) at i * width + c
    private final List<Csr> sparse; // empty: dense
    private final Map<String, Matrix<?>> prepared = new ConcurrentHashMap<>();

    private Features(int rows, int width, IntToDoubleFunction entries, List<Csr> sparse) {
        if (width < 1) {
            throw new IllegalArgumentException("feature width " + width + " is not positive");
        }
        this.rows = rows;
        this.width = width;
        this.entries = entries;
        this.sparse = sparse;
    }

    /** Dense features, row by row. */
    public static Features dense(int width, float[] entries) {
        return new Features(rows(width, entries.length), width, at -> entries[at], List.of());
    }

    /** Dense features, row by row. */
    public static Features dense(int width, double[] entries) {
        return new Features(rows(width, entries.length), width, at -> entries[at], List.of());
    }

    private static int rows(int width, int length) {
        if (width < 1 || length % width != 0) {
            throw new IllegalArgumentException(length + " entries are not rows of width " + width);
        }
        return length / width;
    }

    /** Sparse features. */
    public static Features sparse(Csr matrix) {
        return new Features(matrix.rows(), matrix.columns(), at -> 0, List.of(matrix));
    }

    /** The same number for every vertex: for graphs that come without features. */
    public static Features constant(int rows, double value) {
        return new Features(rows, 1, at -> value, List.of());
    }

    /** Those of several graphs below each other; sparse if all of them are. */
    static Features stacked(List<Features> parts) {
        int width = parts.get(0).width;
        for (Features part : parts) {
            if (part.width != width) {
                throw new IllegalArgumentException(
                        "graphs of feature width " + width + " and " + part.width + " cannot be in one batch");
            }
        }
        return parts.stream().allMatch(Features::sparse)
                ? sparse(StackedRows.of(parts.stream().map(Features::csr).toList()))
                : dense(width, StackedRows.dense(parts));
    }

    /** The number of vertices. */
    public int rows() {
        return rows;
    }

    /** D_x. */
    public int width() {
        return width;
    }

    /** Whether only non-zero entries are stored. */
    public boolean sparse() {
        return !sparse.isEmpty();
    }

    /** The non-zero entries; only if {@link #sparse()}. */
    public Csr csr() {
        return sparse.get(0);
    }

    /** All entries as the kernels like them; must not be written to. */
    @SuppressWarnings("unchecked")
    public <B> Matrix<B> matrix(Kernels<B> kernels) {
        return (Matrix<B>) prepared.computeIfAbsent(kernels.name(), name -> laidOut(kernels));
    }

    private <B> Matrix<B> laidOut(Kernels<B> kernels) {
        int stride = kernels.padded(width);
        B data = kernels.allocate(Math.multiplyExact(rows, stride));
        for (int i = 0; i < rows; i++) {
            if (sparse()) {
                for (int k = csr().offsets()[i]; k < csr().offsets()[i + 1]; k++) {
                    int at = i * stride + csr().indices()[k];
                    kernels.set(data, at, kernels.get(data, at) + csr().values()[k]);
                }
            } else {
                for (int c = 0; c < width; c++) {
                    kernels.set(data, i * stride + c, entries.applyAsDouble(i * width + c));
                }
            }
        }
        return new Matrix<>(data, rows, width, stride);
    }

    double entry(int row, int column) {
        if (!sparse()) {
            return entries.applyAsDouble(row * width + column);
        }
        double sum = 0;
        for (int k = csr().offsets()[row]; k < csr().offsets()[row + 1]; k++) {
            sum += csr().indices()[k] == column ? csr().values()[k] : 0;
        }
        return sum;
    }
}
