package org.seprank.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

/**
 * The forward pass of a product-aggregation network, written down as the theory has it, over any algebra.
 *
 * @param <V> vectors
 */
final class ProductNetworkForward<V> {
    private final Graph graph;
    private final Target target;
    private final Algebra<V> algebra;

    /**
     * What the pass needs to know about numbers.
     *
     * @param <V> vectors
     */
    interface Algebra<V> {
        /** The entry-wise product, as a new vector. */
        V multiply(V x, V y);

        /** {@code W^(l) x} for l in 1..L, {@code W^(o) x} for L+1. */
        V apply(int layer, V x);
    }

    ProductNetworkForward(Graph graph, Target target, Algebra<V> algebra) {
        this.graph = graph;
        this.target = target;
        this.algebra = algebra;
    }

    /** The output, a vector of one entry. Time O(L (n Dh² + m Dh)). */
    V evaluate(IntFunction<V> inputs, int depth) {
        List<V> hidden = new ArrayList<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            hidden.add(inputs.apply(v));
        }
        for (int layer = 1; layer <= depth; layer++) {
            List<V> messages = new ArrayList<>();
            for (V h : hidden) {
                messages.add(algebra.apply(layer, h));
            }
            hidden = aggregated(messages);
        }
        VertexSet ends = target.ends(graph.vertexCount());
        V product = hidden.get(ends.next(0));
        for (int v = ends.next(ends.next(0) + 1); v >= 0; v = ends.next(v + 1)) {
            product = algebra.multiply(product, hidden.get(v));
        }
        return algebra.apply(depth + 1, product);
    }

    private List<V> aggregated(List<V> messages) {
        Adjacency in = graph.in();
        List<V> aggregated = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            V product = messages.get(i);
            for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                product = algebra.multiply(product, messages.get(in.neighbours()[k]));
            }
            aggregated.add(product);
        }
        return aggregated;
    }

    /**
     * Checks that weights fit together and to the target.
     *
     * @param shapes [rows, columns] of {@code W^(1), .., W^(L), W^(o)}
     */
    static void checkShapes(Graph graph, Target target, int[][] shapes) {
        target.ends(graph.vertexCount());
        if (shapes.length < 2) {
            throw new IllegalArgumentException(
                    "a network has at least two weight matrices, W^(1) and W^(o), and not " + shapes.length);
        }
        for (int l = 1; l < shapes.length; l++) {
            if (shapes[l][1] != shapes[l - 1][0]) {
                throw new IllegalArgumentException("weight matrix " + (l + 1) + " takes " + shapes[l][1]
                        + " entries, the one before yields " + shapes[l - 1][0]);
            }
        }
        if (shapes[shapes.length - 1][0] != 1) {
            throw new IllegalArgumentException(
                    "the last weight matrix, W^(o), has " + shapes[shapes.length - 1][0] + " rows and not 1");
        }
    }

    /**
     * Checks inputs.
     *
     * @param widths the width of each vertex's input
     */
    void checkInputs(int[] widths, int inputWidth) {
        if (widths.length != graph.vertexCount()) {
            throw new IllegalArgumentException(
                    "inputs for " + widths.length + " vertices do not fit a graph with " + graph.vertexCount());
        }
        for (int v = 0; v < widths.length; v++) {
            if (widths[v] != inputWidth) {
                throw new IllegalArgumentException(
                        "the input of vertex " + v + " has width " + widths[v] + ", the network takes " + inputWidth);
            }
        }
    }
}
