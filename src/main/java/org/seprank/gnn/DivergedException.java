package org.seprank.gnn;

/** Numbers of a network, or of something else that is trained, are not finite. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DivergedException(String message) {
        super(message);
    }

    /** Training diverged in an epoch, counted from 1. */
    public static DivergedException inEpoch(int epoch, String what) {
        return new DivergedException("training diverged in epoch " + epoch + ": " + what);
    }

    /** A trained network gives a number that is not finite: what and where. */
    public static DivergedException inNetwork(String what) {
        return new DivergedException(
                what + ": the network's weights, or the features, are too large for its precision");
    }

    /**
     * The loss, if it is finite.
     *
     * @param epoch counted from 1
     * @throws DivergedException if it is not
     */
    public static double finite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw inEpoch(epoch, "the loss is " + loss);
        }
        return loss;
    }

    /** What helps. */
    public String hint() {
        return "lower the learning rate, or normalise (--norm layer)";
    }
}
