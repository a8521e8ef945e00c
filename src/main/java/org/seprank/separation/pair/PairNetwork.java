package org.seprank.separation.pair;

import org.seprank.walk.WalkIndex;

/**
 * The shape of a network that predicts links: its output for a pair (u, v) is linear in the entry-wise product of
 * {@code h^(L,u)} and {@code h^(L,v)}.
 *
 * @param depth L, in 1..64
 * @param inputWidth D_x, at least 1
 * @param hiddenWidth D_h, at least 1
 */
public record PairNetwork(int depth, int inputWidth, int hiddenWidth) {
    /** Checks the ranges. */
    public PairNetwork {
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (Math.min(inputWidth, hiddenWidth) < 1) {
            throw new IllegalArgumentException(
                    "input width " + inputWidth + " or hidden width " + hiddenWidth + " is not positive");
        }
    }

    /** {@code min(D_x, D_h)}, the width of the narrower networks that lower bounds embed. */
    int narrow() {
        return Math.min(inputWidth, hiddenWidth);
    }
}
