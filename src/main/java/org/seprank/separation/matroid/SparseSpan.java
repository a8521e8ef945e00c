package org.seprank.separation.matroid;

import java.util.Arrays;
import org.seprank.rank.Modular;

/**
 * A basis in echelon form of the span of sparse vectors over GF(2³¹ - 1), to which vectors are added one by one. The
 * pivot of a basis vector is its first entry in a fixed order of the coordinates; rare coordinates first keeps the
 * basis sparse. Not safe for use by several threads.
 *
 * <p>A test takes time proportional to the entries of the basis vectors that it meets, at most O(dimension²).
 */
final class SparseSpan {
    private final int[] rank; // of a coordinate in the order of elimination
    private final int[] scratch; // by rank
    private final int[] touched; // a bit for each rank whose entry may differ from 0
    private final int[][] basisRanks; // by pivot; empty where there is none
    private final int[][] basisValues;
    private final int[] number; // of the basis vector, by pivot
    private final long budget;
    private long work; // entries subtracted
    private int size;
    private int pivot = -1; // of the vector at hand, -1 where it is in the span

    /**
     * An empty basis.
     *
     * @param occurrences how many vectors have an entry at each coordinate
     * @param budget how many entries may be subtracted before it is exhausted
     */
    SparseSpan(int[] occurrences, long budget) {
        this.budget = budget;
        int dimension = occurrences.length;
        long[] order = new long[dimension];
        Arrays.setAll(order, i -> ((long) occurrences[i] << Integer.SIZE) | i);
        Arrays.sort(order);
        rank = new int[dimension];
        for (int place = 0; place < dimension; place++) {
            rank[(int) order[place]] = place;
        }
        scratch = new int[dimension];
        touched = new int[(dimension + Integer.SIZE - 1) / Integer.SIZE];
        basisRanks = new int[dimension][];
        basisValues = new int[dimension][];
        number = new int[dimension];
        clear();
    }

    /** Says which basis vectors a vector was reduced by, and how often each was taken. */
    @FunctionalInterface
    interface Steps {
        void subtracted(int basisVector, int times);
    }

    /** Takes all vectors out, and gives the whole budget again. */
    void clear() {
        work = 0;
        Arrays.fill(basisRanks, new int[0]);
        size = 0;
        forget();
    }

    /** Whether the budget is spent: what comes after would take too long. */
    boolean isExhausted() {
        return work > budget;
    }

    /** The number of coordinates. */
    int dimension() {
        return scratch.length;
    }

    /** The number of basis vectors. */
    int size() {
        return size;
    }

    /** Whether a vector is outside the span; it is then the one that {@link #add} puts in. */
    boolean isOutside(SparseVector vector) {
        return isOutside(vector, (basisVector, times) -> {});
    }

    boolean isOutside(SparseVector vector, Steps steps) {
        forget();
        for (int k = 0; k < vector.indices().length; k++) {
            int place = rank[vector.indices()[k]];
            scratch[place] = Modular.reduce(vector.values()[k]);
            touched[place >> 5] |= 1 << place;
        }
        for (int word = 0; word < touched.length; word++) {
            while (touched[word] != 0) {
                int place = (word << 5) + Integer.numberOfTrailingZeros(touched[word]);
                if (scratch[place] != 0 && basisRanks[place].length == 0) {
                    pivot = place;
                    return true;
                }
                if (scratch[place] != 0) {
                    steps.subtracted(number[place], scratch[place]);
                    subtract(place);
                }
                touched[word] &= touched[word] - 1;
            }
        }
        return false;
    }

    private void subtract(int place) {
        int factor = Modular.PRIME - scratch[place];
        int[] ranks = basisRanks[place];
        int[] values = basisValues[place];
        work += ranks.length;
        for (int k = 0; k < ranks.length; k++) {
            int at = ranks[k];
            scratch[at] = Modular.plusProduct(scratch[at], factor, values[k]);
            touched[at >> 5] |= 1 << at;
        }
    }

    /** Puts in the vector that was outside last, and returns the factor by which what was left of it was multiplied. */
    int add() {
        if (pivot < 0) {
            throw new IllegalStateException("no vector outside the span is at hand");
        }
        int scale = Modular.inverse(scratch[pivot]);
        int[] ranks = new int[scratch.length - pivot];
        int[] values = new int[ranks.length];
        int count = 0;
        for (int word = pivot >> 5; word < touched.length; word++) {
            for (int bits = touched[word]; bits != 0; bits &= bits - 1) {
                int place = (word << 5) + Integer.numberOfTrailingZeros(bits);
                if (scratch[place] != 0) {
                    ranks[count] = place;
                    values[count++] = Modular.multiply(scale, scratch[place]);
                }
            }
        }
        basisRanks[pivot] = Arrays.copyOf(ranks, count);
        basisValues[pivot] = Arrays.copyOf(values, count);
        number[pivot] = size++;
        forget();
        return scale;
    }

    private void forget() {
        for (int word = 0; word < touched.length; word++) {
            for (int bits = touched[word]; bits != 0; bits &= bits - 1) {
                scratch[(word << 5) + Integer.numberOfTrailingZeros(bits)] = 0;
            }
            touched[word] = 0;
        }
        pivot = -1;
    }
}
