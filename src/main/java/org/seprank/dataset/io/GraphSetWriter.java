package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.seprank.dataset.GraphDataset;
import org.seprank.graph.Graph;

/** Writes datasets of many graphs in one format. Stateless. */
interface GraphSetWriter {
    /**
     * Writes all of the dataset that the format has a place for.
     *
     * @param warnings gets what has none, a sentence each
     */
    void write(GraphDataset dataset, Path path, Consumer<String> warnings) throws IOException;

    /** Whether edges have weights. */
    static boolean weighted(GraphDataset dataset) {
        return dataset.graphs().stream().anyMatch(Graph::weighted);
    }

    /** Says what no format of many graphs has a place for. */
    static void warn(GraphDataset dataset, Consumer<String> warnings) {
        if (!dataset.splits().isEmpty()) {
            warnings.accept("the splits are left out");
        }
        if (dataset.size() > 0 && dataset.target(0).isPresent()) {
            warnings.accept("the target vertices of the labels are left out");
        }
        if (dataset.graphs().stream().anyMatch(Graph::directed)) {
            warnings.accept("the directions of the edges are left out");
        }
        if (dataset.graphs().stream().anyMatch(graph -> graph.edgeAttributes().has(Relations.ATTRIBUTE))) {
            warnings.accept("the relations, which tell added edges from those there were, are left out");
        }
    }
}
