package org.seprank.rewire.toward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The choice by another objective than the walk index: the move with the best sorted vector of the objective, of equal
 * ones that with the best vector of walk indices, of equal ones the first. An improvement is what is better than the
 * graph as it is in that order. All moves are judged at every step, on several threads.
 */
final class BestByObjective implements Choice {
    private final InteractionGoal goal;
    private final Supplier<Graph> now;
    private final LiveIndices indices;
    private final RunSettings settings;
    private final Connectivity connectivity;
    private final Progress progress;

    /** @param now the graph after the moves made so far */
    BestByObjective(
            InteractionGoal goal, Supplier<Graph> now, LiveIndices indices, RunSettings settings, Progress progress) {
        this.goal = goal;
        this.now = now;
        this.indices = indices;
        this.settings = settings;
        this.connectivity = new Connectivity(indices.graph());
        this.progress = progress;
    }

    @Override
    public Optional<Move> among(MoveSource source) {
        List<Candidate> candidates = new ArrayList<>();
        source.forEach(candidate -> {
            boolean possible = indices.graph().permits(candidate.move());
            if (possible && (!settings.keepConnected() || connectivity.survives(candidate.move()))) {
                candidates.add(candidate);
            }
        });
        InteractionObjective.Values values = goal.objective().on(now.get(), goal.interactions(), goal.depth());
        long[][] vectors = new long[candidates.size()][];
        long[] before = sorted(values.after(List.of(), List.of()));
        Parallel.current()
                .each(
                        vectors.length,
                        k -> vectors[k] = progress.cancelled()
                                ? before
                                : sorted(values.after(
                                        ends(candidates.get(k).move(), Edit.Kind.REMOVE),
                                        ends(candidates.get(k).move(), Edit.Kind.ADD))));
        return progress.cancelled() ? Optional.empty() : best(candidates, vectors, before);
    }

    private Optional<Move> best(List<Candidate> candidates, long[][] vectors, long[] before) {
        Optional<Move> chosen = Optional.empty();
        long[] top = before;
        VectorChange walks = new VectorChange();
        VectorChange trial = new VectorChange();
        for (int k = 0; k < vectors.length; k++) {
            int order = compare(vectors[k], top);
            if (order < 0) {
                continue;
            }
            Candidate candidate = candidates.get(k);
            if (!candidate.current()) {
                candidate.count(indices, false);
            }
            trial.set(indices, candidate.gain());
            int tie = order == 0 ? trial.compareTo(walks, settings.direction()) : 1;
            boolean first = tie == 0
                    && chosen.map(move -> candidate.move().compareTo(move) < 0).orElse(false);
            if (tie > 0 || first) {
                chosen = Optional.of(candidate.move());
                top = vectors[k];
                VectorChange beaten = walks;
                walks = trial;
                trial = beaten;
            }
        }
        return chosen;
    }

    private List<Edge> ends(Move move, Edit.Kind kind) {
        return move.edits().stream()
                .filter(edit -> edit.kind() == kind)
                .map(edit -> indices.graph().directed() || edit.u() < edit.v()
                        ? new Edge(edit.u(), edit.v())
                        : new Edge(edit.v(), edit.u()))
                .toList();
    }

    private static long[] sorted(long[] vector) {
        Arrays.sort(vector);
        return vector;
    }

    /** More than 0 if the first vector is the better one. */
    private int compare(long[] one, long[] other) {
        int order = 0;
        for (int i = 0; i < one.length && order == 0; i++) {
            int at = settings.direction().ascending() ? i : one.length - 1 - i;
            order = Long.compare(one[at], other[at]);
        }
        return settings.direction().rising() ? order : -order;
    }
}
