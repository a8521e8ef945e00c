package org.seprank.rewire.toward.gain;

import java.util.Arrays;
import java.util.BitSet;

/** By how much counts change, of vertices of which few do. Clearing takes time proportional to those. */
final class SparseChange {
    private final long[] changes;
    private final BitSet listed;
    private int[] support = new int[16];
    private int size;

    SparseChange(int vertexCount) {
        changes = new long[vertexCount];
        listed = new BitSet(vertexCount);
    }

    static SparseChange[] several(int number, int vertexCount) {
        SparseChange[] several = new SparseChange[number];
        Arrays.setAll(several, i -> new SparseChange(vertexCount));
        return several;
    }

    void add(int v, long change) {
        if (change == 0) {
            return;
        }
        if (!listed.get(v)) {
            listed.set(v);
            if (size == support.length) {
                support = Arrays.copyOf(support, 2 * size);
            }
            support[size++] = v;
        }
        changes[v] = Math.addExact(changes[v], change);
    }

    /** The number of vertices listed; the change of some may have come back to 0. */
    int size() {
        return size;
    }

    int vertex(int i) {
        return support[i];
    }

    long at(int v) {
        return changes[v];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            changes[support[i]] = 0;
            listed.clear(support[i]);
        }
        size = 0;
    }
}
