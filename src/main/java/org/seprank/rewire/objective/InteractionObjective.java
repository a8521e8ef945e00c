package org.seprank.rewire.objective;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.matroid.ChannelRank;
import org.seprank.walk.Interaction;

/**
 * What of interactions edges are chosen by. Walk indices decide where the objective is equal.
 *
 * @param kind what it is
 * @param inputWidth D_x of the network, for the lower bound
 * @param hiddenWidth D_h
 */
public record InteractionObjective(Kind kind, int inputWidth, int hiddenWidth) {
    private static final long SEED = 0;

    /** What an objective is. */
    public enum Kind {
        /** The walk index alone. */
        WALK_INDEX("walk-index"),
        /** The interaction dimension: the number of independent channels across the cut. */
        INTERACTION_DIMENSION("interaction-dimension"),
        /** The tightest lower bound on ln of the separation rank. */
        LOWER_BOUND("lower-bound");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in options. */
        public String word() {
            return word;
        }

        /** The kind of that name. */
        public static Kind named(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "objective '" + word + "' is none of [walk-index, interaction-dimension, lower-bound]");
        }
    }

    /** Checks the widths. */
    public InteractionObjective {
        if (inputWidth < 1 || hiddenWidth < 1) {
            throw new IllegalArgumentException("widths " + inputWidth + ", " + hiddenWidth + " are not positive");
        }
    }

    /** The walk index. */
    public static InteractionObjective walkIndex() {
        return new InteractionObjective(Kind.WALK_INDEX, 1, 1);
    }

    /** Whether walk indices alone decide. */
    public boolean isWalkIndex() {
        return kind == Kind.WALK_INDEX;
    }

    /** The objective of a graph and of those near it. Safe for use by several threads. */
    @FunctionalInterface
    public interface Values {
        /**
         * What it would be with those edges removed and those added: for each interaction a number that is larger for
         * more interaction, the same for the same.
         */
        long[] after(List<Edge> removed, List<Edge> added);
    }

    /**
     * The values on a graph.
     *
     * @param depth L, at least 2
     * @throws IllegalArgumentException if they would take too much memory, or walk indices alone decide
     */
    public Values on(Graph graph, List<Interaction> interactions, int depth) {
        return switch (kind) {
            case WALK_INDEX -> throw new IllegalArgumentException("walk indices are counted elsewhere");
            case INTERACTION_DIMENSION -> dimensions(graph, interactions, depth);
            case LOWER_BOUND -> (removed, added) -> lowerBounds(changed(graph, removed, added), interactions, depth);
        };
    }

    private static Values dimensions(Graph graph, List<Interaction> interactions, int depth) {
        List<ChannelRank> ranks = interactions.stream()
                .map(one -> ChannelRank.of(graph, one.partition(), one.target(), depth, SEED))
                .toList();
        return (removed, added) -> {
            ToIntFunction<ChannelRank> after =
                    removed.isEmpty() && added.isEmpty() ? ChannelRank::value : rank -> rank.after(removed, added);
            return ranks.stream().mapToLong(after::applyAsInt).toArray();
        };
    }

    /** Logarithms as bits, which are in their order for those that are not negative. */
    private long[] lowerBounds(Graph graph, List<Interaction> interactions, int depth) {
        return interactions.stream()
                .map(one -> SeparationProblem.of(graph, one.partition())
                        .withDepth(depth)
                        .withTarget(one.target())
                        .withWidths(inputWidth, hiddenWidth))
                .mapToLong(problem ->
                        Double.doubleToLongBits(Bounds.largestLower(problem).nats()))
                .toArray();
    }

    private static Graph changed(Graph graph, List<Edge> removed, List<Edge> added) {
        BitSet gone = new BitSet();
        removed.forEach(edge -> gone.set(graph.edgeBetween(edge.u(), edge.v())));
        Graph kept = gone.isEmpty() ? graph : graph.without(gone);
        return added.isEmpty() ? kept : kept.with(added);
    }
}
