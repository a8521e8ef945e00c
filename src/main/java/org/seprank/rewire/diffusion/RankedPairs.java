package org.seprank.rewire.diffusion;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Pairs of vertices u &lt; v with weights, the heaviest first; equal ones (to 7 digits) in the order of their making.
 */
final class RankedPairs {
    private int[] us = new int[16];
    private int[] vs = new int[16];
    private double[] weights = new double[16];
    private int size;
    private int[] order = {};

    private RankedPairs() {}

    /** The pairs off the diagonal of a matrix. Time O(entries · log of the longest column). */
    static RankedPairs of(SparseColumns matrix) {
        RankedPairs pairs = new RankedPairs();
        for (int s = 0; s < matrix.size(); s++) {
            int[] vertices = matrix.vertices(s);
            double[] values = matrix.values(s);
            for (int i = 0; i < vertices.length; i++) {
                int u = vertices[i];
                double opposite = u == s ? 0 : matrix.get(s, u);
                if (u < s || (u > s && opposite <= 0)) { // a pair that both columns have is made once
                    pairs.add(Math.min(u, s), Math.max(u, s), (values[i] + opposite) / 2);
                }
            }
        }
        pairs.order = descending(pairs.size, i -> pairs.weights[i]);
        return pairs;
    }

    private void add(int u, int v, double weight) {
        if (size == us.length) {
            int length = Math.addExact(size, size >> 1);
            us = Arrays.copyOf(us, length);
            vs = Arrays.copyOf(vs, length);
            weights = Arrays.copyOf(weights, length);
        }
        us[size] = u;
        vs[size] = v;
        weights[size++] = weight;
    }

    /** 0..size-1 by falling value, not negative, compared as float. */
    static int[] descending(int size, IntToDoubleFunction value) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int bits = Float.floatToIntBits((float) value.applyAsDouble(i));
            keys[i] = (long) (Integer.MAX_VALUE - bits) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    int size() {
        return size;
    }

    /** The smaller end of the i-th heaviest pair. */
    int u(int i) {
        return us[order[i]];
    }

    /** The larger end of the i-th heaviest pair. */
    int v(int i) {
        return vs[order[i]];
    }

    /** The weight of the i-th heaviest pair. */
    double weight(int i) {
        return weights[order[i]];
    }
}
