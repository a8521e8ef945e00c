package org.seprank.study.input;

import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Graph;
import org.seprank.report.Facts;
import org.seprank.report.Value;

/** What is said of a dataset at the head of every answer. */
public final class DatasetFacts {
    private DatasetFacts() {}

    private static Graph graph(Dataset dataset) {
        return dataset instanceof LinkDataset links ? links.whole().graph() : ((NodeDataset) dataset).graph();
    }

    /** The facts about a dataset; it has edges where it is one graph. */
    public static Facts of(Dataset dataset) {
        return Facts.of("dataset", "Dataset")
                .add("name", dataset.name())
                .add("task", dataset.truth().kind().title())
                .add("items", dataset.truth().size())
                .add("features", dataset.featureCount())
                .add("classes", dataset.classCount())
                .add("targets", dataset.truth().values().columns())
                .add(
                        "edges",
                        dataset instanceof GraphDataset
                                ? Value.missing()
                                : Value.of(graph(dataset).edgeCount()));
    }
}
