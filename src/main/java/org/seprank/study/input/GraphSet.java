package org.seprank.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.GraphDataset;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.rewire.edit.EditList;

/**
 * Many graphs that a study works on, read once.
 *
 * @param location its path, or its specification
 * @param format in which they were written, or "dataset"
 * @param graphs one at least
 * @param dataset what they are the graphs of, if that is a dataset
 */
public record GraphSet(String location, String format, List<Graph> graphs, Optional<GraphDataset> dataset)
        implements GraphRead {
    /** Copies the list. */
    public GraphSet {
        graphs = List.copyOf(graphs);
        if (graphs.isEmpty()) {
            throw new IllegalArgumentException(location + " has no graph");
        }
    }

    static GraphSet of(GraphDataset dataset, String location) {
        return new GraphSet(location, "dataset", dataset.graphs(), Optional.of(dataset));
    }

    /** How many graphs there are. */
    public int size() {
        return graphs.size();
    }

    /**
     * One of the graphs.
     *
     * @param number which, from 1
     */
    public GraphInput graph(int number) {
        if (number < 1 || number > size()) {
            throw new IllegalArgumentException(
                    "--graph " + number + " is not in 1.." + size() + ", the graphs of " + location);
        }
        return GraphInput.unlabelled(graphs.get(number - 1), location, format);
    }

    /**
     * The set after edits of its graphs.
     *
     * @param edits one list for each graph
     */
    public GraphSet edited(List<EditList> edits) {
        if (dataset.isPresent()) {
            GraphDataset after = EditedDataset.of(dataset.get(), edits);
            return new GraphSet(location, format, after.graphs(), Optional.of(after));
        }
        List<Graph> after = new ArrayList<>();
        for (int g = 0; g < size(); g++) {
            after.add(edits.get(g).applyWithRelations(graphs.get(g)));
        }
        return new GraphSet(location, format, after, Optional.empty());
    }

    /** What answers say of where they come from. */
    public List<Block.Input> inputs() throws IOException {
        return dataset.isPresent()
                ? DatasetInput.inputs(dataset.get(), location)
                : List.of(FileHash.input("graphs", Path.of(location)));
    }

    /** What is said of them at the head of every answer. */
    public Facts facts() {
        Facts facts = Facts.of("graphs", "Graphs")
                .add("source", location)
                .add("format", format)
                .add("graphs", size());
        return dataset.map(set -> facts.add("classes", set.classCount()).add("features", set.featureCount()))
                .orElse(facts);
    }
}
