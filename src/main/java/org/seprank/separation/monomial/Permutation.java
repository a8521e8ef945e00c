package org.seprank.separation.monomial;

import java.util.Arrays;

/** A permutation of vertices, stored as those that it moves and where to. Immutable. */
final class Permutation {
    private final int[] from;
    private final int[] to;

    private Permutation(int[] from, int[] to) {
        this.from = from;
        this.to = to;
    }

    /** The permutation that moves {@code from[k]} to {@code to[k]}; both list the same vertices. */
    static Permutation of(int[] from, int[] to) {
        return new Permutation(from.clone(), to.clone());
    }

    /** The permutation that exchanges two vertices. */
    static Permutation transposition(int i, int j) {
        return new Permutation(new int[] {i, j}, new int[] {j, i});
    }

    /** How many vertices it may move. */
    int size() {
        return from.length;
    }

    /** The k-th of them. */
    int from(int k) {
        return from[k];
    }

    /** Where that one goes. */
    int to(int k) {
        return to[k];
    }

    @Override
    public String toString() {
        return Arrays.toString(from) + " -> " + Arrays.toString(to);
    }
}
