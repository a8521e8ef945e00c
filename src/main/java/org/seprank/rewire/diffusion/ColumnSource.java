package org.seprank.rewire.diffusion;

/** Computes columns of a diffusion matrix, one after the other. For one thread. */
sealed interface ColumnSource permits PageRankPush, SeriesPush {
    /** Column s; valid up to the next call. */
    Column column(int s);

    /** The visits of edges so far. */
    long steps();
}
