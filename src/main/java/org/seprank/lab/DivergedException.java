package org.seprank.lab;

/** Gradient descent left the finite numbers. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After so many iterations. */
    public DivergedException(long iterations) {
        super("the loss is not finite after " + iterations + " iterations; lower the learning rate, --set rate=..");
    }

    /**
     * The loss, if it is finite.
     *
     * @throws DivergedException if it is not
     */
    public static double finite(double loss, long iterations) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(iterations);
        }
        return loss;
    }
}
