package org.seprank.dataset;

import org.seprank.graph.Graph;

/**
 * How alike the labels of neighbours are. Edges and neighbours without a label do not count.
 *
 * @param edge fraction of edges whose ends are of the same class
 * @param vertex mean, over the labelled vertices with a labelled neighbour, of the fraction of those neighbours of the
 *     vertex's own class (Pei et al., arXiv 2002.05287)
 * @param adjusted {@code (edge - s) / (1 - s)} with s = sum over classes of (D_k / 2m)², D_k the sum of the degrees in
 *     class k: 0 in expectation for random edges (Platonov et al., arXiv 2209.06177). NaN, as the others, where it is
 *     0/0
 */
public record Homophily(double edge, double vertex, double adjusted) {
    /** The homophily of labels on a graph; the direction of edges is ignored. Time O(n + m). */
    public static Homophily of(Graph graph, Labels labels) {
        check(graph, labels);
        int[] same = new int[labels.size()];
        int[] known = new int[labels.size()];
        double[] degrees = new double[labels.classCount()];
        long edges = 0;
        long sameEdges = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            if (labels.known(u) && labels.known(v)) {
                int equal = labels.label(u) == labels.label(v) ? 1 : 0;
                edges++;
                sameEdges += equal;
                same[u] += equal;
                same[v] += equal;
                known[u]++;
                known[v]++;
                degrees[labels.label(u)]++;
                degrees[labels.label(v)]++;
            }
        }
        double edge = sameEdges / (double) edges;
        double expected = 0;
        for (double degree : degrees) {
            expected += Math.pow(degree / (2.0 * edges), 2);
        }
        return new Homophily(edge, meanFraction(same, known), (edge - expected) / (1 - expected));
    }

    private static void check(Graph graph, Labels labels) {
        if (labels.size() != graph.vertexCount()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels do not fit a graph with " + graph.vertexCount() + " vertices");
        }
    }

    private static double meanFraction(int[] same, int[] known) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < known.length; v++) {
            if (known[v] > 0) {
                sum += same[v] / (double) known[v];
                count++;
            }
        }
        return sum / count;
    }
}
