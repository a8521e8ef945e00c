package org.seprank.rewire.walk;

import java.util.function.IntConsumer;

/**
 * Judges edges by a key that, as long as nothing is said, only gets worse when other edges are removed. No key is a
 * strict prefix of another.
 */
interface KeySource {
    /**
     * Writes the start of a key that is at least as good as the edge's, possibly nothing, at little cost: from what an
     * evaluation has found out that still holds.
     */
    void bound(int edge, Key key);

    /**
     * Writes the edge's key, or as much of its start as is cheap to know.
     *
     * @param detail about how many numbers are asked for; more and more of them lead to the end of the key
     * @return whether the key was written to its end
     */
    boolean evaluate(int edge, Key key, int detail);

    /** Removes an edge and then names every other edge whose key may have become better. */
    void remove(int edge, IntConsumer improved);
}
