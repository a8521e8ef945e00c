package org.seprank.rewire.removal;

import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;

/**
 * Removes edges in a uniformly random order, the control that every method has to beat. Of the rules only the
 * safeguards matter: there is nothing to rank again after a chunk. Time O(m).
 *
 * @param seed the same seed gives the same order
 * @param rules of which the chunk does not matter
 */
public record RandomSparsifier(long seed, RemovalRules rules) implements Sparsifier {
    private static final int ALL = Integer.MAX_VALUE; // one chunk, so that decided edits are compared from the first

    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules.withChunk(ALL), Rankings.random(task.graph(), seed)).run(sink, progress);
    }
}
