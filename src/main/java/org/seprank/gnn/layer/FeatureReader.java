package org.seprank.gnn.layer;

import org.seprank.gnn.batch.FeatureMatrix;

/** A running layer that may read the features of the batch. */
public interface FeatureReader {
    /** Over how many hops its output depends on its input. */
    int hops();

    /** Whether it reads features; only then may the methods below be called. */
    boolean readsFeatures();

    /** The product of these features with the layer's weights, in the form in which the layer takes it instead. */
    FeatureMatrix multiply(FeatureMatrix features);

    /**
     * The derivative by the features, [rows, input width], that belongs to the last pass backward; the features may be
     * {@linkplain FeatureMatrix#multiplied() multiplied}.
     */
    double[] featureGradient();
}
