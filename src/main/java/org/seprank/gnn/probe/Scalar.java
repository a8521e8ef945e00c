package org.seprank.gnn.probe;

import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Readout;

/**
 * One number that a network says about a vertex, a pair of them or a graph, made of its logits (values before softmax
 * or sigmoid).
 */
public sealed interface Scalar {
    /** Where the logits are taken. */
    Place place();

    /** The class that the number speaks for. */
    int ofClass();

    /** Where logits are taken. */
    sealed interface Place {}

    /**
     * At a vertex; for networks without a readout.
     *
     * @param vertex t
     */
    record AtVertex(int vertex) implements Place {}

    /**
     * For a pair of vertices; for networks that predict pairs.
     *
     * @param u a vertex
     * @param v another one
     */
    record OfPair(int u, int v) implements Place {}

    /** For the whole graph; for networks with a readout of graphs. */
    record OfGraph() implements Place {}

    /**
     * The logit of a class.
     *
     * @param place where
     * @param ofClass c
     */
    record Logit(Place place, int ofClass) implements Scalar {}

    /**
     * The logit of a class minus the largest other one; positive where the class is predicted. Not differentiable where
     * two others are largest.
     *
     * @param place where
     * @param ofClass c
     */
    record Margin(Place place, int ofClass) implements Scalar {}

    /** The number itself, from the logits at {@code from .. from + width - 1}. */
    default double of(double[] logits, int from, int width) {
        double own = logits[from + ofClass()];
        if (this instanceof Logit) {
            return own;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < width; c++) {
            largest = c == ofClass() ? largest : Math.max(largest, logits[from + c]);
        }
        return own - largest;
    }

    /**
     * Checks that a network says this number about such a batch.
     *
     * @throws IllegalArgumentException if it does not
     */
    default void check(FittedSpec spec, GraphBatch batch) {
        int width = spec.outputWidth();
        checkClass(ofClass(), width);
        if (this instanceof Margin && width == 1) {
            throw new IllegalArgumentException("a network of one logit has no margin over another class");
        }
        Readout readout = spec.network().prediction().readout();
        String says = readout == Readout.NONE ? "vertices" : readout == Readout.PAIR ? "pairs of vertices" : "graphs";
        boolean fits = place() instanceof AtVertex
                ? readout == Readout.NONE
                : (place() instanceof OfPair) == (readout == Readout.PAIR) && readout != Readout.NONE;
        if (!fits) {
            throw new IllegalArgumentException("the network predicts " + says + " and says nothing about "
                    + (place() instanceof OfGraph ? "the whole graph" : place().toString()));
        }
        for (int vertex : vertices()) {
            if (vertex < 0 || vertex >= batch.vertexCount()) {
                throw new IllegalArgumentException("vertex " + vertex + " is not in 0.." + (batch.vertexCount() - 1));
            }
        }
    }

    /** The vertices that it is about; none where it is about the graph. */
    default int[] vertices() {
        if (place() instanceof AtVertex at) {
            return new int[] {at.vertex()};
        }
        return place() instanceof OfPair pair ? new int[] {pair.u(), pair.v()} : new int[0];
    }

    private static void checkClass(int c, int width) {
        if (c < 0 || c >= width) {
            throw new IllegalArgumentException("class " + c + " is not in 0.." + (width - 1));
        }
    }
}
