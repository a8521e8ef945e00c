package org.seprank.rewire.walk;

import java.util.Arrays;
import org.seprank.graph.Adjacency;

/** Falling degrees, and the vertices of each degree in doubly linked lists. A fall takes O(1). */
final class DegreeBuckets {
    private static final int NIL = -1;

    private final int[] degrees;
    private final int[] heads; // by degree
    private final int[] next;
    private final int[] previous;

    private DegreeBuckets(int[] degrees, int maxDegree) {
        this.degrees = degrees;
        this.heads = new int[maxDegree + 1];
        this.next = new int[degrees.length];
        this.previous = new int[degrees.length];
        Arrays.fill(heads, NIL);
        for (int v = degrees.length - 1; v >= 0; v--) {
            link(v);
        }
    }

    static DegreeBuckets of(Adjacency rows, int vertexCount) {
        int[] degrees = new int[vertexCount];
        Arrays.setAll(degrees, rows::degree);
        return new DegreeBuckets(degrees, rows.maxDegree());
    }

    int of(int v) {
        return degrees[v];
    }

    void decrement(int v) {
        unlink(v);
        degrees[v]--;
        link(v);
    }

    /** The vertices of that degree, ascending. */
    int[] withDegree(int degree) {
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

    private void link(int v) {
        int head = heads[degrees[v]];
        next[v] = head;
        previous[v] = NIL;
        if (head != NIL) {
            previous[head] = v;
        }
        heads[degrees[v]] = v;
    }

    private void unlink(int v) {
        if (previous[v] == NIL) {
            heads[degrees[v]] = next[v];
        } else {
            next[previous[v]] = next[v];
        }
        if (next[v] != NIL) {
            previous[next[v]] = previous[v];
        }
    }
}
