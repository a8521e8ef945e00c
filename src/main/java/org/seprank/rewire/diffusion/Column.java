package org.seprank.rewire.diffusion;

/** One column of a matrix with n rows, with room for all of them and a list of those that are not 0. For one thread. */
final class Column {
    private final double[] values;
    private final int[] support;
    private final boolean[] listed;
    private int size;

    Column(int n) {
        this.values = new double[n];
        this.support = new int[n];
        this.listed = new boolean[n];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            values[support[i]] = 0;
            listed[support[i]] = false;
        }
        size = 0;
    }

    void add(int v, double x) {
        if (!listed[v]) {
            listed[v] = true;
            support[size++] = v;
        }
        values[v] += x;
    }

    void set(int v, double x) {
        values[v] = x;
    }

    double value(int v) {
        return values[v];
    }

    int size() {
        return size;
    }

    /** The i-th vertex that got a value, in the order of {@link #add}. */
    int vertex(int i) {
        return support[i];
    }
}
