package org.seprank.rewire.walk;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.rewire.row.UnsortedRows;

/** Collects the edges along the rows of all vertices within some steps of given ones; an edge may occur twice. */
final class EdgesNearby {
    private final BitSet reached;
    private int[] queue = new int[16];
    private int starts;
    private int queued;
    private int[] edges = new int[16];
    private int size;

    /** A search on that many vertices. */
    EdgesNearby(int vertexCount) {
        reached = new BitSet(vertexCount);
    }

    /** Forgets the vertices to search from and what was found. */
    void clear() {
        starts = 0;
        size = 0;
    }

    /** Adds a vertex to search from, not yet among them. */
    void startAt(int v) {
        queued = starts;
        enqueue(v);
        starts = queued;
    }

    /** The number of edges found. */
    int size() {
        return size;
    }

    /** The edge found as number {@code i}. */
    int edge(int i) {
        return edges[i];
    }

    /** Breadth-first along the rows; the vertices to search from stay for another search. */
    void search(int radius, UnsortedRows... rows) {
        queued = starts;
        for (int i = 0; i < starts; i++) {
            reached.set(queue[i]);
        }
        for (int i = 0, distance = 0; i < queued; distance++) {
            for (int levelEnd = queued; i < levelEnd; i++) {
                for (UnsortedRows direction : rows) {
                    visit(direction, queue[i], distance < radius);
                }
            }
        }
        for (int i = 0; i < queued; i++) {
            reached.clear(queue[i]);
        }
    }

    private void visit(UnsortedRows rows, int v, boolean goOn) {
        for (int k = rows.start(v); k < rows.end(v); k++) {
            if (size == edges.length) {
                edges = Arrays.copyOf(edges, 2 * size);
            }
            edges[size++] = rows.edge(k);
            int w = rows.neighbour(k);
            if (goOn && !reached.get(w)) {
                reached.set(w);
                enqueue(w);
            }
        }
    }

    private void enqueue(int v) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        queue[queued++] = v;
    }
}
