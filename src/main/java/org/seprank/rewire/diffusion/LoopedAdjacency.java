package org.seprank.rewire.diffusion;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * {@code Ã = A + I} by rows, the ones of the diagonal left out, and the row sums d̃. As {@code H = D̃^-½ Ã D̃^-½} is
 * similar to the random walk {@code P = Ã D̃^-1}, {@code (H^k)_us = (P^k)_us √(d̃_s / d̃_u)}.
 */
final class LoopedAdjacency {
    private final Graph graph;
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] weights;
    private final double[] degrees;

    private LoopedAdjacency(Graph graph) {
        this.graph = graph;
        Adjacency rows = graph.out();
        this.offsets = rows.offsets();
        this.neighbours = rows.neighbours();
        this.weights = new double[neighbours.length];
        this.degrees = new double[graph.vertexCount()];
        for (int v = 0; v < degrees.length; v++) {
            degrees[v] = 1;
            for (int at = offsets[v]; at < offsets[v + 1]; at++) {
                weights[at] = graph.weight(rows.edges()[at]);
                degrees[v] += weights[at];
            }
        }
    }

    /**
     * Of an undirected graph.
     *
     * @throws IllegalArgumentException if it is directed or a weight is negative
     */
    static LoopedAdjacency of(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "diffusion is defined on undirected graphs; read the graph with --undirected");
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (graph.weight(e) < 0) {
                throw new IllegalArgumentException("edge " + graph.edge(e) + " has weight " + graph.weight(e)
                        + "; diffusion needs weights of at least 0");
            }
        }
        return new LoopedAdjacency(graph);
    }

    Graph graph() {
        return graph;
    }

    int vertexCount() {
        return degrees.length;
    }

    /** Row starts, length n+1. Read only. */
    int[] offsets() {
        return offsets;
    }

    /** Read only. */
    int[] neighbours() {
        return neighbours;
    }

    /** By entry of {@link #neighbours()}. Read only. */
    double[] weights() {
        return weights;
    }

    /** d̃, at least 1. Read only. */
    double[] degrees() {
        return degrees;
    }

    /** The entry of H for an edge. */
    double normalised(int e) {
        return graph.weight(e) / Math.sqrt(degrees[graph.source(e)] * degrees[graph.target(e)]);
    }
}
