package org.seprank.gnn;

/**
 * What a network says about a batch, [rows, width]: probabilities of classes or events, or predicted numbers. Rows are
 * vertices or graphs. Immutable.
 */
public final class Predictions {
    private final int width;
    private final double[] values;

    private Predictions(int width, double[] values) {
        this.width = width;
        this.values = values;
    }

    /** Those values, row by row; the array becomes its own. */
    public static Predictions of(int width, double[] values) {
        return new Predictions(width, values);
    }

    /** The number of rows. */
    public int rows() {
        return values.length / width;
    }

    /** The number of classes, events or numbers. */
    public int width() {
        return width;
    }

    /** The probability of a class or event, or a predicted number. */
    public double value(int row, int column) {
        return values[row * width + column];
    }

    /** One column of this. */
    public Predictions column(int column) {
        double[] own = new double[rows()];
        for (int row = 0; row < own.length; row++) {
            own[row] = value(row, column);
        }
        return new Predictions(1, own);
    }

    /** The likeliest class of a row, the first of equals; for one logit 1 where its event is likelier than not. */
    public int argmax(int row) {
        if (width == 1) {
            return values[row] > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < width; c++) {
            best = value(row, c) > value(row, best) ? c : best;
        }
        return best;
    }

    /** Whether all are finite: a network whose training diverged says nothing. */
    public boolean finite() {
        for (double p : values) {
            if (!Double.isFinite(p)) {
                return false;
            }
        }
        return true;
    }
}
