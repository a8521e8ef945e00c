package org.seprank.rewire.score;

import java.util.concurrent.CancellationException;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;
import org.seprank.rewire.RemovalLoop;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Rankings;
import org.seprank.work.Progress;

/**
 * Removes edges by ascending {@linkplain EdgeScore score} of the graph before any edit; of equal scores the edge that
 * {@link RemovalRules#ties} prefers goes first. The chunk of the rules does not matter: nothing is scored again. Time
 * O(m log m) and that of the score.
 */
public final class ScoreSparsifier implements Sparsifier {
    private static final int ALL = Integer.MAX_VALUE; // one chunk, so that decided edits are compared from the first

    private final EdgeScore score;
    private final RemovalRules rules;

    private ScoreSparsifier(EdgeScore score, RemovalRules rules) {
        this.score = score;
        this.rules = rules.withChunk(ALL);
    }

    /** The sparsifier with the {@linkplain RemovalRules#defaults() default rules}. */
    public static ScoreSparsifier of(EdgeScore score) {
        return new ScoreSparsifier(score, RemovalRules.defaults());
    }

    /** The sparsifier with these rules. */
    public static ScoreSparsifier of(EdgeScore score, RemovalRules rules) {
        return new ScoreSparsifier(score, rules);
    }

    /** @throws IllegalArgumentException also if the score is not defined on such a graph */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules, Rankings.inOrder(order(task, progress))).run(sink, progress);
    }

    private int[] order(Sparsification task, Progress progress) {
        if (task.count() <= task.decided().size()) {
            return new int[0];
        }
        try {
            return Rankings.ascending(score.scores(task.graph(), progress), rules.ties());
        } catch (CancellationException stopped) {
            return new int[0]; // what is decided stays
        }
    }

    @Override
    public String toString() {
        return score + ", " + rules;
    }
}
