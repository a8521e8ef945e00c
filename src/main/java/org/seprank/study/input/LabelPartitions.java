package org.seprank.study.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;

/**
 * Classes of labels as partitions: {@code labels} stands for each class against the rest, {@code labels=3} for that
 * class, and {@code attribute:label} and {@code attribute:label=3} for the same where vertices have no attribute of
 * that name. Of two classes that are everything only the first is a partition; vertices without a label are in no
 * class.
 *
 * @param graph whose vertices they are
 * @param labels of them
 */
record LabelPartitions(Graph graph, Labels labels) {
    private static final String ALL = "labels";
    private static final String ONE = "labels=";
    private static final String ATTRIBUTE = "attribute:label";

    /** Whether a partition so written may be of labels. */
    static boolean mayBeAskedBy(String name) {
        return name.equals(ALL) || name.startsWith(ONE) || isAttribute(name);
    }

    private static boolean isAttribute(String name) {
        return name.equals(ATTRIBUTE) || name.startsWith(ATTRIBUTE + "=");
    }

    /** Whether a partition so written is of labels, and not of an attribute or a vertex. */
    boolean isAskedBy(String name) {
        return isAttribute(name)
                ? !graph.vertexAttributes().names().contains("label") && hasLabels()
                : mayBeAskedBy(name) && graph.ids().vertex(name).isEmpty();
    }

    private boolean hasLabels() {
        return labels.missingCount() < labels.size();
    }

    /**
     * What is asked for.
     *
     * @throws IllegalArgumentException if there are no labels of two classes, or no such class
     */
    List<Partition> named(String name) {
        if (!hasLabels()) {
            throw new IllegalArgumentException(
                    "partition '" + name + "' needs labels, but none are known; name a dataset, or use attribute:NAME");
        }
        int equals = name.indexOf('=');
        return equals < 0 ? all() : List.of(one(name.substring(equals + 1)));
    }

    private List<Partition> all() {
        List<Partition> chosen = new ArrayList<>();
        for (int k = 0; k < labels.classCount(); k++) {
            VertexSet side = VertexSet.of(labels.size(), labels.ofClass(k));
            boolean known =
                    chosen.size() == 1 && chosen.get(0).vertices().complement().equals(side);
            if (side.isProper() && !known) {
                chosen.add(new Partition("label=" + k, side));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("partition 'labels' needs labels of two classes at least");
        }
        return chosen;
    }

    private Partition one(String text) {
        int k = IntStream.range(0, labels.classCount())
                .filter(c -> Integer.toString(c).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("class '" + text + "' is not in 0.." + (labels.classCount() - 1)));
        return new Partition("label=" + k, VertexSet.of(labels.size(), labels.ofClass(k)));
    }
}
