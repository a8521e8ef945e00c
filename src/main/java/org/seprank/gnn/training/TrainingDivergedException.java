package org.seprank.gnn.training;

/** Training came to numbers that are not finite. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int epoch;

    /** Divergence in an epoch, counted from 1. */
    public TrainingDivergedException(int epoch, String what) {
        super("training diverged in epoch " + epoch + ": " + what);
        this.epoch = epoch;
    }

    /**
     * The loss, if it is finite.
     *
     * @param epoch counted from 1
     * @throws TrainingDivergedException if it is not
     */
    public static double finite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new TrainingDivergedException(epoch, "the loss is " + loss);
        }
        return loss;
    }

    /** The epoch, counted from 1. */
    public int epoch() {
        return epoch;
    }
}
