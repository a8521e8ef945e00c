package org.seprank.separation.interaction;

/**
 * The means of a grid's rows, of its columns and of all of it, where row a counts {@code r_a} times and column b
 * {@code c_b} times. Sums are compensated, so a mean is exact to about one unit in the last place of the largest value.
 */
final class Means {
    private final double[] ofRows;
    private final double[] ofColumns;
    private final double grand;

    private Means(double[] ofRows, double[] ofColumns, double grand) {
        this.ofRows = ofRows;
        this.ofColumns = ofColumns;
        this.grand = grand;
    }

    /**
     * The means. Time O(R·C).
     *
     * @param rowWeights r, length R, not negative, some positive
     * @param columnWeights c, length C, likewise
     */
    static Means of(InteractionGrid grid, double[] rowWeights, double[] columnWeights) {
        int columns = grid.columns();
        double[] values = grid.values();
        double rowTotal = sum(rowWeights);
        double columnTotal = sum(columnWeights);
        double[] ofRows = new double[grid.rows()];
        double[] sums = new double[columns];
        double[] lost = new double[columns];
        for (int a = 0; a < ofRows.length; a++) {
            int start = a * columns;
            ofRows[a] = dot(values, start, columnWeights) / columnTotal;
            for (int b = 0; b < columns; b++) {
                double term = rowWeights[a] * values[start + b];
                double sum = sums[b] + term;
                lost[b] += Math.abs(sums[b]) >= Math.abs(term) ? (sums[b] - sum) + term : (term - sum) + sums[b];
                sums[b] = sum;
            }
        }
        for (int b = 0; b < columns; b++) {
            sums[b] = (sums[b] + lost[b]) / rowTotal;
        }
        return new Means(ofRows, sums, dot(ofRows, 0, rowWeights) / rowTotal);
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Neumaier's sum of the products. */
    private static double dot(double[] values, int start, double[] weights) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < weights.length; i++) {
            double term = weights[i] * values[start + i];
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** The grid without its row means and column means, row-major: [R, C]. */
    double[] centred(InteractionGrid grid) {
        int columns = grid.columns();
        double[] values = grid.values();
        double[] centred = new double[values.length];
        for (int a = 0; a < ofRows.length; a++) {
            double rowEffect = ofRows[a] - grand;
            for (int b = 0; b < columns; b++) {
                centred[a * columns + b] = (values[a * columns + b] - ofColumns[b]) - rowEffect;
            }
        }
        return centred;
    }

    /** The grid without its grand mean, row-major: [R, C]. */
    double[] withoutGrandMean(InteractionGrid grid) {
        double[] shifted = grid.values().clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] -= grand;
        }
        return shifted;
    }
}
