package org.seprank.rewire.diffusion;

import java.util.Arrays;

/** A sparse n × n matrix by columns, the vertices of each ascending. */
final class SparseColumns {
    private static final int[] NO_VERTICES = {};
    private static final double[] NO_VALUES = {};

    private final int[][] vertices;
    private final double[][] values;

    SparseColumns(int n) {
        this.vertices = new int[n][];
        this.values = new double[n][];
        Arrays.fill(vertices, NO_VERTICES);
        Arrays.fill(values, NO_VALUES);
    }

    /** Sets column s to these entries of a column, divided by their sum. */
    void keep(int s, int[] kept, Column column) {
        double sum = 0;
        for (int v : kept) {
            sum += column.value(v);
        }
        double[] normalised = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            normalised[i] = column.value(kept[i]) / sum;
        }
        vertices[s] = kept;
        values[s] = normalised;
    }

    int size() {
        return vertices.length;
    }

    /** The vertices of column s. Read only. */
    int[] vertices(int s) {
        return vertices[s];
    }

    /** The values of column s. Read only. */
    double[] values(int s) {
        return values[s];
    }

    /** The entry of row u in column s. */
    double get(int u, int s) {
        int at = Arrays.binarySearch(vertices[s], u);
        return at < 0 ? 0 : values[s][at];
    }
}
