package org.seprank.study.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.seprank.dataset.Labels;
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
     * @param labels of the vertices, for {@link LabelPartitions}
     * @param asked as on the command line; empty: those that the graph suggests
     */
    public static ChosenPartitions of(Graph graph, Labels labels, List<String> asked, long seed) throws IOException {
        List<String> names = asked.isEmpty() ? suggested(graph) : asked;
        LabelPartitions classes = new LabelPartitions(graph, labels);
        List<Partition> chosen = new ArrayList<>();
        for (String name : names) {
            if (classes.isAskedBy(name)) {
                chosen.addAll(classes.named(name));
            } else if (!name.equals(SINGLETONS)) {
                chosen.addAll(PartitionSpec.parse(name).partitions(graph, seed));
            }
        }
        return new ChosenPartitions(names, chosen);
    }

    /** The partitions of a graph that was read. */
    public static ChosenPartitions of(GraphInput input, List<String> asked, long seed) throws IOException {
        return of(input.graph(), input.labels(), asked, seed);
    }

    /** Those asked for, which may be none. */
    public static ChosenPartitions ofNone(GraphInput input, List<String> asked, long seed) throws IOException {
        return asked.isEmpty() ? new ChosenPartitions(List.of(), List.of()) : of(input, asked, seed);
    }

    /** Whether labels are asked for, so that the graph must be read with them. */
    public static boolean needLabels(List<String> asked) {
        return asked.stream().anyMatch(LabelPartitions::mayBeAskedBy);
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
