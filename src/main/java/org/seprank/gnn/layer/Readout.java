package org.seprank.gnn.layer;

/** How the values of a graph's vertices become one of the graph. */
public enum Readout {
    /** Not at all: every vertex is predicted for itself. */
    NONE,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM,
    /** Their entry-wise maximum. */
    MAX,
    /** Their entry-wise product, as the theory's networks have it. */
    PRODUCT,
    /** Of pairs of vertices the entry-wise product of both, by which edges are predicted. */
    PAIR
}
