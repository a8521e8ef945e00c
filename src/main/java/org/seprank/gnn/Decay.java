package org.seprank.gnn;

/** Which weights decay. */
public enum Decay {
    /** Those of all layers. */
    ALL,
    /** Those of the first layer only, as in the published code of GCN and APPNP. */
    FIRST
}
