package org.seprank.gnn;

/** What a network says about a batch: probabilities, [rows, width]; rows are vertices or graphs. Immutable. */
public final class Predictions {
    private final int width;
    private final double[] probabilities;

    private Predictions(int width, double[] probabilities) {
        this.width = width;
        this.probabilities = probabilities;
    }

    /** Those probabilities, row by row; the array becomes its own. */
    public static Predictions of(int width, double[] probabilities) {
        return new Predictions(width, probabilities);
    }

    /** The number of rows. */
    public int rows() {
        return probabilities.length / width;
    }

    /** The number of classes or logits. */
    public int width() {
        return width;
    }

    /** The probability of a class, or of one logit's event. */
    public double probability(int row, int column) {
        return probabilities[row * width + column];
    }

    /** The likeliest class of a row, the first of equals; for one logit 1 where its event is likelier than not. */
    public int argmax(int row) {
        if (width == 1) {
            return probabilities[row] > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < width; c++) {
            best = probability(row, c) > probability(row, best) ? c : best;
        }
        return best;
    }

    /** Whether all are finite: a network whose training diverged says nothing. */
    public boolean finite() {
        for (double p : probabilities) {
            if (!Double.isFinite(p)) {
                return false;
            }
        }
        return true;
    }
}
