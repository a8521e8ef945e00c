package org.seprank.entangle;

import java.util.stream.IntStream;
import org.seprank.graph.VertexSet;

/**
 * Some samples of a table under the feature map {@code φ(x) = (cos πθx, sin πθx)}: each is the tensor product of φ over
 * the columns of all sites. Of the part on one side of a partition only inner products are needed, {@code Π cos πθ(x -
 * x')} over its columns.
 *
 * <p>Products run over all columns of a side at once. (The published code, nmd95/data_suitable_lc_nn_code at a2d2617,
 * entropy_module.py:70, takes them in batches of 500 but starts each at the number of the batch, so that a side of 2048
 * features depends on the first 503 only.) No factor exceeds 1 and the diagonal is 1, so a product that falls below
 * 1e-150 may be taken as 0: it changes no digit of what is read off.
 */
final class SampleStates {
    private static final double NOTHING = 1e-150;
    private static final int STRIDE = 64; // columns between looks

    private final int channels;
    private final double[][] cosines; // [samples, columns]
    private final double[][] sines;
    private final double[] labels;

    private SampleStates(int channels, double[][] cosines, double[][] sines, double[] labels) {
        this.channels = channels;
        this.cosines = cosines;
        this.sines = sines;
        this.labels = labels;
    }

    /** The states of those samples. Memory two doubles per sample and column. */
    static SampleStates of(DataTable table, double theta, int[] samples) {
        int columns = table.columns();
        double[][] cosines = new double[samples.length][columns];
        double[][] sines = new double[samples.length][columns];
        double[] labels = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            labels[i] = table.label(samples[i]);
            for (int c = 0; c < columns; c++) {
                double angle = Math.PI * theta * table.value(samples[i], c / table.channels(), c % table.channels());
                cosines[i][c] = Math.cos(angle);
                sines[i][c] = Math.sin(angle);
            }
        }
        return new SampleStates(table.channels(), cosines, sines, labels);
    }

    /**
     * The Gram matrix of one side. Time O(M² N).
     *
     * @param labelled whether each sample is multiplied by its label
     */
    double[][] gram(VertexSet side, boolean labelled) {
        int[] columns = side.stream()
                .flatMap(site -> IntStream.range(site * channels, (site + 1) * channels))
                .toArray();
        int m = labels.length;
        double[][] gram = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double product = product(i, j, columns) * (labelled ? labels[i] * labels[j] : 1);
                gram[i][j] = product;
                gram[j][i] = product;
            }
        }
        return gram;
    }

    private double product(int i, int j, int[] columns) {
        if (i == j) {
            return 1;
        }
        double[] ci = cosines[i];
        double[] cj = cosines[j];
        double[] si = sines[i];
        double[] sj = sines[j];
        double product = 1;
        for (int from = 0; from < columns.length; from += STRIDE) {
            int to = Math.min(columns.length, from + STRIDE);
            for (int k = from; k < to; k++) {
                int c = columns[k];
                product *= ci[c] * cj[c] + si[c] * sj[c];
            }
            if (Math.abs(product) < NOTHING) {
                return 0;
            }
        }
        return product;
    }
}
