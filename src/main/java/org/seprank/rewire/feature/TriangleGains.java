package org.seprank.rewire.feature;

import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.curvature.JostLiu;
import org.seprank.walk.EdgeTriangles;

/**
 * What an edge between two vertices that have none would add to the Jost-Liu curvature of the edges to their common
 * neighbours, on average: each of these edges gets a triangle and an end of a larger degree. 0 where there is no common
 * neighbour. Time O(degrees) per pair.
 */
final class TriangleGains {
    private final Graph graph;
    private final double[] curvatures;
    private final int[] triangles;

    /** Of an undirected graph with these curvatures of its edges. */
    TriangleGains(Graph graph, double[] curvatures) {
        this.graph = graph;
        this.curvatures = curvatures.clone();
        this.triangles = EdgeTriangles.of(graph);
    }

    double[] of(List<Edge> pairs) {
        return pairs.stream().mapToDouble(this::of).toArray();
    }

    private double of(Edge pair) {
        Adjacency out = graph.out();
        double sum = 0;
        int edges = 0;
        for (int k = out.offsets()[pair.u()]; k < out.offsets()[pair.u() + 1]; k++) {
            int w = out.neighbours()[k];
            int other = graph.edgeBetween(pair.v(), w);
            if (other >= 0) {
                sum += gain(out.edges()[k], pair.u(), w) + gain(other, pair.v(), w);
                edges += 2;
            }
        }
        return edges == 0 ? 0 : sum / edges;
    }

    /** Of the edge between an end of the pair and a common neighbour. */
    private double gain(int edge, int end, int neighbour) {
        int degree = graph.out().degree(end) + 1;
        return JostLiu.of(degree, graph.out().degree(neighbour), triangles[edge] + 1) - curvatures[edge];
    }
}
