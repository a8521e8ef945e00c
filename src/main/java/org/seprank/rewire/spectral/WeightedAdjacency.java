package org.seprank.rewire.spectral;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;

/** The normalised adjacency of an undirected graph with positive weights. */
final class WeightedAdjacency implements NormalisedAdjacency {
    private final Graph graph;
    private final double[] volumes;

    private WeightedAdjacency(Graph graph) {
        this.graph = graph;
        this.volumes = new double[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            volumes[graph.source(e)] += graph.weight(e);
            volumes[graph.target(e)] += graph.weight(e);
        }
    }

    /**
     * Over a graph without loops.
     *
     * @throws IllegalArgumentException if the graph is directed or a weight is not positive and finite
     */
    static WeightedAdjacency of(Graph graph) {
        EffectiveResistance.checkConductors(graph);
        return new WeightedAdjacency(graph);
    }

    @Override
    public int vertexCount() {
        return volumes.length;
    }

    @Override
    public double volume(int v) {
        return volumes[v];
    }

    @Override
    public void multiplyNormalised(double[] x, double[] y) {
        Adjacency rows = graph.out();
        for (int v = 0; v < x.length; v++) {
            double sum = 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                int w = rows.neighbours()[k];
                sum += graph.weight(rows.edges()[k]) * x[w] / Math.sqrt(volumes[w]);
            }
            y[v] = volumes[v] > 0 ? sum / Math.sqrt(volumes[v]) : 0;
        }
    }

    @Override
    public int[] components() {
        Components all = Components.of(graph);
        int[] numbers = new int[all.count()];
        Arrays.fill(numbers, -1);
        int count = 0;
        int[] components = new int[volumes.length];
        for (int v = 0; v < components.length; v++) {
            if (volumes[v] > 0 && numbers[all.of(v)] < 0) {
                numbers[all.of(v)] = count++;
            }
            components[v] = numbers[all.of(v)];
        }
        return components;
    }
}
