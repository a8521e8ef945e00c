package org.seprank.entangle;

import java.util.Arrays;
import org.seprank.graph.VertexSet;
import org.seprank.linear.Matrices;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * How strongly the sites of a table are correlated: {@code w(a, b) = Σ |corr(x_a, x_b)|} over the pairs of their
 * channels, Pearson's over all samples. A constant channel has no correlation and counts as 0. (The published code
 * gives it a tenth of the least correlation there is.)
 */
public final class Correlations {
    /** The largest number of sites: their pairs take two gigabytes. */
    public static final int MOST_SITES = 16_384;

    private final double[][] weights; // [N, N], symmetric, 0 on the diagonal

    private Correlations(double[][] weights) {
        this.weights = weights;
    }

    /**
     * The correlations of a table. Time O((N d)² M), memory N² doubles.
     *
     * @param progress shows the sites that are done
     * @throws IllegalArgumentException if there are more than {@value #MOST_SITES} sites
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Correlations of(DataTable table, Progress progress) {
        int n = table.sites().size();
        if (n > MOST_SITES) {
            throw new IllegalArgumentException("correlations are of " + MOST_SITES + " sites at most, not " + n);
        }
        DataTable scaled = table.standardized();
        double[][] columns = new double[scaled.columns()][];
        double root = Math.sqrt(table.samples());
        for (int c = 0; c < columns.length; c++) {
            columns[c] =
                    Arrays.stream(scaled.column(c)).map(value -> value / root).toArray();
        }
        double[][] weights = new double[n][n];
        progress.start("correlations", n);
        Parallel.current().each(n, progress, a -> {
            for (int b = 0; b < a; b++) {
                weights[a][b] = between(columns, a, b, table.channels());
            }
        });
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                weights[b][a] = weights[a][b];
            }
        }
        return new Correlations(weights);
    }

    private static double between(double[][] columns, int a, int b, int channels) {
        double sum = 0;
        for (int i = a * channels; i < (a + 1) * channels; i++) {
            for (int j = b * channels; j < (b + 1) * channels; j++) {
                sum += Math.abs(Matrices.dot(columns[i], columns[j]));
            }
        }
        return sum;
    }

    /** The elementary steps of {@link #of}, roughly. */
    public static double steps(DataTable table) {
        return 0.5 * table.columns() * table.columns() * table.samples() / 2;
    }

    /** N. */
    public int sites() {
        return weights.length;
    }

    /** w(a, b); 0 of a site and itself. */
    public double between(int a, int b) {
        return weights[a][b];
    }

    /** The surrogate entanglement {@code SE(A, B) = Σ w(a, b)} over the sites a of one side and b of the other. */
    public double surrogate(VertexSet side) {
        int[] one = side.toArray();
        int[] other = side.complement().toArray();
        double sum = 0;
        for (int a : one) {
            for (int b : other) {
                sum += weights[a][b];
            }
        }
        return sum;
    }
}
