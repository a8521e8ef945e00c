package org.seprank.rewire.walk;

import java.util.function.IntConsumer;

/**
 * Judges edges by a key that, as long as nothing is said, only gets worse when other edges are removed. No key is a
 * strict prefix of another.
 */
interface KeySource {
    /** Writes the start of a key that is at least as good as the edge's, possibly nothing, at little cost. */
    void bound(int edge, Key key);

    /** Writes the edge's key. */
    void evaluate(int edge, Key key);

    /** Removes an edge and then names every other edge whose key may have become better. */
    void remove(int edge, IntConsumer improved);
}
