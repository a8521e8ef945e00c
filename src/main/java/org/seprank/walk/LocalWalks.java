package org.seprank.walk;

import java.util.Arrays;
import org.seprank.graph.Adjacency;

/**
 * Scratch memory for the walks between one vertex c, the centre, and the vertices around it, for the lengths 0..radius:
 * how many walks along the given neighbours lead from c to each vertex. Only the ball that they reach is touched.
 * Memory 8 n (radius + 1) bytes; {@link #centreAt} takes as many additions as the ball of radius - 1 has edges, per
 * length.
 */
final class LocalWalks {
    private final Adjacency neighbours;
    private final long[][] counts; // counts[k][v]: walks of length k from the centre to v
    private final int[] ball; // in the order of their distance
    private final int[] sizes; // sizes[k]: how many of the ball are within k steps
    private final boolean[] reached;
    private int centre = -1;

    LocalWalks(Adjacency neighbours, int radius) {
        int n = neighbours.offsets().length - 1;
        this.neighbours = neighbours;
        this.counts = new long[radius + 1][n];
        this.ball = new int[n];
        this.sizes = new int[radius + 1];
        this.reached = new boolean[n];
    }

    /**
     * Moves the centre.
     *
     * @throws ArithmeticException if a count exceeds 64 bits; the next call starts afresh
     */
    void centreAt(int c) {
        if (c == centre) {
            return;
        }
        clear();
        ball[0] = c;
        reached[c] = true;
        counts[0][c] = 1;
        Arrays.fill(sizes, 1);
        for (int k = 0; k + 1 < counts.length; k++) {
            expand(k);
        }
        centre = c;
    }

    boolean isCentredAt(int c) {
        return c == centre;
    }

    private void clear() {
        centre = -1;
        int size = sizes[sizes.length - 1];
        for (int i = 0; i < size; i++) {
            reached[ball[i]] = false;
            for (long[] count : counts) {
                count[ball[i]] = 0;
            }
        }
    }

    private void expand(int k) {
        int[] offsets = neighbours.offsets();
        int[] columns = neighbours.neighbours();
        long[] now = counts[k];
        long[] next = counts[k + 1];
        int size = sizes[k];
        for (int i = 0; i < sizes[k]; i++) {
            int v = ball[i];
            next[v] = Math.addExact(next[v], now[v]);
            for (int at = offsets[v]; at < offsets[v + 1]; at++) {
                int w = columns[at];
                if (!reached[w]) {
                    reached[w] = true;
                    ball[size++] = w;
                    // kept up to date so that clear() finds every entry after an overflow
                    sizes[sizes.length - 1] = size;
                }
                next[w] = Math.addExact(next[w], now[v]);
            }
        }
        Arrays.fill(sizes, k + 1, sizes.length, size);
    }

    /** The vertices within {@code k} steps are the first so many of {@link #ball()}. */
    int size(int k) {
        return sizes[k];
    }

    /** The vertices in the order of their distance from the centre. Read only. */
    int[] ball() {
        return ball;
    }

    /** For each vertex the number of walks of length {@code k} from the centre. Read only. */
    long[] counts(int k) {
        return counts[k];
    }

    /**
     * The number of walks of length {@code i + j} from this centre to the other's, where the other walks run backwards.
     *
     * @throws ArithmeticException if it exceeds 64 bits
     */
    long joined(int i, LocalWalks other, int j) {
        boolean mine = sizes[i] <= other.sizes[j];
        int[] vertices = mine ? ball : other.ball;
        int size = mine ? sizes[i] : other.sizes[j];
        long[] a = counts[i];
        long[] b = other.counts[j];
        long sum = 0;
        for (int at = 0; at < size; at++) {
            int v = vertices[at];
            sum = Math.addExact(sum, Math.multiplyExact(a[v], b[v]));
        }
        return sum;
    }
}
