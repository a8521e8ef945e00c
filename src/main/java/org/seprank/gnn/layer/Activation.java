package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.EntryFunction;

/** The non-linearity of a layer, entry by entry. */
public enum Activation implements EntryFunction {
    /** y = x. */
    IDENTITY,
    /** y = max(0, x). */
    RELU,
    /** y = x for x > 0, 0.01 x otherwise. */
    LEAKY_RELU,
    /** y = x for x > 0, e^x - 1 otherwise. */
    ELU,
    /** y = tanh x. */
    TANH,
    /** y = 1 / (1 + e^-x). */
    SIGMOID;

    private static final double LEAK = 0.01;

    @Override
    public double at(double x) {
        return switch (this) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
        };
    }

    @Override
    public double slopeAt(double y) {
        return switch (this) {
            case IDENTITY -> 1;
            case RELU -> y > 0 ? 1 : 0;
            case LEAKY_RELU -> y > 0 ? 1 : LEAK;
            case ELU -> y > 0 ? 1 : y + 1;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
        };
    }

    @Override
    public boolean identity() {
        return this == IDENTITY;
    }

    @Override
    public boolean rectifier() {
        return this == RELU;
    }
}
