package org.seprank.lab.stochastic;

/** A model of real parameters on a fixed set of examples, one output for each. Not safe for use by several threads. */
interface FittedModel {
    /** The number of parameters. */
    int size();

    /** The number of examples. */
    int examples();

    /** What is to be fitted at an example. */
    double target(int example);

    /** The output at an example. */
    double output(double[] parameters, int example);

    /** Adds a multiple of the output's gradient by the parameters. */
    void addSlope(double[] parameters, int example, double factor, double[] gradient);

    /** {@code 1/(2n) Σ_i (f_i - y_i)²}. */
    default double loss(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < examples(); i++) {
            double error = output(parameters, i) - target(i);
            sum += error * error;
        }
        return sum / (2 * examples());
    }

    /** {@code 1/n Σ_i ‖∇f_i‖²}: where all examples are fitted, the trace of the loss's Hessian. */
    default double sharpness(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < examples(); i++) {
            double[] slope = new double[size()];
            addSlope(parameters, i, 1, slope);
            for (double entry : slope) {
                sum += entry * entry;
            }
        }
        return sum / examples();
    }
}
