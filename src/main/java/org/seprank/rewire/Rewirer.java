package org.seprank.rewire;

import org.seprank.graph.Graph;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * A method that changes a graph by adding or exchanging edges, step by step. Its list of edits for a smaller count is a
 * prefix of its list for a larger one, and the same input gives the same list. Methods that only remove are
 * {@link Sparsifier}s.
 */
public interface Rewirer {
    /**
     * Decides on edits, in order.
     *
     * @param count the most edits, additions and removals together, at least 0
     * @param progress told the number of edits; if it cancels, the edits so far are the answer
     * @return fewer edits than {@code count} where the method finds no more
     * @throws IllegalArgumentException if the count is negative, the method is not defined on such a graph, or it needs
     *     more memory than there is
     */
    EditList rewire(Graph graph, int count, Progress progress);

    /**
     * The condition on counts that all methods share.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    static void checkCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " of edits is not at least 0");
        }
    }
}
