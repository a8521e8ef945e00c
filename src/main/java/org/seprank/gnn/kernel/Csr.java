package org.seprank.gnn.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sparse matrix in compressed rows, entries of row {@code i} at {@code offsets[i] .. offsets[i+1]-1}. Each entry may
 * name the graph edge it stems from. Immutable; the arrays are handed out for inner loops and must not be written to.
 *
 * <p>The transpose and the single-precision values are made on first use and kept.
 */
public final class Csr {
    /** The edge of an entry that stems from none, such as a self-loop. */
    public static final int NO_EDGE = -1;

    private static final int[] NONE = new int[0];

    private final int columns;
    private final int[] offsets;
    private final int[] indices;
    private final double[] values;
    private final int[] edges; // empty: no entry stems from an edge
    private final boolean symmetric;
    private final int[] origins; // empty unless this is a transpose
    private volatile float @Nullable [] floats;
    private volatile @Nullable Csr transposed;

    private Csr(int columns, int[][] structure, double[] values, boolean symmetric) {
        this.columns = columns;
        this.offsets = structure[0];
        this.indices = structure[1];
        this.edges = structure[2];
        this.origins = structure[3];
        this.values = values;
        this.symmetric = symmetric;
    }

    /** A matrix without edges; the arrays become its own. */
    public static Csr of(int columns, int[] offsets, int[] indices, double[] values) {
        return checked(new Csr(columns, new int[][] {offsets, indices, NONE, NONE}, values, false));
    }

    /** A pattern without values to be written to: the only one whose arrays change. Room for so many entries. */
    public static Csr scratch(int rows, int columns, int entries) {
        return new Csr(columns, new int[][] {new int[rows + 1], new int[entries], NONE, NONE}, new double[0], false);
    }

    private static Csr checked(Csr matrix) {
        int[] offsets = matrix.offsets;
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != matrix.indices.length) {
            throw new IllegalArgumentException("row offsets do not cover the " + matrix.indices.length + " entries");
        }
        if (matrix.values.length != matrix.indices.length) {
            throw new IllegalArgumentException(
                    matrix.values.length + " values for " + matrix.indices.length + " entries");
        }
        for (int j : matrix.indices) {
            if (j < 0 || j >= matrix.columns) {
                throw new IllegalArgumentException("column " + j + " is not in 0.." + (matrix.columns - 1));
            }
        }
        return matrix;
    }

    /** The same matrix with the edge of each entry, {@link #NO_EDGE} where there is none. */
    public Csr withEdges(int[] edgeOfEntry) {
        if (edgeOfEntry.length != entryCount()) {
            throw new IllegalArgumentException(edgeOfEntry.length + " edges for " + entryCount() + " entries");
        }
        return new Csr(columns, new int[][] {offsets, indices, edgeOfEntry, origins}, values, symmetric);
    }

    /** The same entries with other values. */
    public Csr withValues(double[] other) {
        return checked(new Csr(columns, new int[][] {offsets, indices, edges, origins}, other, false));
    }

    /** The same matrix, known to equal its transpose, whatever factors its edges are scaled by. */
    public Csr asSymmetric() {
        return new Csr(columns, new int[][] {offsets, indices, edges, origins}, values, true);
    }

    /** Whether it is {@linkplain #asSymmetric known} to equal its transpose. */
    public boolean symmetric() {
        return symmetric;
    }

    /** The number of rows. */
    public int rows() {
        return offsets.length - 1;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of stored entries. */
    public int entryCount() {
        return offsets[offsets.length - 1];
    }

    /** Row starts, length rows + 1. Read only. */
    public int[] offsets() {
        return offsets;
    }

    /** The column of each entry. Read only. */
    public int[] indices() {
        return indices;
    }

    /** The value of each entry. Read only. */
    public double[] doubles() {
        return values;
    }

    /** The edge of each entry; empty where no entry has one. Read only. */
    public int[] edges() {
        return edges;
    }

    /** The values in single precision. Read only. */
    public float[] floats() {
        float[] known = floats;
        if (known == null) {
            known = new float[values.length];
            for (int k = 0; k < known.length; k++) {
                known[k] = (float) values[k];
            }
            floats = known;
        }
        return known;
    }

    /** The largest number of entries in a row. */
    public int longestRow() {
        int longest = 0;
        for (int i = 0; i < rows(); i++) {
            longest = Math.max(longest, offsets[i + 1] - offsets[i]);
        }
        return longest;
    }

    /** The transpose; itself if {@linkplain #asSymmetric symmetric}. Time O(rows + columns + entries), once. */
    public Csr transpose() {
        if (symmetric) {
            return this;
        }
        Csr known = transposed;
        if (known == null) {
            known = transposedCopy();
            transposed = known;
        }
        return known;
    }

    /** In a transpose: the position that each entry has in the original; empty in a symmetric matrix. Read only. */
    public int[] origins() {
        return origins;
    }

    private Csr transposedCopy() {
        int[] starts = new int[columns + 1];
        for (int j : indices) {
            starts[j + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        int[] rowOf = new int[entryCount()];
        int[] from = new int[entryCount()];
        for (int i = 0; i < rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                int at = next[indices[k]]++;
                rowOf[at] = i;
                from[at] = k;
            }
        }
        double[] moved = new double[entryCount()];
        Arrays.setAll(moved, at -> values[from[at]]);
        int[] movedEdges = edges.length == 0 ? edges : new int[entryCount()];
        Arrays.setAll(movedEdges, at -> edges[from[at]]);
        return new Csr(rows(), new int[][] {starts, rowOf, movedEdges, from}, moved, false);
    }

    @Override
    public String toString() {
        return rows() + " x " + columns + " matrix with " + entryCount() + " entries";
    }
}
