package org.seprank.rewire.toward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/** The greedy choice by trying every move and counting all walks again. */
final class GreedyOracle {
    private final InteractionGoal goal;
    private final Set<Move.Kind> kinds;
    private final boolean keepConnected;
    private final LongToDoubleFunction bound;

    GreedyOracle(InteractionGoal goal, Set<Move.Kind> kinds, boolean keepConnected, LongToDoubleFunction bound) {
        this.goal = goal;
        this.kinds = kinds;
        this.keepConnected = keepConnected;
        this.bound = bound;
    }

    /** The goal with these partitions, and one target for each or for all. */
    static InteractionGoal goal(List<VertexSet> partitions, List<Target> targets, WalkDirection direction, int depth) {
        List<Interaction> interactions = IntStream.range(0, partitions.size())
                .mapToObj(i -> new Interaction(partitions.get(i), targets.get(targets.size() == 1 ? 0 : i)))
                .toList();
        return new InteractionGoal(interactions, direction, depth);
    }

    /** The edits, at most {@code count}, that the greedy choice among all moves makes. */
    EditList run(Graph graph, int count) {
        EditList.Builder edits = EditList.builder();
        Graph now = graph;
        while (true) {
            Optional<Move> best = best(now);
            if (best.isEmpty() || best.get().editCount() > count - edits.size()) {
                return edits.build();
            }
            best.get().edits().forEach(edits::add);
            now = after(now, best.get());
        }
    }

    Optional<Move> best(Graph graph) {
        double[] bestVector = vector(graph);
        Optional<Move> best = Optional.empty();
        List<Move> moves = new ArrayList<>(moves(graph));
        moves.sort(null);
        for (Move move : moves) {
            Graph after = after(graph, move);
            double[] vector = vector(after);
            boolean better = goal.direction() == WalkDirection.STRENGTHEN
                    ? Arrays.compare(vector, bestVector) > 0
                    : Arrays.compare(vector, bestVector) < 0;
            if (better && (!keepConnected || keepsComponents(graph, after))) {
                bestVector = vector;
                best = Optional.of(move);
            }
        }
        return best;
    }

    static boolean keepsComponents(Graph before, Graph after) {
        Components components = Components.of(after);
        return IntStream.range(0, before.edgeCount())
                .allMatch(e -> components.of(before.source(e)) == components.of(before.target(e)));
    }

    /** The bounds, ascending; from the largest on for WEAKEN_STRONGEST. */
    double[] vector(Graph graph) {
        double[] sorted = goal.interactions().stream()
                .mapToDouble(one -> bound.applyAsDouble(WalkIndex.of(graph, one.partition(), one.target(), goal.depth())
                        .longValueExact()))
                .sorted()
                .toArray();
        return goal.direction() != WalkDirection.WEAKEN_STRONGEST
                ? sorted
                : IntStream.range(0, sorted.length)
                        .mapToDouble(i -> sorted[sorted.length - 1 - i])
                        .toArray();
    }

    static Graph after(Graph graph, Move move) {
        return EditList.of(move.edits().toArray(new Edit[0])).applyTo(graph);
    }

    private List<Move> moves(Graph graph) {
        List<Move> moves = new ArrayList<>();
        for (int u = 0; u < graph.vertexCount(); u++) {
            for (int v = graph.directed() ? 0 : u + 1; v < graph.vertexCount(); v++) {
                boolean edge = graph.edgeBetween(u, v) >= 0;
                if (u != v && kinds.contains(edge ? Move.Kind.REMOVE : Move.Kind.ADD)) {
                    moves.add(edge ? Move.remove(u, v) : Move.add(u, v));
                }
            }
        }
        if (kinds.contains(Move.Kind.SWAP)) {
            addSwaps(graph, moves);
        }
        return moves;
    }

    private static void addSwaps(Graph graph, List<Move> moves) {
        for (int e = 0; e < graph.edgeCount(); e++) {
            for (int f = 0; f < graph.edgeCount(); f++) {
                int a = graph.source(e);
                int b = graph.target(e);
                int c = graph.source(f);
                int d = graph.target(f);
                addSwap(graph, moves, new int[] {a, b, c, d});
                if (!graph.directed()) {
                    addSwap(graph, moves, new int[] {a, b, d, c});
                }
            }
        }
    }

    private static void addSwap(Graph graph, List<Move> moves, int[] ends) {
        if (Arrays.stream(ends).distinct().count() == 4
                && graph.edgeBetween(ends[0], ends[3]) < 0
                && graph.edgeBetween(ends[2], ends[1]) < 0) {
            moves.add(Move.swap(graph.directed(), ends[0], ends[1], ends[2], ends[3]));
        }
    }
}
