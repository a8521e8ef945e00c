package org.seprank.gnn.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    private static final String KEY = "weights";

    /** Checks the ranges. */
    public Weights {
        Check.range("linear depth", factors, 1, MOST);
        if (!(rankPenalty >= 0 && Double.isFinite(rankPenalty))) {
            throw new IllegalArgumentException("rank penalty " + rankPenalty + " is negative");
        }
    }

    /** The JSON of a spec with weights: plain ones where it says nothing of them, as older files do. */
    public static JsonNode complete(JsonNode spec) {
        if (spec instanceof ObjectNode object && !object.has(KEY)) {
            object.putObject(KEY).put("factors", 1).put("rankPenalty", 0.0);
        }
        return spec;
    }

    /** One factor, no penalty. */
    public static Weights plain() {
        return new Weights(1, 0);
    }
}
