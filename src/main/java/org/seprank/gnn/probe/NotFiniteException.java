package org.seprank.gnn.probe;

/** A network gave a number that is not finite where it was probed. */
public final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What was not finite and where. */
    public NotFiniteException(String what) {
        super(what + ": the network's weights, or the features, are too large for its precision");
    }
}
