package org.seprank.rewire.toward;

import java.util.Optional;
import org.seprank.rewire.toward.gain.Gain;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.work.Progress;

/**
 * The choice of one step: the move with the best vector of walk indices, if better than the vector as it is; of equal
 * ones the first in the order of {@link Move}.
 *
 * <p>A gain is counted again only if something has changed that it depends on. Where only removals are made, not even
 * then, as long as the vector that the removal's floor leads to is worse than that of another move: the vector of its
 * gain is entry by entry at least that one, so that the choice is the same as after counting all gains.
 */
final class BestMove implements Choice {
    private final LiveIndices indices;
    private final RunSettings settings;
    private final Connectivity connectivity;
    private final Progress progress;
    private VectorChange best = new VectorChange();
    private VectorChange trial = new VectorChange();
    private Optional<Move> chosen = Optional.empty();
    private long compared;
    private long counted;

    BestMove(LiveIndices indices, RunSettings settings, Progress progress) {
        this.indices = indices;
        this.settings = settings;
        this.connectivity = new Connectivity(indices.graph());
        this.progress = progress;
    }

    /** How many gains have been counted so far. */
    long counted() {
        return counted;
    }

    @Override
    public Optional<Move> among(MoveSource source) {
        best.clear();
        chosen = Optional.empty();
        source.forEach(candidate -> {
            if ((compared & 0xFF) != 0 || !progress.cancelled()) {
                consider(candidate);
            }
        });
        return progress.cancelled() ? Optional.empty() : chosen;
    }

    private void consider(Candidate candidate) {
        Move move = candidate.move();
        if (!indices.graph().permits(move)) {
            return;
        }
        compared++;
        if (!candidate.current()) {
            boolean lazy = settings.onlyRemovals() && !settings.full();
            if (lazy && candidate.counted() && !beats(candidate.floor(), move)) {
                return;
            }
            counted++;
            candidate.count(indices, lazy);
        }
        if (beats(candidate.gain(), move) && (!settings.keepConnected() || connectivity.survives(move))) {
            VectorChange beaten = best;
            best = trial;
            trial = beaten;
            chosen = Optional.of(move);
        }
    }

    private boolean beats(Gain gain, Move move) {
        if (gain.size() == 0 || best.comesBefore(indices, gain, settings.direction())) {
            return false;
        }
        trial.set(indices, gain);
        int comparison = trial.compareTo(best, settings.direction());
        boolean ties = comparison == 0 && chosen.isPresent();
        return comparison > 0 || (ties && move.compareTo(chosen.orElseThrow()) < 0);
    }
}
