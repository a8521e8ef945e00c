package org.seprank.separation.tightness;

/** A bound that a certified rank or another bound contradicts: a fault of a theorem or of its program. */
public final class WrongBoundException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongBoundException(String message) {
        super(message);
    }
}
