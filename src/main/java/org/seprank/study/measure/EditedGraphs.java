package org.seprank.study.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Question;
import org.seprank.study.input.EditsFile;

/**
 * A graph after several numbers of edits.
 *
 * @param file the edits in order; empty: the graph is taken as it is
 * @param budgets after how many of them the graph is taken, such as 0, 500 or 30%; empty: none and all
 */
public record EditedGraphs(Optional<EditsFile> file, List<String> budgets) {
    /** Keeps the list. */
    public EditedGraphs {
        budgets = List.copyOf(budgets);
        if (file.isEmpty() && !budgets.isEmpty()) {
            throw new IllegalArgumentException("--budgets says how many of the --edits to make, but there are none");
        }
    }

    /**
     * The graphs.
     *
     * @param names of them, as columns
     * @param graphs one for each
     * @param inputs what was read for them
     */
    record Made(List<String> names, List<Graph> graphs, List<Block.Input> inputs) {}

    void checkNone(int graphs) {
        if (file.isPresent()) {
            throw new IllegalArgumentException(
                    "--edits are of one graph; take one of the " + graphs + " with --graph K, K in 1.." + graphs);
        }
    }

    Question question() {
        Question question = Question.of("edits");
        return file.map(edits -> edits.addTo(question)).orElse(question).with("budgets", budgets);
    }

    Made of(Graph graph) throws IOException {
        if (file.isEmpty()) {
            return new Made(List.of("value"), List.of(graph), List.of());
        }
        EditList edits = file.get().read(graph);
        if (!edits.vertices().isEmpty()) {
            throw new IllegalArgumentException(
                    "the edits add vertices, but measures compare graphs on the same vertices");
        }
        int all = edits.size();
        List<String> names = new ArrayList<>();
        List<Graph> graphs = new ArrayList<>();
        for (String budget : budgets.isEmpty() ? List.of("0", Integer.toString(all)) : budgets) {
            int count = Budget.parseRemoval(budget).edits(graph.edgeCount());
            if (count > all) {
                throw new IllegalArgumentException(
                        "budget " + budget + " is " + count + " edits, but there are only " + all);
            }
            names.add("edits_" + budget.strip());
            graphs.add(edits.prefix(count).applyTo(graph));
        }
        return new Made(names, graphs, List.of(file.get().input()));
    }
}
