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
 */
public final class RandomSparsifier implements Sparsifier {
    private static final int ALL = Integer.MAX_VALUE; // one chunk, so that decided edits are compared from the first

    private final long seed;
    private final RemovalRules rules;

    private RandomSparsifier(long seed, RemovalRules rules) {
        this.seed = seed;
        this.rules = rules.withChunk(ALL);
    }

    /** The sparsifier with that seed and the {@linkplain RemovalRules#defaults() default rules}. */
    public static RandomSparsifier of(long seed) {
        return new RandomSparsifier(seed, RemovalRules.defaults());
    }

    /** The sparsifier with that seed and these rules. */
    public static RandomSparsifier of(long seed, RemovalRules rules) {
        return new RandomSparsifier(seed, rules);
    }

    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules, Rankings.random(task.graph(), seed)).run(sink, progress);
    }
}
