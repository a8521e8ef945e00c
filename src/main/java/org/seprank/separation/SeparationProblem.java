package org.seprank.separation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * The question for a separation rank: how much interaction across (I, Iᶜ) a product-aggregation network of this shape
 * can model.
 *
 * @param graph the graph G
 * @param partition I; neither empty nor everything
 * @param target what is predicted
 * @param depth L, in 1..64
 * @param inputWidth D_x, at least 1
 * @param hiddenWidth D_h, at least 1
 */
public record SeparationProblem(
        Graph graph, VertexSet partition, Target target, int depth, int inputWidth, int hiddenWidth) {
    /** Checks the ranges. */
    public SeparationProblem {
        int n = graph.vertexCount();
        if (partition.universe() != n) {
            throw new IllegalArgumentException(
                    "a partition of " + partition.universe() + " vertices does not fit a graph with " + n);
        }
        if (!partition.isProper()) {
            throw new IllegalArgumentException(
                    "one side of the partition is empty: " + partition.size() + " of " + n + " vertices on the other");
        }
        target.ends(n);
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (inputWidth < 1) {
            throw new IllegalArgumentException("input width " + inputWidth + " is not positive");
        }
        if (hiddenWidth < 1) {
            throw new IllegalArgumentException("hidden width " + hiddenWidth + " is not positive");
        }
    }

    /**
     * The question for depth 3, widths 8 and 16, and graph prediction; {@link #withDepth}, {@link #withWidths} and
     * {@link #withTarget} ask for others.
     *
     * @param side I
     * @throws IllegalArgumentException if the side is of another graph, or one of the sides is empty
     */
    public static SeparationProblem of(Graph graph, VertexSet side) {
        return new SeparationProblem(graph, side, Target.graph(), 3, 8, 16);
    }

    /** The same for networks of so many layers, in 1..64. */
    public SeparationProblem withDepth(int layers) {
        return new SeparationProblem(graph, partition, target, layers, inputWidth, hiddenWidth);
    }

    /** The same for networks with so many features per vertex and per hidden layer, both at least 1. */
    public SeparationProblem withWidths(int input, int hidden) {
        return new SeparationProblem(graph, partition, target, depth, input, hidden);
    }

    /** The same for another prediction. */
    public SeparationProblem withTarget(Target other) {
        return new SeparationProblem(graph, partition, other, depth, inputWidth, hiddenWidth);
    }

    /**
     * Says in 32 hexadecimal digits what the network computes: which inputs, by side, it multiplies in which layers,
     * and the widths. Problems with equal fingerprints have equal separation ranks, whatever their graphs have beyond
     * that. Time O(L m log m).
     */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(depth + " " + inputWidth + " " + hiddenWidth);
        for (ProductNetworkCircuit.Node node : ProductNetworkCircuit.of(this).nodes()) {
            all.append(' ').append(node.layer()).append(node.side());
            node.factors()
                    .forEach(factor ->
                            all.append(',').append(factor.node()).append('^').append(factor.exponent()));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
