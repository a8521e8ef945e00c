package org.seprank.graph.partition;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static List<Partition> balanced(Graph graph, int parts, long seed) {
        checkClusters("kway", graph, parts);
        int[] part = new int[graph.vertexCount()];
        Arrays.setAll(part, v -> v);
        halve(graph.asUndirected(), part.clone(), parts, seed, part);
        return of("kway:" + parts, graph, part);
    }

    /** Gives those vertices, all there are of {@code graph}, so many parts, named by one of their vertices. */
    private static void halve(Graph graph, int[] vertices, int parts, long seed, int[] part) {
        if (parts == 1) {
            for (int v : vertices) {
                part[v] = vertices[0];
            }
            return;
        }
        int left = parts / 2;
        int[] order = BalancedBisection.ordered(graph, (double) left / parts, seed);
        int cut = Math.max(left, Math.min(vertices.length - (parts - left), order[0]));
        int[] first = Arrays.stream(order, 1, cut + 1).sorted().toArray();
        int[] second = Arrays.stream(order, cut + 1, order.length).sorted().toArray();
        halve(graph.induced(first), names(first, vertices), left, seed, part);
        halve(graph.induced(second), names(second, vertices), parts - left, seed, part);
    }

    private static int[] names(int[] places, int[] vertices) {
        return Arrays.stream(places).map(v -> vertices[v]).toArray();
    }

    private static void checkClusters(String name, Graph graph, int clusters) {
        if (clusters > graph.vertexCount()) {
            throw new IllegalArgumentException(name + ":" + clusters
                    + " asks for more clusters than the graph has vertices, " + graph.vertexCount());
        }
    }

    private static List<Partition> partitions(String name, Graph graph, ClusteringAlgorithm<Integer> algorithm) {
        int[] clusters = new int[graph.vertexCount()];
        for (Set<Integer> cluster : algorithm.getClustering().getClusters()) {
            int smallest = Collections.min(cluster);
            cluster.forEach(v -> clusters[v] = smallest);
        }
        return of(name, graph, clusters);
    }

    /** Clusters, numbered by their smallest vertices. */
    static List<Partition> of(String name, Graph graph, int[] clusters) {
        Map<Integer, Integer> numbers = new HashMap<>();
        LabelledClasses classes = new LabelledClasses(name, graph.vertexCount());
        for (int v = 0; v < clusters.length; v++) {
            int number = numbers.computeIfAbsent(clusters[v], cluster -> numbers.size() + 1);
            classes.add(name + " #" + number, v);
        }
        return classes.partitions();
    }
}
