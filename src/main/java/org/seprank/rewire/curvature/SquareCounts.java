package org.seprank.rewire.curvature;

import java.util.Arrays;

/**
 * What balanced Forman curvature counts around one edge u-v. Every neighbour of u and of v has a count; {@code sharp}
 * counts those above 0 and {@code gamma} is the largest of all.
 *
 * <p>In the {@linkplain BalancedForman.Variant#PAPER paper} the neighbours of u alone are counted, each by its
 * neighbours among those of v alone, and the other way round: 4-cycles through u-v without diagonals. In the
 * {@linkplain BalancedForman.Variant#MATRIX matrix code} the neighbours k of u are counted, v among them, by
 * {@code (A^2)_vk - A_vk}, and the other way round.
 *
 * <p>Scratch memory of 16 n bytes, for one thread. Time of {@link #load}: the total degree of the neighbours of u or of
 * those of v, whichever is less.
 */
final class SquareCounts {
    /** Bit of {@link #role}: a neighbour of u. */
    static final int NEAR_U = 1;

    /** Bit of {@link #role}: a neighbour of v. */
    static final int NEAR_V = 2;

    private final UndirectedRows rows;
    private final BalancedForman.Variant variant;
    private final int[] roles; // 4 * epoch + role; of an older epoch: none
    private final int[] fromU; // of neighbours of u
    private final int[] fromV; // of neighbours of v
    private int epoch;
    private int triangles;
    private int sharpU;
    private int sharpV;
    private int gammaU;
    private int gammaV;

    SquareCounts(UndirectedRows rows, BalancedForman.Variant variant) {
        int n = rows.vertexCount();
        this.rows = rows;
        this.variant = variant;
        this.roles = new int[n];
        this.fromU = new int[n];
        this.fromV = new int[n];
    }

    /** Counts around the edge u-v. */
    void load(int u, int v) {
        if (++epoch == 1 << 29) {
            Arrays.fill(roles, 0);
            epoch = 1;
        }
        triangles = 0;
        mark(u, NEAR_U, fromU);
        mark(v, NEAR_V, fromV);
        if (variant == BalancedForman.Variant.PAPER) { // no vertex of a square opposite to itself
            roles[u] = 0;
            roles[v] = 0;
        }
        if (rows.secondDegree(u) < rows.secondDegree(v)) {
            scan(u, NEAR_U);
        } else {
            scan(v, NEAR_V);
        }
        if (variant == BalancedForman.Variant.MATRIX) {
            forgetTriangles(u);
        }
        long ofU = sum(u, fromU);
        long ofV = sum(v, fromV);
        sharpU = (int) (ofU >>> 32);
        gammaU = (int) ofU;
        sharpV = (int) (ofV >>> 32);
        gammaV = (int) ofV;
    }

    private void mark(int end, int near, int[] counts) {
        int[] row = rows.neighbours(end);
        for (int i = rows.start(end); i < rows.end(end); i++) {
            int x = row[i];
            if (roles[x] >> 2 == epoch) {
                roles[x] |= near;
                triangles++;
            } else {
                roles[x] = 4 * epoch + near;
            }
            counts[x] = 0;
        }
    }

    /** Every edge between a counted neighbour of u and one of v is met once, from one side. */
    private void scan(int end, int near) {
        int[] row = rows.neighbours(end);
        int[] own = near == NEAR_U ? fromU : fromV;
        int[] others = near == NEAR_U ? fromV : fromU;
        boolean paper = variant == BalancedForman.Variant.PAPER;
        int alone = 4 * epoch + near;
        int far = 4 * epoch + (NEAR_U + NEAR_V - near);
        int both = paper ? far : 4 * epoch + NEAR_U + NEAR_V;
        for (int i = rows.start(end); i < rows.end(end); i++) {
            int w = row[i];
            if (paper && roles[w] != alone) {
                continue;
            }
            int[] second = rows.neighbours(w);
            int met = 0;
            for (int k = rows.start(w); k < rows.end(w); k++) {
                int x = second[k];
                if (roles[x] == far || roles[x] == both) {
                    others[x]++;
                    met++;
                }
            }
            own[w] += met;
        }
    }

    /** {@code - A_vk} and {@code - A_uk}: both are 1 for the third vertex of a triangle. */
    private void forgetTriangles(int u) {
        int[] row = rows.neighbours(u);
        for (int i = rows.start(u); i < rows.end(u); i++) {
            if (role(row[i]) == NEAR_U + NEAR_V) {
                fromU[row[i]]--;
                fromV[row[i]]--;
            }
        }
    }

    /** The positive counts and the largest one, in the upper and the lower half. */
    private long sum(int end, int[] counts) {
        int[] row = rows.neighbours(end);
        int sharp = 0;
        int gamma = 0;
        for (int i = rows.start(end); i < rows.end(end); i++) {
            int count = counts[row[i]];
            sharp += count > 0 ? 1 : 0;
            gamma = Math.max(gamma, count);
        }
        return ((long) sharp << 32) | gamma;
    }

    /** Which ends of the edge {@code x} is counted as a neighbour of; 0 if of none. */
    int role(int x) {
        return roles[x] >> 2 == epoch ? roles[x] & 3 : 0;
    }

    /** The count of a neighbour of u. */
    int fromU(int x) {
        return fromU[x];
    }

    /** The count of a neighbour of v. */
    int fromV(int x) {
        return fromV[x];
    }

    int triangles() {
        return triangles;
    }

    /** The number of positive counts. */
    int sharp() {
        return sharpU + sharpV;
    }

    /** The number of positive counts of neighbours of v. */
    int sharpV() {
        return sharpV;
    }

    /** The largest count. */
    int gamma() {
        return Math.max(gammaU, gammaV);
    }

    /** The largest count of a neighbour of v. */
    int gammaV() {
        return gammaV;
    }
}
