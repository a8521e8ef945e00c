package org.seprank.rewire.protection;

import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.work.Progress;

/**
 * Walk Index Sparsification in its general form (Algorithm 1 of arXiv 2211.16494): removes the edge without which the
 * walk indices of the protected partitions, sorted ascending, are lexicographically largest, then the next. Exact.
 *
 * <p>Per chunk O(M m log M) to compare all edges for M partitions, and per removal a recount of the walks through the
 * edges within L-1 steps. Meant for tens of partitions; for all single vertices use {@link WalkIndexSparsifier}.
 *
 * @param protection the walk indices that are to stay high
 * @param rules ties, chunks and safeguards
 */
public record ProtectedWalkIndexSparsifier(Protection protection, RemovalRules rules) implements Sparsifier {
    /** @throws IllegalArgumentException also if the partitions are of another graph or a walk index exceeds 64 bits */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        int universe = protection.partitions().get(0).partition().universe();
        if (universe != task.graph().vertexCount()) {
            throw new IllegalArgumentException("partitions over " + universe + " vertices do not fit a graph with "
                    + task.graph().vertexCount());
        }
        Ranking ranking = new ProtectedRanking(task.graph(), protection, rules.ties(), progress::cancelled);
        return new RemovalLoop(task, rules, ranking).run(sink, progress);
    }
}
