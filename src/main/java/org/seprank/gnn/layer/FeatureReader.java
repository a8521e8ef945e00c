package org.seprank.gnn.layer;

import org.seprank.gnn.batch.FeatureMatrix;

/** A running layer that may read the features of the batch. */
public interface FeatureReader {
    /** Whether it does; only then may the other methods be called. */
    boolean readsFeatures();

    /** The product of these features with the layer's weights, in the form in which the layer takes it instead. */
    FeatureMatrix multiply(FeatureMatrix features);

    /**
     * The derivative by the features, [rows, input width], that belongs to the last pass backward; the features may be
     * {@linkplain FeatureMatrix#multiplied() multiplied}.
     */
    double[] featureGradient();
}
