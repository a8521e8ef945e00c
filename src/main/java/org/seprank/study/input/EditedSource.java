package org.seprank.study.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.NodeDataset;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Question;

/**
 * A dataset, and the edits that are made of its graph before anything else.
 *
 * @param source the dataset
 * @param edits in order; null: the graph stays as it is
 * @param budget how many of them are made, such as 500 or 30% of the edges; empty: all
 */
public record EditedSource(DatasetSource source, @Nullable EditsFile edits, String budget) {
    /** Checks that there is something to make so much of. */
    public EditedSource {
        if (edits == null && !budget.isEmpty()) {
            throw new IllegalArgumentException("--budget says how many of the --edits to make, but there are none");
        }
        if (!budget.isEmpty()) {
            Budget.parseRemoval(budget);
        }
    }

    /** A dataset as it is. */
    public static EditedSource unedited(DatasetSource source) {
        return new EditedSource(source, null, "");
    }

    /**
     * Reads the dataset and the edits, and makes them.
     *
     * @throws IllegalArgumentException if there are fewer edits than the budget says, or the dataset has many graphs
     */
    public DatasetInput read() throws IOException {
        DatasetInput input = source.read();
        if (edits == null) {
            return input;
        }
        NodeDataset nodes = input.oneGraph();
        EditFile.Content content = edits.content(nodes.graph());
        EditList all = content.edits();
        int count = budget.isEmpty()
                ? all.size()
                : Budget.parseRemoval(budget).edits(nodes.graph().edgeCount());
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    "--budget " + budget + " is " + count + " edits, but " + edits.path() + " has only " + all.size());
        }
        return input.edited(
                EditedDataset.of(nodes, all.prefix(count)),
                edits.input(),
                TrainingPart.warnings(content.header().settings(), nodes.splits()));
    }

    /** The question with what it is asked of. */
    public Question addTo(Question question) {
        Question asked = source.addTo(question);
        return edits == null ? asked : edits.addTo(asked).with("budget", budget.isEmpty() ? "all" : budget);
    }
}
