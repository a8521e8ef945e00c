package org.seprank.rewire.protection;

import java.util.Arrays;
import org.seprank.rewire.Ties;

/** A heap of edges with the lexicographically largest vector on top, ties by rule. */
final class VectorHeap {
    private final long[][] vectors; // by edge
    private final int[] heap;
    private final Ties ties;
    private int size;

    VectorHeap(int edgeCount, int length, Ties ties) {
        this.vectors = new long[edgeCount][length];
        this.heap = new int[edgeCount];
        this.ties = ties;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** Adds an edge and hands out its vector to be filled in; {@link #restore} must follow. */
    long[] append(int edge) {
        heap[size++] = edge;
        return vectors[edge];
    }

    void restore() {
        for (int i = (size >> 1) - 1; i >= 0; i--) {
            siftDown(i, heap[i]);
        }
    }

    int pop() {
        int top = heap[0];
        size--;
        if (size > 0) {
            siftDown(0, heap[size]);
        }
        return top;
    }

    private boolean before(int e, int f) {
        int order = Arrays.compare(vectors[e], vectors[f]);
        return order != 0 ? order > 0 : ties.prefers(e, f);
    }

    private void siftDown(int start, int edge) {
        int place = start;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], edge)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = edge;
    }
}
