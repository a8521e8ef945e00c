package org.seprank.rewire.row;

import java.util.Arrays;

/** Degrees that change, and the vertices of each degree in doubly linked lists. A change takes O(1). */
public final class DegreeBuckets {
    private static final int NIL = -1;

    private final int[] degrees;
    private final int[] heads; // by degree; the last list has all larger degrees too
    private final int[] next;
    private final int[] previous;
    private int least; // no list before it has a vertex

    /** Takes the degrees, whose array becomes its own, and has lists for 0..most. */
    public DegreeBuckets(int[] degrees, int most) {
        this.degrees = degrees;
        this.heads = new int[most + 1];
        this.next = new int[degrees.length];
        this.previous = new int[degrees.length];
        Arrays.fill(heads, NIL);
        for (int v = degrees.length - 1; v >= 0; v--) {
            link(v);
        }
    }

    /** The degree of a vertex. */
    public int of(int v) {
        return degrees[v];
    }

    /** Changes the degree of a vertex that has not been taken. */
    public void change(int v, int by) {
        unlink(v);
        degrees[v] += by;
        link(v);
    }

    /** The vertices of that degree, below the largest that there is a list for, ascending. */
    public int[] withDegree(int degree) {
        int count = 0;
        for (int v = heads[degree]; v != NIL; v = next[v]) {
            count++;
        }
        int[] vertices = new int[count];
        for (int v = heads[degree], i = 0; v != NIL; v = next[v]) {
            vertices[i++] = v;
        }
        Arrays.sort(vertices);
        return vertices;
    }

    /** Takes a vertex of the least degree, the one that came to it last; there must be one. */
    public int poll() {
        while (heads[least] == NIL) {
            least++;
        }
        int v = heads[least];
        unlink(v);
        return v;
    }

    private int list(int v) {
        return Math.min(degrees[v], heads.length - 1);
    }

    private void link(int v) {
        int list = list(v);
        next[v] = heads[list];
        previous[v] = NIL;
        if (next[v] != NIL) {
            previous[next[v]] = v;
        }
        heads[list] = v;
        least = Math.min(least, list);
    }

    private void unlink(int v) {
        if (previous[v] == NIL) {
            heads[list(v)] = next[v];
        } else {
            next[previous[v]] = next[v];
        }
        if (next[v] != NIL) {
            previous[next[v]] = previous[v];
        }
    }
}
