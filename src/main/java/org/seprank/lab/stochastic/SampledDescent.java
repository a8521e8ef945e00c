package org.seprank.lab.stochastic;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.gnn.DivergedException;

/**
 * Descent on {@code 1/(2B) Σ (f_i - y_i - ε_i)²} over batches of B examples drawn with replacement, ε_i = ±δ drawn anew
 * at every use (label noise, as in Blanc et al., arXiv 1904.09080, and HaoChen et al., 2006.08680).
 *
 * @param method how a gradient becomes a step
 * @param batch B; 0 for all examples at once
 * @param rate learning rate
 * @param noise δ
 */
record SampledDescent(Method method, int batch, double rate, double noise) {
    private static final double DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;

    /** How a gradient becomes a step. */
    enum Method {
        /** The gradient times the rate. */
        PLAIN("descent"),
        /** Heavy ball with factor 0.9. */
        MOMENTUM("momentum"),
        /** Adam with 0.9, 0.999 and 1e-8. */
        ADAM("Adam");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** As it is written. */
        String word() {
            return word;
        }
    }

    /** Every example once in each step, without noise. */
    static SampledDescent full(double rate) {
        return new SampledDescent(Method.PLAIN, 0, rate, 0);
    }

    /** The same without noise in the labels. */
    SampledDescent quiet() {
        return new SampledDescent(method, batch, rate, 0);
    }

    /** Told of the parameters, which it must not change, after a number of steps. */
    interface Watch {
        /** Sees the parameters after step t. */
        void see(int t, double[] parameters);
    }

    /** Changes the parameters by some steps, showing them after each. Time O(steps · B) slopes. */
    void run(FittedModel model, double[] parameters, int steps, SplittableRandom random, Watch watch) {
        double[] gradient = new double[parameters.length];
        double[] mean = new double[parameters.length];
        double[] square = new double[parameters.length];
        int used = batch == 0 ? model.examples() : batch;
        for (int t = 1; t <= steps; t++) {
            Arrays.fill(gradient, 0);
            for (int b = 0; b < used; b++) {
                int example = batch == 0 ? b : random.nextInt(model.examples());
                double error = model.output(parameters, example) - model.target(example);
                double off = noise == 0 ? 0 : random.nextBoolean() ? noise : -noise;
                model.addSlope(parameters, example, (error - off) / used, gradient);
            }
            step(t, parameters, gradient, mean, square);
            DivergedException.finite(parameters[0], t);
            watch.see(t, parameters);
        }
    }

    private void step(int t, double[] parameters, double[] gradient, double[] mean, double[] square) {
        double unseen = 1 - Math.pow(DECAY, t);
        double unseenSquare = 1 - Math.pow(SQUARE_DECAY, t);
        for (int j = 0; j < parameters.length; j++) {
            switch (method) {
                case PLAIN -> parameters[j] -= rate * gradient[j];
                case MOMENTUM -> {
                    mean[j] = DECAY * mean[j] + gradient[j];
                    parameters[j] -= rate * mean[j];
                }
                case ADAM -> {
                    mean[j] = DECAY * mean[j] + (1 - DECAY) * gradient[j];
                    square[j] = SQUARE_DECAY * square[j] + (1 - SQUARE_DECAY) * gradient[j] * gradient[j];
                    parameters[j] -= rate * (mean[j] / unseen) / (Math.sqrt(square[j] / unseenSquare) + 1e-8);
                }
            }
        }
    }
}
