package org.seprank.study.input;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;

/** The values of a vertex attribute as labels. */
final class AttributeLabels {
    private AttributeLabels() {}

    /**
     * The classes are the values, in their order as text; a vertex without a value, or with an empty one, has none.
     *
     * @param location of the graph, for the complaint
     * @throws IllegalArgumentException if vertices have no such attribute
     */
    static Labels of(Graph graph, String attribute, String location) {
        Attributes attributes = graph.vertexAttributes();
        if (!attributes.names().contains(attribute)) {
            throw new IllegalArgumentException("vertices of " + location + " have no attribute '" + attribute
                    + "', only " + List.copyOf(attributes.names()));
        }
        List<Optional<String>> values = IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> attributes.value(attribute, v).filter(value -> !value.isEmpty()))
                .toList();
        TreeSet<String> classes = new TreeSet<>();
        values.forEach(value -> value.ifPresent(classes::add));
        List<String> order = List.copyOf(classes);
        int[] labels = values.stream()
                .mapToInt(value -> value.map(order::indexOf).orElse(Labels.MISSING))
                .toArray();
        return Labels.of(labels, order.size());
    }
}
