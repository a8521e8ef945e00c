package org.seprank.rewire.score;

import java.util.concurrent.CancellationException;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.Rankings;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.work.Progress;

/**
 * Removes edges by ascending {@linkplain EdgeScore score} of the graph before any edit, which the edits carry; of equal
 * scores the edge goes first that {@link EdgeScore#amongEqual} says, and then the one that {@link RemovalRules#ties}
 * prefers. Nothing is scored again. Time O(m log m) and that of the score.
 *
 * @param score of each edge
 * @param rules of which the chunk does not matter
 */
public record ScoreSparsifier(EdgeScore score, RemovalRules rules) implements Sparsifier {
    private static final int ALL = Integer.MAX_VALUE; // one chunk, so that decided edits are compared from the first

    /** @throws IllegalArgumentException also if the score is not defined on such a graph */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules.withChunk(ALL), ranking(task, progress)).run(sink, progress);
    }

    private Ranking ranking(Sparsification task, Progress progress) {
        if (task.count() > task.decided().size()) {
            try {
                double[] scores = score.scores(task.graph(), progress);
                double[] amongEqual = score.amongEqual(task.graph());
                return Rankings.inOrder(Rankings.ascending(scores, amongEqual, rules.ties()), scores);
            } catch (CancellationException stopped) {
                // what is decided stays
            }
        }
        return Rankings.inOrder(new int[0], new double[0]);
    }
}
