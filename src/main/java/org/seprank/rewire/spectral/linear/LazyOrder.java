package org.seprank.rewire.spectral.linear;

/**
 * Indices 0..n-1 in ascending order of their keys, equal keys in the order of the indices, sorted only as far as asked
 * for: O(n) to start with and O(log n) per rank, by a heap. The keys must not change and must not be NaN.
 */
public final class LazyOrder {
    private final double[] keys;
    private final int[] places; // [0, heapSize): a heap, least on top; then what was taken, latest first
    private int heapSize;

    private LazyOrder(double[] keys, int size) {
        this.keys = keys;
        this.places = new int[size];
        this.heapSize = size;
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** The order of all indices; the array is not copied. */
    public static LazyOrder of(double[] keys) {
        return new LazyOrder(keys, keys.length);
    }

    /** The order of the indices below {@code size}; the array is not copied. */
    static LazyOrder of(double[] keys, int size) {
        return new LazyOrder(keys, size);
    }

    /** The number of indices. */
    public int size() {
        return places.length;
    }

    /** The index with the {@code rank}-th smallest key, {@code rank} in 0..size-1. */
    public int at(int rank) {
        int place = places.length - 1 - rank;
        while (heapSize > place) {
            heapSize--;
            int top = places[0];
            places[0] = places[heapSize];
            places[heapSize] = top;
            sink(0);
        }
        return places[place];
    }

    private void sink(int from) {
        int index = places[from];
        int at = from;
        while (2 * at + 1 < heapSize) {
            int child = 2 * at + 1;
            if (child + 1 < heapSize && before(places[child + 1], places[child])) {
                child++;
            }
            if (!before(places[child], index)) {
                break;
            }
            places[at] = places[child];
            at = child;
        }
        places[at] = index;
    }

    private boolean before(int a, int b) {
        return keys[a] < keys[b] || (keys[a] <= keys[b] && a < b);
    }
}
