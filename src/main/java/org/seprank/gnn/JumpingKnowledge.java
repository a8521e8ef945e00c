package org.seprank.gnn;

/** Which layers the prediction sees (arXiv 1806.03536). */
public enum JumpingKnowledge {
    /** The last one. */
    LAST,
    /** All, side by side. */
    CAT,
    /** The entry-wise maximum of all. */
    MAX
}
