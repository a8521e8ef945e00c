package org.seprank.dataset;

import java.util.Map;
import java.util.TreeMap;
import org.seprank.graph.Graph;

/** How often the classes meet along the edges of a graph between labelled vertices. */
final class ClassMixing {
    private final Labels labels;
    private final int[] same; // by vertex, labelled neighbours of its class
    private final int[] known; // by vertex, labelled neighbours
    private final Joint ofEdges = new Joint(); // the classes of the ends of a uniform edge
    private final Joint ofVertices = new Joint(); // of a uniform vertex with neighbours and a uniform neighbour of it
    private long edges;
    private long sameEdges;

    private ClassMixing(Labels labels) {
        this.labels = labels;
        this.same = new int[labels.size()];
        this.known = new int[labels.size()];
    }

    /** Counts in time O(n + m log C). */
    static ClassMixing of(Graph graph, Labels labels) {
        if (labels.size() != graph.vertexCount()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels do not fit a graph with " + graph.vertexCount() + " vertices");
        }
        ClassMixing mixing = new ClassMixing(labels);
        for (int e = 0; e < graph.edgeCount(); e++) {
            mixing.count(graph.source(e), graph.target(e));
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            mixing.weigh(graph.source(e), graph.target(e));
        }
        return mixing;
    }

    private void count(int u, int v) {
        if (labels.known(u) && labels.known(v)) {
            int equal = labels.label(u) == labels.label(v) ? 1 : 0;
            edges++;
            sameEdges += equal;
            same[u] += equal;
            same[v] += equal;
            known[u]++;
            known[v]++;
        }
    }

    private void weigh(int u, int v) {
        if (labels.known(u) && labels.known(v)) {
            ofEdges.add(labels.label(u), labels.label(v), 1);
            ofEdges.add(labels.label(v), labels.label(u), 1);
            ofVertices.add(labels.label(u), labels.label(v), 1.0 / known[u]);
            ofVertices.add(labels.label(v), labels.label(u), 1.0 / known[v]);
        }
    }

    /** Weights of pairs of classes. */
    private static final class Joint {
        private final Map<Integer, Map<Integer, Double>> rows = new TreeMap<>();
        private final Map<Integer, Double> first = new TreeMap<>();
        private double total;

        void add(int a, int b, double weight) {
            rows.computeIfAbsent(a, row -> new TreeMap<>()).merge(b, weight, Double::sum);
            first.merge(a, weight, Double::sum);
            total += weight;
        }

        /** The share of the pair of a class with itself. */
        double diagonal(int a) {
            return rows.getOrDefault(a, Map.of()).getOrDefault(a, 0.0) / total;
        }

        /** {@code Σ P(a, b) ln(P(a, b) / (P(a) Q(b))) / H(a)}, Q of edge ends; NaN for a single class. */
        double informativeness(Joint ends) {
            double information = 0;
            double entropy = 0;
            for (Map.Entry<Integer, Map<Integer, Double>> row : rows.entrySet()) {
                double own = first.getOrDefault(row.getKey(), 0.0);
                entropy -= own / total * Math.log(own / total);
                for (Map.Entry<Integer, Double> entry : row.getValue().entrySet()) {
                    double weight = entry.getValue();
                    double other = ends.first.getOrDefault(entry.getKey(), 0.0) / ends.total;
                    information += weight / total * Math.log(weight / own / other);
                }
            }
            return first.size() < 2 ? Double.NaN : information / entropy;
        }
    }

    /** The share of edges within classes. */
    double edgeHomophily() {
        return sameEdges / (double) edges;
    }

    /** The share that random edges between the same ends would have. */
    double expected() {
        double sum = 0;
        for (double weight : ofEdges.first.values()) {
            sum += Math.pow(weight / ofEdges.total, 2);
        }
        return edges == 0 ? Double.NaN : sum;
    }

    double vertexHomophily() {
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

    double classInsensitive() {
        double[] kept = new double[labels.classCount()];
        double[] ends = new double[labels.classCount()];
        double[] sizes = new double[labels.classCount()];
        for (int v : labels.known()) {
            int c = labels.label(v);
            kept[c] += same[v];
            ends[c] += known[v];
            sizes[c]++;
        }
        double all = labels.size() - labels.missingCount();
        double sum = 0;
        int classes = 0;
        for (int c = 0; c < sizes.length; c++) {
            sum += ends[c] == 0 ? 0 : Math.max(0, kept[c] / ends[c] - sizes[c] / all);
            classes += sizes[c] > 0 ? 1 : 0;
        }
        return classes < 2 || edges == 0 ? Double.NaN : sum / (classes - 1);
    }

    double unbiased() {
        double roots = 0;
        double shares = 0;
        for (int c : ofEdges.first.keySet()) {
            double share = ofEdges.diagonal(c);
            roots += Math.sqrt(share);
            shares += share;
        }
        double square = roots * roots;
        return ofEdges.first.size() < 2 ? Double.NaN : (square - 1) / (square + 1 - 2 * shares);
    }

    Homophily.Informativeness informativeness() {
        return new Homophily.Informativeness(ofEdges.informativeness(ofEdges), ofVertices.informativeness(ofEdges));
    }
}
