package org.seprank.study.input;

import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.report.Facts;
import org.seprank.report.Value;

/** What is said of a dataset at the head of every answer. */
public final class DatasetFacts {
    private DatasetFacts() {}

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
                        dataset instanceof NodeDataset nodes
                                ? Value.of(nodes.graph().edgeCount())
                                : Value.missing());
    }
}
