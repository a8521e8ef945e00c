package org.seprank.gnn;

/** The floating-point type of a network's parameters and arithmetic. */
public enum Precision {
    /** 32 bits: fast, vectorised where possible. */
    FLOAT,
    /** 64 bits: the reference. */
    DOUBLE
}
