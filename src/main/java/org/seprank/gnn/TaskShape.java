package org.seprank.gnn;

/**
 * What the data decide of a network.
 *
 * @param inputWidth D_x, the width of the features
 * @param outputWidth the number of classes or logits
 * @param relations the number of relations that edges belong to
 */
public record TaskShape(int inputWidth, int outputWidth, int relations) {
    /** One relation. */
    public static TaskShape of(int inputWidth, int outputWidth) {
        return new TaskShape(inputWidth, outputWidth, 1);
    }
}
