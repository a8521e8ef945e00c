package org.seprank.rewire.feature;

import org.seprank.dataset.SparseFeatures;

/** The columns of a feature matrix, each with its rows ascending, for inner products of one row with all later ones. */
final class FeatureColumns {
    private final SparseFeatures rows;
    private final int[] offsets;
    private final int[] vertices;
    private final float[] values;

    private FeatureColumns(SparseFeatures rows, int[] offsets, int[] vertices, float[] values) {
        this.rows = rows;
        this.offsets = offsets;
        this.vertices = vertices;
        this.values = values;
    }

    /** Those of a matrix. */
    static FeatureColumns of(SparseFeatures rows) {
        int[] offsets = new int[rows.columns() + 1];
        for (int column : rows.indices()) {
            offsets[column + 1]++;
        }
        for (int c = 0; c < rows.columns(); c++) {
            offsets[c + 1] += offsets[c];
        }
        int[] next = offsets.clone();
        int[] vertices = new int[rows.indices().length];
        float[] values = new float[vertices.length];
        for (int v = 0; v < rows.rows(); v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                int at = next[rows.indices()[k]]++;
                vertices[at] = v;
                values[at] = rows.values()[k];
            }
        }
        return new FeatureColumns(rows, offsets, vertices, values);
    }

    /** How many products {@link #addProducts} takes over all rows. */
    double products() {
        double sum = 0;
        for (int c = 0; c + 1 < offsets.length; c++) {
            double size = offsets[c + 1] - offsets[c];
            sum += size * (size - 1) / 2;
        }
        return sum;
    }

    /** Adds the inner products of row {@code u} with each later row to that row's entry, column by column. */
    void addProducts(int u, double[] sums) {
        for (int k = rows.offsets()[u]; k < rows.offsets()[u + 1]; k++) {
            int column = rows.indices()[k];
            double value = rows.values()[k];
            for (int at = offsets[column + 1] - 1; at >= offsets[column] && vertices[at] > u; at--) {
                sums[vertices[at]] += value * values[at];
            }
        }
    }
}
