package org.seprank.rewire;

import org.seprank.graph.Graph;
import org.seprank.rewire.edit.EditList;

/**
 * What a {@link Sparsifier} is asked for.
 *
 * @param graph the graph before any edit
 * @param count how many edges to remove in all, in 0..m
 * @param decided the first edits, if an earlier run decided on them: it is continued from there
 */
public record Sparsification(Graph graph, int count, EditList decided) {
    /** Checks the count and that what is decided only removes. */
    public Sparsification {
        if (count < 0 || count > graph.edgeCount()) {
            throw new IllegalArgumentException("removal of " + count + " edges is not in 0.." + graph.edgeCount());
        }
        if (decided.additionCount() > 0) {
            throw new IllegalArgumentException("the decided edits add edges, so that no sparsifier can continue them");
        }
    }

    /** From the start. */
    public static Sparsification of(Graph graph, Budget budget) {
        return new Sparsification(graph, budget.in(graph, false).removals(graph.edgeCount()), EditList.empty());
    }

    /** The same, continuing what an earlier run on the same graph decided. */
    public Sparsification resuming(EditList edits) {
        return new Sparsification(graph, count, edits);
    }
}
