package org.seprank.gnn.layer;

/**
 * The form of the weights of all layers of a network. A product of several factors is the same linear map but learned
 * differently: gradient descent then prefers low rank (arXiv 1905.13655). The width is kept: every factor but the last
 * ends as wide as the smaller side of W, so W can have any rank.
 *
 * @param factors the number K of factors of every weight, {@code W = W_1 .. W_K}, in 1..16
 * @param rankPenalty s, at least 0: {@code s Σ_k √(σ_k(W)² + 1e-6)} of every W is added to the loss, a smooth nuclear
 *     norm
 */
public record Weights(int factors, double rankPenalty) {
    private static final int MOST = 16;

    /** Checks the ranges. */
    public Weights {
        Check.range("linear depth", factors, 1, MOST);
        if (!(rankPenalty >= 0 && Double.isFinite(rankPenalty))) {
            throw new IllegalArgumentException("rank penalty " + rankPenalty + " is negative");
        }
    }

    /** One factor, no penalty. */
    public static Weights plain() {
        return new Weights(1, 0);
    }
}
