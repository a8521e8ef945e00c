package org.seprank.rewire.edit;

/**
 * One change to a graph.
 *
 * @param kind what is done
 * @param u the tail, in an undirected graph either end
 * @param v the head, in an undirected graph the other end
 */
public record Edit(Kind kind, int u, int v) {
    /** What an edit does. */
    public enum Kind {
        /** Takes an edge away. */
        REMOVE,
        /** Puts a new edge in. */
        ADD
    }

    /** Checks the ends. */
    public Edit {
        if (u < 0 || v < 0 || u == v) {
            throw new IllegalArgumentException("no edge joins " + u + " and " + v);
        }
    }

    /** The removal of an edge. */
    public static Edit remove(int u, int v) {
        return new Edit(Kind.REMOVE, u, v);
    }

    /** The addition of an edge. */
    public static Edit add(int u, int v) {
        return new Edit(Kind.ADD, u, v);
    }
}
