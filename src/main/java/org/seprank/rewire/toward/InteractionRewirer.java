package org.seprank.rewire.toward;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.toward.InteractionOutcome.Ending;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.work.Progress;

/**
 * Rewires a graph towards the interactions of an {@link InteractionGoal}, or away from them: at every step it makes the
 * move that leads to the best sorted vector of their walk indices (see {@link WalkDirection}), until the budget is used
 * up or no move makes it better. Walk Index Sparsification (arXiv 2211.16494) turned from what is lost least to what is
 * gained most; the gains are exact.
 *
 * <p>Moves are additions, removals and exchanges that keep all degrees. Walk indices never rise with a removal and
 * never fall with an addition, so strengthening makes no removals and weakening no additions even where they are
 * allowed. An exchange is four edits and never cut: if the best move has more edits than are left, the run ends, so
 * that the edits up to the end of any move are the result for that smaller budget. Moves of one and of four edits
 * compare by their vectors alone.
 *
 * <p>With another {@link org.seprank.rewire.objective.InteractionObjective} its sorted vector is compared first, and
 * recounted for all candidates at every step.
 *
 * <p>The greedy choice has no guarantee: walk counts are supermodular in the edges put in, and the boundary makes them
 * neither sub- nor supermodular in the edges taken away. New edges weigh 1.
 *
 * <p>Time: counting the walks O((M + T) L (n + m)) for M interactions with T targets; a gain O(M L + T L^2), for L of 4
 * and more plus the vertices within ceil((L-2)/2) steps of its ends; per step O(K M) at most to compare K moves, and
 * the gains of those moves only that have an end where counts have changed, which is within L-1 steps of the previous
 * move. Memory O((M + T) L n + K M).
 */
public final class InteractionRewirer implements Rewirer {
    private final InteractionGoal goal;
    private final Candidates candidates;
    private final Set<Move.Kind> allowed;
    private final RunSettings settings;

    private InteractionRewirer(
            InteractionGoal goal, Candidates candidates, Set<Move.Kind> allowed, RunSettings settings) {
        this.goal = goal;
        this.candidates = candidates;
        this.allowed = allowed;
        this.settings = settings;
    }

    /**
     * The method for that goal.
     *
     * @param moves the kinds of moves allowed, at least one
     * @param candidates which of them to compare
     */
    public static InteractionRewirer of(InteractionGoal goal, Set<Move.Kind> moves, Candidates candidates) {
        if (moves.isEmpty()) {
            throw new IllegalArgumentException(
                    "no kind of move is allowed; choose among " + EnumSet.allOf(Move.Kind.class));
        }
        Set<Move.Kind> useful = EnumSet.copyOf(moves);
        useful.remove(goal.direction().rising() ? Move.Kind.REMOVE : Move.Kind.ADD);
        return new InteractionRewirer(
                goal, candidates, EnumSet.copyOf(moves), new RunSettings(goal.direction(), useful, false, false));
    }

    /** The same, splitting components or not: edge directions ignored, the vertices of a component stay in one. */
    public InteractionRewirer withKeepConnected(boolean keepConnected) {
        return with(new RunSettings(settings.direction(), settings.kinds(), keepConnected, settings.full()));
    }

    /** The same, which counts all gains at every step. */
    InteractionRewirer withFullCounting() {
        return with(new RunSettings(settings.direction(), settings.kinds(), settings.keepConnected(), true));
    }

    private InteractionRewirer with(RunSettings other) {
        return new InteractionRewirer(goal, candidates, allowed, other);
    }

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        return run(graph, count, progress).edits();
    }

    /**
     * Decides on edits as {@link #rewire} does and says what they lead to.
     *
     * @param count the most edits, at least 0
     * @throws IllegalArgumentException if the partitions are of another graph, a walk index exceeds 64 bits, or there
     *     are too many candidates
     */
    InteractionOutcome run(Graph graph, int count, Progress progress) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " of edits is negative");
        }
        LiveIndices indices = new LiveIndices(graph, goal.interactions(), goal.depth());
        List<Long> before = indices.values();
        MoveSource source = source(graph, indices);
        EditList.Builder edits = EditList.builder();
        Choice choice = goal.objective().isWalkIndex()
                ? new BestMove(indices, settings, progress)
                : new BestByObjective(goal, () -> edits.build().applyTo(graph), indices, settings, progress);
        List<Integer> editsPerMove = new ArrayList<>();
        progress.start("rewiring towards interactions", count);
        Ending ending = Ending.BUDGET;
        while (edits.size() < count) {
            Optional<Move> best = choice.among(source);
            if (best.isEmpty()) {
                ending = progress.cancelled() ? Ending.CANCELLED : Ending.NO_IMPROVEMENT;
                break;
            }
            Move move = best.get();
            if (move.editCount() > count - edits.size()) {
                break;
            }
            make(move, indices, source);
            move.edits().forEach(edits::add);
            editsPerMove.add(move.editCount());
            progress.advanceTo(edits.size());
        }
        return new InteractionOutcome(edits.build(), editsPerMove, before, indices.values(), ending);
    }

    private MoveSource source(Graph graph, LiveIndices indices) {
        if (candidates instanceof Candidates.Sampled sampled) {
            return new SampledMoves(indices, goal, settings, sampled);
        }
        NearArcs near = candidates instanceof Candidates.KHop hop
                ? NearArcs.within(hop.k(), graph, goal)
                : NearArcs.everywhere(graph);
        return new NearbyMoves(graph, indices.graph(), near, settings);
    }

    private void make(Move move, LiveIndices indices, MoveSource source) {
        BitSet touched = new BitSet();
        indices.apply(move, touched);
        if (settings.full()) {
            touched.set(0, indices.graph().vertexCount());
        }
        source.made(move, touched);
    }

    @Override
    public String toString() {
        String moves = allowed.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String direction = goal.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return direction + " " + goal.interactions().size() + " interactions at depth " + goal.depth() + " by " + moves
                + ", " + candidates + (settings.keepConnected() ? ", connected" : "");
    }
}
