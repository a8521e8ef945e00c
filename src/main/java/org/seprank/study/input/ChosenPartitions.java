package org.seprank.study.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.graph.partition.PartitionSpec;

/**
 * The partitions a study is about: those asked for, or those that the graph suggests.
 *
 * @param names as on the command line
 * @param partitions what they stand for in the graph
 */
public record ChosenPartitions(List<String> names, List<Partition> partitions) {
    /** The name that stands for every vertex against the rest, which is no {@link Partition} here. */
    public static final String SINGLETONS = "singletons";

    private static final int MAX_CLASSES = 12;

    /** Copies the lists. */
    public ChosenPartitions {
        names = List.copyOf(names);
        partitions = List.copyOf(partitions);
    }

    /**
     * The partitions.
     *
     * @param asked as on the command line; empty: those that the graph suggests
     */
    public static ChosenPartitions of(Graph graph, List<String> asked, long seed) throws IOException {
        List<String> names = asked.isEmpty() ? suggested(graph) : asked;
        List<Partition> chosen = new ArrayList<>();
        for (String name : names) {
            if (!name.equals(SINGLETONS)) {
                chosen.addAll(PartitionSpec.parse(name).partitions(graph, seed));
            }
        }
        return new ChosenPartitions(names, chosen);
    }

    /** Those asked for, which may be none. */
    public static ChosenPartitions ofNone(Graph graph, List<String> asked, long seed) throws IOException {
        return asked.isEmpty() ? new ChosenPartitions(List.of(), List.of()) : of(graph, asked, seed);
    }

    /** Whether every vertex against the rest is asked for. */
    public boolean singletons() {
        return names.contains(SINGLETONS);
    }

    /** Every vertex attribute with 2 to 12 classes and no gaps; without one, a spectral bisection. */
    private static List<String> suggested(Graph graph) {
        Attributes attributes = graph.vertexAttributes();
        List<String> specs = attributes.names().stream()
                .filter(name -> attributes.type(name) != Attributes.Type.REAL)
                .filter(name -> isClassification(graph, name))
                .map(name -> "attribute:" + name)
                .toList();
        if (!specs.isEmpty()) {
            return specs;
        }
        return graph.vertexCount() > 1 ? List.of("bisection") : List.of();
    }

    private static boolean isClassification(Graph graph, String name) {
        Set<String> classes = new TreeSet<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            Optional<String> value = graph.vertexAttributes().value(name, v);
            if (value.isEmpty() || (classes.add(value.get()) && classes.size() > MAX_CLASSES)) {
                return false;
            }
        }
        return classes.size() > 1;
    }
}
