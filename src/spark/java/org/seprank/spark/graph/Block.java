package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows of the vertices v with {@code v mod parts = number}, in compressed sparse form. A row names its neighbours
 * by their places among the block's <i>ghosts</i>, all vertices that some row names, in the order of (block, vertex).
 * {@link #sends} lists the own vertices that each block needs, which is the order of its ghosts. Not to be written to.
 */
final class Block implements Serializable {
    private static final long serialVersionUID = 1L;

    final int number;
    final int parts;
    final int[] offsets;
    final int[] columns; // places among the ghosts, by ascending neighbour
    final int[] ghosts;
    final int[] needs; // ghosts needs[q] .. needs[q + 1] - 1 are those of block q
    final int[][] sends; // by block, the places of own vertices, ascending
    final double[] weights; // by entry; empty: all 1

    /** Takes rows of ascending neighbours. */
    Block(int number, int parts, int[] offsets, int[] neighbours, double[] weights) {
        this.number = number;
        this.parts = parts;
        this.offsets = offsets;
        this.weights = weights;
        long[] keys = new long[neighbours.length];
        Arrays.setAll(keys, k -> key(neighbours[k]));
        Arrays.sort(keys);
        int count = distinct(keys, keys.length);
        this.ghosts = new int[count];
        this.needs = new int[parts + 1];
        for (int i = 0; i < count; i++) {
            ghosts[i] = (int) keys[i];
            needs[ghosts[i] % parts + 1]++;
        }
        for (int q = 0; q < parts; q++) {
            needs[q + 1] += needs[q];
        }
        this.columns = new int[neighbours.length];
        Arrays.setAll(columns, k -> Arrays.binarySearch(keys, 0, count, key(neighbours[k])));
        this.sends = sends(neighbours);
    }

    private long key(int vertex) {
        return ((long) (vertex % parts) << 32) | vertex;
    }

    /** Moves the different ones of sorted numbers to the front; returns how many there are. */
    static int distinct(long[] sorted, int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || sorted[i] != sorted[kept - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }

    private int[][] sends(int[] neighbours) {
        int[][] to = new int[parts][4];
        int[] sizes = new int[parts];
        for (int i = 0; i < rows(); i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                int q = neighbours[k] % parts;
                if (sizes[q] == 0 || to[q][sizes[q] - 1] != i) {
                    if (sizes[q] == to[q].length) {
                        to[q] = Arrays.copyOf(to[q], 2 * sizes[q]);
                    }
                    to[q][sizes[q]++] = i;
                }
            }
        }
        for (int q = 0; q < parts; q++) {
            to[q] = Arrays.copyOf(to[q], sizes[q]);
        }
        return to;
    }

    int rows() {
        return offsets.length - 1;
    }

    /** The vertex of an own place. */
    int vertex(int place) {
        return number + place * parts;
    }

    /** The vertex that an entry names. */
    int neighbour(int entry) {
        return ghosts[columns[entry]];
    }

    int degree(int place) {
        return offsets[place + 1] - offsets[place];
    }

    double weight(int entry) {
        return weights.length == 0 ? 1 : weights[entry];
    }

    /** The entry of a neighbour in the row of an own vertex, which must have it. Time O(log d). */
    int entry(int vertex, int neighbour) {
        int place = vertex / parts;
        int low = offsets[place];
        int high = offsets[place + 1] - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (neighbour(middle) < neighbour) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int[] degrees() {
        int[] degrees = new int[rows()];
        Arrays.setAll(degrees, this::degree);
        return degrees;
    }
}
