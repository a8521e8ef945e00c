package org.seprank.dataset;

import java.util.List;

/** Labelled data on graphs: one graph with labels on vertices, or many graphs with one label each. Immutable. */
public sealed interface Dataset permits NodeDataset, GraphDataset {
    /** What the dataset is called. */
    String name();

    /** The labels of the items: vertices of the one graph, or graphs. */
    Labels labels();

    /** The splits of the items that come with the dataset; may be empty. */
    List<Split> splits();

    /** Where it comes from. */
    Provenance provenance();

    /** d, the number of features per vertex; 0 without features. */
    int featureCount();

    /**
     * SHA-256 over the structure, the features and the labels, in hexadecimal: equal for equal data, whatever file it
     * was read from. Splits, names and vertex ids do not enter. Time O(n + m + entries).
     */
    String contentHash();

    /** The same data with these splits in place of its own; items without a label are taken out of all parts. */
    Dataset withSplits(List<Split> splits);

    /** The same data with another provenance. */
    Dataset withProvenance(Provenance provenance);

    /** The number of classes. */
    default int classCount() {
        return labels().classCount();
    }
}
