package org.seprank.gnn.layer;

import java.util.List;

/** What is asked of every {@link Aggregation}, and what is usual. */
interface LayerKind {
    /** It at work in a layer that runs. */
    <B> Aggregator<B> running(LayerState<B> state);

    /** How many parts the transformed input of a vertex has. */
    default int groups() {
        return 1;
    }

    /** The width of such a part in a layer of that output width. */
    default int groupWidth(int outputWidth) {
        return outputWidth;
    }

    /**
     * Checks that a layer can have that output width.
     *
     * @param name what the width is called in the message
     * @throws IllegalArgumentException if it cannot
     */
    default void checkWidth(String name, int width) {}

    /**
     * Whether there are weights W. Where there are none, linear layers precede, and it comes once, after all of them.
     */
    default boolean transforms() {
        return true;
    }

    /** Whether neighbours are aggregated before W is applied. */
    default boolean aggregatesFirst() {
        return false;
    }

    /** Whether the layer has a bias. */
    default boolean hasBias() {
        return transforms();
    }

    /** Parameters beside weights, bias and normalisation, in a layer of that output width. */
    default List<Parameter> parameters(int outputWidth) {
        return List.of();
    }

    /** The same in a layer of those widths. */
    default List<Parameter> parameters(int inputWidth, int outputWidth) {
        return parameters(outputWidth);
    }

    /** The number of hops over which the output of a network of that depth depends on features; 0: no edge is used. */
    default int reach(int depth) {
        return depth;
    }

    /** Whether a linear layer follows each one of this kind in a network. */
    default boolean followedByLinear() {
        return false;
    }

    /** What follows where nothing else is said. */
    default Activation activation() {
        return Activation.RELU;
    }

    /** The number of attention heads; 1 where there is no attention. */
    default int heads() {
        return 1;
    }

    /** The rate at which coefficients of attention are dropped in training; 0 where there is none. */
    default double attentionDropout() {
        return 0;
    }

    /** About how many multiplications an edge costs per column. */
    default int workPerEdge() {
        return 1;
    }

    /** How many numbers a layer keeps per edge. */
    default int numbersPerEdge() {
        return 0;
    }
}
