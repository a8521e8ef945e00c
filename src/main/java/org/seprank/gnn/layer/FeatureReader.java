package org.seprank.gnn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.batch.FeatureMatrix;

/** A running layer that may read the features of the batch. */
public interface FeatureReader {
    /** Over how many hops its output depends on its input. */
    int hops();

    /** Whether weights come before the aggregation, so that {@link #transformed} is of use. */
    boolean transformsFirst();

    /** What the layer aggregates of those rows of input, in evaluation; rows of features are those of the batch. */
    INDArray transformed(INDArray given);

    /**
     * The output of the first rows of the batch, in evaluation.
     *
     * @param messages what is aggregated, a row per vertex of the batch: {@link #transformed} or the input itself
     * @param given the input of these rows
     */
    INDArray aggregated(INDArray messages, INDArray given);

    /** Whether it reads features; only then may the methods below be called, which are about those. */
    boolean readsFeatures();

    /** The product of these features with the layer's weights, in the form in which the layer takes it instead. */
    FeatureMatrix multiply(FeatureMatrix features);

    /**
     * The derivative by the features, [rows, input width], that belongs to the last pass backward; the features may be
     * {@linkplain FeatureMatrix#multiplied() multiplied}.
     */
    double[] featureGradient();
}
