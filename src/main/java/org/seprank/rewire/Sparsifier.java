package org.seprank.rewire;

import org.seprank.graph.Graph;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.work.Progress;

/**
 * A method that removes edges one after the other. Its list for a smaller budget is a prefix of its list for a larger
 * one, the same input gives the same list, and continuing a prefix gives the list of the run that was not interrupted.
 */
public interface Sparsifier {
    /**
     * Decides on edges to remove, in order.
     *
     * @param task the graph, how many edges to remove, and what is decided already
     * @param sink gets each newly decided edit at once
     * @param progress told the number of edits; if it cancels, the edits so far are the answer
     * @return the decided and the new edits; fewer than asked for if no edge is left that may go
     * @throws IllegalArgumentException if the decided edits are not ones this method would have made
     */
    EditList sparsify(Sparsification task, EditSink sink, Progress progress);

    /** Decides on edges to remove, in order. */
    default EditList sparsify(Graph graph, Budget budget) {
        return sparsify(Sparsification.of(graph, budget), EditSink.none(), Progress.none());
    }
}
