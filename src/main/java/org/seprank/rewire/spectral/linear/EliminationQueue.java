package org.seprank.rewire.spectral.linear;

import java.util.Arrays;

/** Vertices by degree in doubly linked buckets; takes one of least degree, the one that came to its bucket last. */
final class EliminationQueue {
    private static final int NONE = -1;

    private final int[] degrees;
    private final int[] heads;
    private final int[] next;
    private final int[] previous;
    private int least;

    /** Takes the degrees; the array becomes the queue's own. */
    EliminationQueue(int[] degrees) {
        int n = degrees.length;
        this.degrees = degrees;
        this.heads = new int[n + 1];
        this.next = new int[n];
        this.previous = new int[n];
        Arrays.fill(heads, NONE);
        for (int v = n - 1; v >= 0; v--) {
            link(v);
        }
    }

    /** Takes a vertex of least degree; there must be one. */
    int poll() {
        while (heads[least] == NONE) {
            least++;
        }
        int v = heads[least];
        unlink(v);
        return v;
    }

    /** Changes the degree of a vertex that is still waiting. */
    void change(int v, int by) {
        unlink(v);
        degrees[v] += by;
        link(v);
    }

    /** Parallel edges may push a degree beyond the last bucket. */
    private int bucket(int v) {
        return Math.min(degrees[v], heads.length - 1);
    }

    private void link(int v) {
        int bucket = bucket(v);
        next[v] = heads[bucket];
        previous[v] = NONE;
        if (next[v] != NONE) {
            previous[next[v]] = v;
        }
        heads[bucket] = v;
        least = Math.min(least, bucket);
    }

    private void unlink(int v) {
        if (previous[v] == NONE) {
            heads[bucket(v)] = next[v];
        } else {
            next[previous[v]] = next[v];
        }
        if (next[v] != NONE) {
            previous[next[v]] = previous[v];
        }
    }
}
