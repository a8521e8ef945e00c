package org.seprank.gnn.layer;

/** What training makes small: a mean over the labelled rows, weighted by the label mask. */
public enum Loss {
    /** Cross-entropy of the softmax over the classes. */
    SOFTMAX {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            double max = Double.NEGATIVE_INFINITY;
            double mass = 0;
            for (int c = at.from; c < at.to; c++) {
                max = Math.max(max, logits[c]);
                mass += targets[c];
            }
            double sum = 0;
            for (int c = at.from; c < at.to; c++) {
                gradient[c] = Math.exp(logits[c] - max);
                sum += gradient[c];
            }
            double loss = 0;
            double logSum = max + Math.log(sum);
            for (int c = at.from; c < at.to; c++) {
                loss -= targets[c] * (logits[c] - logSum);
                gradient[c] = at.weight * (gradient[c] / sum * mass - targets[c]);
            }
            return at.weight * loss;
        }

        @Override
        void activate(double[] logits, Row at) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = at.from; c < at.to; c++) {
                max = Math.max(max, logits[c]);
            }
            double sum = 0;
            for (int c = at.from; c < at.to; c++) {
                logits[c] = Math.exp(logits[c] - max);
                sum += logits[c];
            }
            for (int c = at.from; c < at.to; c++) {
                logits[c] /= sum;
            }
        }
    },
    /** Binary cross-entropy of the sigmoid of every column, averaged over the columns. */
    SIGMOID {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            double loss = 0;
            double weight = at.weight / (at.to - at.from);
            for (int c = at.from; c < at.to; c++) {
                double z = logits[c];
                // log(1 + e^z) - t z without overflow
                loss += Math.max(z, 0) - targets[c] * z + Math.log1p(Math.exp(-Math.abs(z)));
                gradient[c] = weight * (1 / (1 + Math.exp(-z)) - targets[c]);
            }
            return weight * loss;
        }

        @Override
        void activate(double[] logits, Row at) {
            for (int c = at.from; c < at.to; c++) {
                logits[c] = 1 / (1 + Math.exp(-logits[c]));
            }
        }
    };

    /** The entries of one row, and its share in the mean. */
    record Row(int from, int to, double weight) {}

    /** The weighted loss of one row; writes its gradient by the logits. */
    abstract double derive(double[] logits, double[] targets, Row at, double[] gradient);

    /** Turns the logits of one row into probabilities. */
    abstract void activate(double[] logits, Row at);
}
