package org.seprank.graph.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.VertexSet;

/**
 * Disjoint classes of vertices, each with a label, in the order of their first mention. Each class against the rest is
 * a partition; where two classes are all, the second is the first one's complement and is left out.
 */
final class LabelledClasses {
    private final String origin;
    private final int n;
    private final Map<String, BitSet> classes = new LinkedHashMap<>();

    /** No classes yet. */
    LabelledClasses(String origin, int n) {
        this.origin = origin;
        this.n = n;
    }

    void add(String label, int vertex) {
        classes.computeIfAbsent(label, key -> new BitSet()).set(vertex);
    }

    List<Partition> partitions() {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException(origin + " gives no vertex a class");
        }
        List<Partition> partitions = new ArrayList<>();
        classes.forEach((label, members) -> {
            VertexSet vertices = VertexSet.of(n, members);
            if (vertices.size() == n) {
                throw new IllegalArgumentException(origin + " puts all " + n + " vertices into the class '" + label
                        + "'; it must leave one at least");
            }
            boolean known = partitions.size() == 1
                    && partitions.get(0).vertices().complement().equals(vertices);
            if (!known) {
                partitions.add(new Partition(label, vertices));
            }
        });
        return partitions;
    }
}
