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

    /** The epoch, counted from 1. */
    public int epoch() {
        return epoch;
    }
}
