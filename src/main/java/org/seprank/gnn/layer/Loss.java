package org.seprank.gnn.layer;

import java.util.function.DoubleUnaryOperator;

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
    /** Binary cross-entropy of the sigmoid of every column, averaged over the columns that are known. */
    SIGMOID {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            double loss = 0;
            double weight = at.weightOfKnown(targets);
            for (int c = at.from; c < at.to; c++) {
                if (Double.isNaN(targets[c])) {
                    continue;
                }
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
    },
    /** The squared error of every column, averaged over the columns that are known. */
    SQUARED {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            return at.ofErrors(logits, targets, gradient, error -> error * error, error -> 2 * error);
        }
    },
    /** The absolute error of every column, averaged over the columns that are known; its derivative at 0 is 0. */
    ABSOLUTE {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            return at.ofErrors(logits, targets, gradient, Math::abs, Math::signum);
        }
    },
    /** Half the squared error up to 1 and linear beyond (Huber), averaged over the columns that are known. */
    HUBER {
        @Override
        double derive(double[] logits, double[] targets, Row at, double[] gradient) {
            return at.ofErrors(logits, targets, gradient, Loss::huber, error -> Math.max(-1, Math.min(1, error)));
        }
    };

    private static double huber(double error) {
        double size = Math.abs(error);
        return size <= 1 ? error * error / 2 : size - 0.5;
    }

    /** The entries of one row, and its share in the mean. */
    record Row(int from, int to, double weight) {
        /** The share of each entry that is known. */
        private double weightOfKnown(double[] targets) {
            int known = 0;
            for (int c = from; c < to; c++) {
                known += Double.isNaN(targets[c]) ? 0 : 1;
            }
            return weight / Math.max(1, known);
        }

        /** The weighted mean of a loss of the errors that are known; writes its gradient. */
        private double ofErrors(
                double[] logits,
                double[] targets,
                double[] gradient,
                DoubleUnaryOperator loss,
                DoubleUnaryOperator slope) {
            double sum = 0;
            double share = weightOfKnown(targets);
            for (int c = from; c < to; c++) {
                if (!Double.isNaN(targets[c])) {
                    double error = logits[c] - targets[c];
                    sum += loss.applyAsDouble(error);
                    gradient[c] = share * slope.applyAsDouble(error);
                }
            }
            return share * sum;
        }
    }

    /** The weighted loss of one row, in which targets that are not known are NaN; writes its gradient by the logits. */
    abstract double derive(double[] logits, double[] targets, Row at, double[] gradient);

    /** Turns the logits of one row into probabilities; predicted numbers are the logits themselves. */
    void activate(double[] logits, Row at) {}
}
