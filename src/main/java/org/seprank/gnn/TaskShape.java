package org.seprank.gnn;

import org.seprank.gnn.batch.GraphBatch;

/**
 * What the data decide of a network.
 *
 * @param inputWidth D_x, the width of the features
 * @param outputWidth the number of classes, events or numbers that are predicted
 * @param relations the number of relations that edges belong to
 * @param edgeWidth the width of the features of edges; 1 where they have none
 * @param scale the units of numbers that are predicted
 */
public record TaskShape(int inputWidth, int outputWidth, int relations, int edgeWidth, TargetScale scale) {
    /** What graphs like one are fed to. */
    public static TaskShape of(GraphBatch batch, int outputWidth, TargetScale scale) {
        return new TaskShape(
                batch.features().width(),
                outputWidth,
                batch.relations(),
                batch.edgeFeatures().width(),
                scale);
    }

    /** One relation. */
    public static TaskShape of(int inputWidth, int outputWidth) {
        return new TaskShape(inputWidth, outputWidth, 1, 1, TargetScale.none());
    }
}
