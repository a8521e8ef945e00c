package org.seprank.gnn.batch;

import java.util.Arrays;
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
public final class FeatureMatrix {
    private final int rows;
    private final int width;
    private final IntToDoubleFunction entries; // dense: entry (i, c) at row * width + c
    private final int[] rowOf; // dense: of every vertex; empty: vertex i has row i
    private final List<Csr> sparse; // empty: dense
    private final List<Matrix<?>> product; // empty: not multiplied by weights yet
    private final Map<String, Matrix<?>> prepared = new ConcurrentHashMap<>();

    private FeatureMatrix(int rows, int width, IntToDoubleFunction entries, List<Csr> sparse) {
        this(new int[0], rows, width, entries, sparse);
    }

    private FeatureMatrix(int[] rowOf, int rows, int width, IntToDoubleFunction entries, List<Csr> sparse) {
        if (width < 1) {
            throw new IllegalArgumentException("feature width " + width + " is not positive");
        }
        this.rows = rows;
        this.width = width;
        this.entries = entries;
        this.rowOf = rowOf;
        this.sparse = sparse;
        this.product = List.of();
    }

    private FeatureMatrix(int width, Matrix<?> product) {
        this.rows = product.rows();
        this.width = width;
        this.entries = at -> Double.NaN; // the factor is not known any more
        this.rowOf = new int[0];
        this.sparse = List.of();
        this.product = List.of(product);
    }

    /** Dense features, row by row. */
    public static FeatureMatrix dense(int width, float[] entries) {
        return new FeatureMatrix(rows(width, entries.length), width, at -> entries[at], List.of());
    }

    /** Dense features, row by row. */
    public static FeatureMatrix dense(int width, double[] entries) {
        return new FeatureMatrix(rows(width, entries.length), width, at -> entries[at], List.of());
    }

    private static int rows(int width, int length) {
        if (width < 1 || length % width != 0) {
            throw new IllegalArgumentException(length + " entries are not rows of width " + width);
        }
        return length / width;
    }

    /** Sparse features. */
    public static FeatureMatrix sparse(Csr matrix) {
        return new FeatureMatrix(matrix.rows(), matrix.columns(), at -> 0, List.of(matrix));
    }

    /** The same number for every vertex: for graphs that come without features. */
    public static FeatureMatrix constant(int rows, double value) {
        return new FeatureMatrix(rows, 1, at -> value, List.of());
    }

    /**
     * Features of which only the product with the weights of one network's first layer is known; no other network can
     * read them, and none can be trained on them.
     *
     * @param width the width of the features themselves
     * @param product laid out as that layer lays it out
     */
    public static FeatureMatrix multiplied(int width, Matrix<?> product) {
        return new FeatureMatrix(width, product);
    }

    /**
     * Those of several graphs below each other; sparse if all of them are.
     *
     * @throws IllegalArgumentException if there are none, widths differ or only some are multiplied
     */
    public static FeatureMatrix stacked(List<FeatureMatrix> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there are no features to stack");
        }
        int width = parts.get(0).width;
        for (FeatureMatrix part : parts) {
            if (part.width != width) {
                throw new IllegalArgumentException(
                        "graphs of feature width " + width + " and " + part.width + " cannot be in one batch");
            }
        }
        if (parts.stream().anyMatch(part -> !part.product.isEmpty())) {
            return multiplied(
                    width,
                    StackedRows.products(
                            parts.stream().map(FeatureMatrix::product).toList()));
        }
        return parts.stream().allMatch(FeatureMatrix::sparse)
                ? sparse(StackedRows.of(parts.stream().map(FeatureMatrix::csr).toList()))
                : dense(width, StackedRows.dense(parts));
    }

    /** The features of those vertices, in that order; a vertex may repeat. Not for multiplied features. */
    public FeatureMatrix select(int[] vertices) {
        for (int v : vertices) {
            if (v < 0 || v >= rows) {
                throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (rows - 1));
            }
        }
        if (sparse()) {
            return sparse(StackedRows.select(csr(), vertices));
        }
        int[] from = vertices.clone();
        for (int i = 0; i < from.length; i++) {
            from[i] = row(from[i]);
        }
        return new FeatureMatrix(from, from.length, width, entries, List.of());
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

    /** Whether only the product with a layer's weights is known. */
    public boolean multiplied() {
        return !product.isEmpty();
    }

    /**
     * The product with the first layer's weights.
     *
     * @throws IllegalArgumentException unless {@link #multiplied()}
     */
    public Matrix<?> product() {
        if (product.isEmpty()) {
            throw new IllegalArgumentException("features that are multiplied by weights cannot be mixed with others");
        }
        return product.get(0);
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
                    kernels.set(data, at, kernels.get(data, at) + csr().doubles()[k]);
                }
            } else {
                int from = row(i) * width;
                for (int c = 0; c < width; c++) {
                    kernels.set(data, i * stride + c, entries.applyAsDouble(from + c));
                }
            }
        }
        return new Matrix<>(data, rows, width, stride);
    }

    /** Writes a row into an array as long as the row. */
    public void copyRow(int row, double[] into) {
        if (!sparse()) {
            for (int c = 0; c < width; c++) {
                into[c] = entries.applyAsDouble(row(row) * width + c);
            }
            return;
        }
        Arrays.fill(into, 0);
        for (int k = csr().offsets()[row]; k < csr().offsets()[row + 1]; k++) {
            into[csr().indices()[k]] += csr().doubles()[k];
        }
    }

    private int row(int vertex) {
        return rowOf.length == 0 ? vertex : rowOf[vertex];
    }

    double entry(int row, int column) {
        if (!sparse()) {
            return entries.applyAsDouble(row(row) * width + column);
        }
        double sum = 0;
        for (int k = csr().offsets()[row]; k < csr().offsets()[row + 1]; k++) {
            sum += csr().indices()[k] == column ? csr().doubles()[k] : 0;
        }
        return sum;
    }
}
