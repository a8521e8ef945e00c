package org.seprank.rewire.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Edges by a key each, the smallest on top; of equal keys the edge that comes first by its ends. The key of an edge can
 * be changed. Time O(log size) per operation.
 */
final class EdgeHeap {
    private final UndirectedRows rows;
    private int[] heap;
    private int[] places; // of each edge in the heap, or -1
    private double[] keys;
    private int size;

    EdgeHeap(UndirectedRows rows) {
        int capacity = rows.edgeNumbers() + 16;
        this.rows = rows;
        this.heap = new int[capacity];
        this.places = new int[capacity];
        this.keys = new double[capacity];
        Arrays.fill(places, -1);
    }

    /** The edge on top, or -1. */
    int top() {
        return size == 0 ? -1 : heap[0];
    }

    /** The key of an edge that is in. */
    double key(int e) {
        return keys[e];
    }

    /** Puts an edge in, or changes its key. */
    void put(int e, double key) {
        if (e >= places.length) {
            int before = places.length;
            int after = Math.max(e + 1, before + (before >> 1));
            heap = Arrays.copyOf(heap, after);
            keys = Arrays.copyOf(keys, after);
            places = Arrays.copyOf(places, after);
            Arrays.fill(places, before, after, -1);
        }
        if (places[e] < 0) {
            places[e] = size;
            heap[size++] = e;
        }
        keys[e] = key;
        siftDown(siftUp(places[e]));
    }

    /** Takes an edge out. */
    void remove(int e) {
        int place = places[e];
        int last = heap[--size];
        places[e] = -1;
        if (last != e) {
            heap[place] = last;
            places[last] = place;
            siftDown(siftUp(place));
        }
    }

    /** The first {@code count} edges in order, or all if there are fewer. Time O(count log size). */
    List<Integer> first(int count) {
        List<Integer> edges = new ArrayList<>();
        while (edges.size() < count && size > 0) {
            edges.add(heap[0]);
            remove(heap[0]);
        }
        edges.forEach(e -> put(e, keys[e]));
        return edges;
    }

    private int siftUp(int start) {
        int e = heap[start];
        int place = start;
        while (place > 0 && before(e, heap[(place - 1) >> 1])) {
            set(place, heap[(place - 1) >> 1]);
            place = (place - 1) >> 1;
        }
        set(place, e);
        return place;
    }

    private void siftDown(int start) {
        int e = heap[start];
        int place = start;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], e)) {
                break;
            }
            set(place, heap[child]);
            place = child;
        }
        set(place, e);
    }

    private void set(int place, int e) {
        heap[place] = e;
        places[e] = place;
    }

    private boolean before(int e, int f) {
        int byKey = Double.compare(keys[e], keys[f]);
        if (byKey != 0) {
            return byKey < 0;
        }
        int bySource = Integer.compare(rows.source(e), rows.source(f));
        return bySource != 0 ? bySource < 0 : rows.target(e) < rows.target(f);
    }
}
