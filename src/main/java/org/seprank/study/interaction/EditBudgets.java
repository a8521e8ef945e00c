package org.seprank.study.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.report.Block;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Question;
import org.seprank.study.input.EditedDataset;
import org.seprank.study.input.EditsFile;

/**
 * Lists of edits of one graph, of each of which several numbers are made.
 *
 * @param lists in any order; empty: none
 * @param budgets after how many edits of each list the graph is taken, such as 0, 500 or 30%
 */
public record EditBudgets(List<EditsFile> lists, List<String> budgets) {
    /** Keeps the lists; there are budgets exactly where there are edits. */
    public EditBudgets {
        lists = List.copyOf(lists);
        budgets = List.copyOf(budgets);
        if (lists.isEmpty() && !budgets.isEmpty()) {
            throw new IllegalArgumentException("--budgets says how many of the --edits to make, but there are none");
        }
        budgets.forEach(Budget::parseRemoval);
    }

    /** No edits. */
    public static EditBudgets none() {
        return new EditBudgets(List.of(), List.of());
    }

    /**
     * A list and how many of its edits are made.
     *
     * @param list its name
     * @param edits all of them
     * @param count how many
     */
    record Prefix(String list, EditList edits, int count) {
        /** The dataset of one graph after them; where its edges are predicted, messages pass along the edited ones. */
        Dataset over(Dataset dataset) {
            EditList made = edits.prefix(count);
            return dataset instanceof LinkDataset links
                    ? links.withMessages(EditedDataset.of(links.whole(), made))
                    : EditedDataset.of((NodeDataset) dataset, made);
        }
    }

    boolean isEmpty() {
        return budgets.isEmpty();
    }

    Question addTo(Question question) {
        Question asked = question.with(
                        "edits",
                        lists.stream().map(list -> list.path().toString()).toList())
                .with("budgets", budgets);
        return lists.stream().anyMatch(EditsFile::force) ? asked.with("force", true) : asked;
    }

    List<Block.Input> inputs() throws IOException {
        List<Block.Input> inputs = new ArrayList<>();
        for (EditsFile list : lists) {
            inputs.add(list.input());
        }
        return inputs;
    }

    /** Every list with every budget; lists are named by their files, or their whole paths where those are equal. */
    List<Prefix> over(NodeDataset dataset) throws IOException {
        if (dataset.graphs().several()) {
            throw new IllegalArgumentException("--budgets are of edits of one graph, but the dataset has "
                    + dataset.graphs().count());
        }
        List<Prefix> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (EditsFile list : lists) {
            String file = list.path().getFileName().toString();
            String name = names.add(file) ? file : list.path().toString();
            EditList edits = list.read(dataset.graph());
            if (!edits.vertices().isEmpty()) {
                throw new IllegalArgumentException(
                        name + " adds vertices, but partitions are compared on the vertices there were");
            }
            for (String budget : budgets) {
                int count = Budget.parseRemoval(budget).edits(dataset.graph().edgeCount());
                if (count > edits.size()) {
                    throw new IllegalArgumentException("budget " + budget + " of --budgets is " + count + " edits, but "
                            + name + " has only " + edits.size());
                }
                all.add(new Prefix(name, edits, count));
            }
        }
        return all;
    }
}
