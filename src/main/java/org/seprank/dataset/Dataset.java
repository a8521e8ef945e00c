package org.seprank.dataset;

import java.util.List;

/**
 * Labelled data on graphs: one graph with labels on vertices, many graphs with one label each, or one graph whose edges
 * are predicted. Immutable.
 */
public sealed interface Dataset permits NodeDataset, GraphDataset, LinkDataset {
    /** What the dataset is called. */
    String name();

    /** What is known of the items, vertices of the one graph or graphs, and should be predicted. */
    Truth truth();

    /** The classes of the items; all missing where only values are known. */
    default Labels labels() {
        return truth().labels();
    }

    /** The features of the edges, in their order, graph after graph; none where {@code columns()} is 0. */
    Features edgeFeatures();

    /** The splits of the items that come with the dataset; may be empty. */
    List<Split> splits();

    /** Where it comes from. */
    Provenance provenance();

    /** d, the number of features per vertex; 0 without features. */
    int featureCount();

    /**
     * SHA-256 over the structure, the features, the labels and the target values, in hexadecimal: equal for equal data,
     * whatever file it was read from. Splits, names and vertex ids do not enter. Time O(n + m + entries).
     */
    String contentHash();

    /**
     * The same data with these splits in place of its own; items of which nothing is known are taken out of all parts.
     */
    Dataset withSplits(List<Split> splits);

    /** The same data where these values are to be predicted of the items. */
    Dataset withTargetValues(TargetValues values);

    /** The same data with another provenance. */
    Dataset withProvenance(Provenance provenance);

    /** The number of classes. */
    default int classCount() {
        return labels().classCount();
    }
}
