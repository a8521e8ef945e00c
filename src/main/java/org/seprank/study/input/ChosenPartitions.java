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
import org.seprank.study.analyze.AnalyzeStudy;

/** The partitions a study is about: those asked for, or those that the graph suggests. */
public final class ChosenPartitions {
    private static final int MAX_CLASSES = 12;

    private ChosenPartitions() {}

    /**
     * The partitions.
     *
     * @param asked as on the command line; empty: those that the graph suggests
     */
    public static List<Partition> of(Graph graph, List<String> asked, long seed) throws IOException {
        List<Partition> chosen = new ArrayList<>();
        for (String spec : asked.isEmpty() ? suggested(graph) : asked) {
            if (!spec.equals(AnalyzeStudy.SINGLETONS)) {
                chosen.addAll(PartitionSpec.parse(spec).partitions(graph, seed));
            }
        }
        return chosen;
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
