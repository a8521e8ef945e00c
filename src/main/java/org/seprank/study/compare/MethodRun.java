package org.seprank.study.compare;

import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.edit.EditList;

/**
 * The edits of a method by its largest budget, of which those of smaller budgets are the first.
 *
 * @param method that decided
 * @param before the graph
 * @param orders by split and by run: one list where neither matters
 * @param seconds that the first took
 */
record MethodRun(Method method, Graph before, List<List<EditList>> orders, double seconds) {
    /** Copies the lists. */
    MethodRun {
        orders = orders.stream().map(List::copyOf).toList();
    }

    /** How many edits a budget is for a method. */
    static int count(Budget budget, Graph graph, Method method) {
        return budget.in(graph, !method.onlyRemoves()).edits(graph.edgeCount());
    }

    /** Whether it adds edges. */
    boolean adds() {
        return orders.get(0).get(0).additionCount() > 0;
    }

    /** How many runs there are, by their seeds. */
    int runs() {
        return orders.get(0).size();
    }

    /** Whether what it decides depends on the split. */
    boolean bySplit() {
        return orders.size() > 1;
    }

    /** Those of a budget, of the run with that number on that split. */
    EditList edits(Budget budget, int split, int run) {
        EditList all = orders.get(bySplit() ? split : 0).get(Math.min(run, runs() - 1));
        return all.prefix(Math.min(count(budget, before, method), all.size()));
    }
}
