package org.seprank.graph.partition;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jgrapht.alg.clustering.GirvanNewmanClustering;
import org.jgrapht.alg.clustering.KSpanningTreeClustering;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.interfaces.ClusteringAlgorithm;
import org.seprank.graph.Graph;

/** Clusters that JGraphT finds, numbered by their smallest vertices. Directions of edges do not count. */
final class Clusters {
    /** About a minute of Girvan-Newman clustering. */
    private static final double MOST_STEPS = 5e8;

    private Clusters() {}

    static List<Partition> labelPropagation(Graph graph, long seed) {
        var view = graph.asUndirected().asJGraphT();
        return partitions("label-propagation", graph, new LabelPropagationClustering<>(view, new Random(seed)));
    }

    static List<Partition> spanningTree(Graph graph, int clusters) {
        checkClusters("spanning-tree", graph, clusters);
        var view = graph.asUndirected().asJGraphT();
        return partitions("spanning-tree:" + clusters, graph, new KSpanningTreeClustering<>(view, clusters));
    }

    static List<Partition> girvanNewman(Graph graph, int clusters) {
        checkClusters("girvan-newman", graph, clusters);
        Graph undirected = graph.asUndirected();
        double steps = (double) undirected.vertexCount() * undirected.edgeCount() * undirected.edgeCount();
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "girvan-newman:%d would take up to n m^2 = %.1e steps on this graph, more than %.0e; "
                            + "use label-propagation or bisection",
                    clusters,
                    steps,
                    MOST_STEPS));
        }
        return partitions(
                "girvan-newman:" + clusters, graph, new GirvanNewmanClustering<>(undirected.asJGraphT(), clusters));
    }

    private static void checkClusters(String name, Graph graph, int clusters) {
        if (clusters > graph.vertexCount()) {
            throw new IllegalArgumentException(name + ":" + clusters
                    + " asks for more clusters than the graph has vertices, " + graph.vertexCount());
        }
    }

    private static List<Partition> partitions(String name, Graph graph, ClusteringAlgorithm<Integer> algorithm) {
        List<Set<Integer>> clusters = algorithm.getClustering().getClusters();
        int n = graph.vertexCount();
        int[] first = new int[n]; // the smallest vertex of each vertex's cluster
        for (Set<Integer> cluster : clusters) {
            int smallest = Collections.min(cluster);
            cluster.forEach(v -> first[v] = smallest);
        }
        int[] numbers = new int[n];
        int found = 0;
        LabelledClasses classes = new LabelledClasses(name, n);
        for (int v = 0; v < n; v++) {
            numbers[v] = first[v] == v ? ++found : numbers[first[v]];
            classes.add(name + " #" + numbers[v], v);
        }
        return classes.partitions();
    }
}
