package org.seprank.gnn.layer;

/** A normalisation with a learned scale and shift per column. */
public enum Norm {
    /** None. */
    NONE,
    /** Each row to mean 0 and variance 1. */
    LAYER,
    /** Each column to mean 0 and variance 1 over the batch; by running statistics outside training. */
    BATCH
}
