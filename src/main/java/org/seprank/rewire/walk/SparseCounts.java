package org.seprank.rewire.walk;

import java.util.Arrays;
import org.seprank.rewire.row.UnsortedRows;

/** Counts by vertex of which few are not 0. Clearing takes time proportional to those; overflow is an error. */
final class SparseCounts {
    private final long[] counts;
    private int[] support = new int[16];
    private int size;

    /** All 0. */
    SparseCounts(int vertexCount) {
        counts = new long[vertexCount];
    }

    /** That many of them. */
    static SparseCounts[] several(int number, int vertexCount) {
        SparseCounts[] several = new SparseCounts[number];
        Arrays.setAll(several, i -> new SparseCounts(vertexCount));
        return several;
    }

    /** The count of a vertex. */
    long at(int v) {
        return counts[v];
    }

    /** Adds a count of at least 0. */
    void add(int v, long count) {
        if (count == 0) {
            return;
        }
        if (counts[v] == 0) {
            if (size == support.length) {
                support = Arrays.copyOf(support, 2 * size);
            }
            support[size++] = v;
        }
        counts[v] = Math.addExact(counts[v], count);
    }

    /** The number of vertices whose count is not 0. */
    int size() {
        return size;
    }

    /** Those vertices, in no particular order. */
    int vertex(int i) {
        return support[i];
    }

    /** Makes all 0. */
    void clear() {
        for (int i = 0; i < size; i++) {
            counts[support[i]] = 0;
        }
        size = 0;
    }

    /** Becomes the counts of one more step along the rows: each vertex keeps its own (the self-loop). */
    void step(SparseCounts previous, UnsortedRows rows, int withoutEdge) {
        clear();
        for (int i = 0; i < previous.size; i++) {
            int v = previous.support[i];
            long count = previous.counts[v];
            add(v, count);
            for (int k = rows.start(v); k < rows.end(v); k++) {
                if (rows.edge(k) != withoutEdge) {
                    add(rows.neighbour(k), count);
                }
            }
        }
    }

    /**
     * Becomes the same, but only on the vertices of {@code domain}; {@code rows} lead back to where steps come from.
     */
    void gather(SparseCounts previous, UnsortedRows rows, int withoutEdge, SparseCounts domain) {
        clear();
        for (int i = 0; i < domain.size; i++) {
            int v = domain.support[i];
            long sum = previous.counts[v];
            for (int k = rows.start(v); k < rows.end(v); k++) {
                if (rows.edge(k) != withoutEdge) {
                    sum = Math.addExact(sum, previous.counts[rows.neighbour(k)]);
                }
            }
            add(v, sum);
        }
    }
}
