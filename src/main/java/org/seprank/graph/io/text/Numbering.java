package org.seprank.graph.io.text;

/** Numbers the distinct integers among many ids in ascending order. */
sealed interface Numbering permits DenseIds, IdTable {
    /** Adds an id, which may have been added before. */
    void add(long id);

    /** Ends adding, and returns the distinct ids in ascending order. */
    long[] number();

    /** The place of an added id in that order. */
    int of(long id);
}
