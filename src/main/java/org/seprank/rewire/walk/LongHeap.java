package org.seprank.rewire.walk;

import java.util.Arrays;

/** A heap of numbers with the largest on top. */
final class LongHeap {
    private long[] values = new long[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long top() {
        return values[0];
    }

    /** Adds a number; {@link #restore} must follow before the heap is used. */
    void append(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void restore() {
        for (int i = (size >> 1) - 1; i >= 0; i--) {
            siftDown(i, values[i]);
        }
    }

    void replaceTop(long value) {
        siftDown(0, value);
    }

    void pop() {
        size--;
        if (size > 0) {
            siftDown(0, values[size]);
        }
    }

    private void siftDown(int start, long value) {
        int place = start;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && values[child + 1] > values[child]) {
                child++;
            }
            if (values[child] <= value) {
                break;
            }
            values[place] = values[child];
            place = child;
        }
        values[place] = value;
    }
}
