package org.seprank.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.study.input.GraphInput;

/**
 * A way to colour vertices: by the classes of a dataset, or by a vertex attribute of few values.
 *
 * @param name "labels", or the attribute's
 * @param form how a partition by a class of it is written, before the class
 * @param classes their names
 * @param packed the class of each vertex, by {@link Packed#codes}
 */
record Colours(String name, String form, List<String> classes, String packed) {
    private static final int MOST_CLASSES = 40;

    /** Those of a graph, the labels first. */
    static List<Colours> of(GraphInput input) {
        List<Colours> found = new ArrayList<>();
        Labels labels = input.labels();
        if (labels.classCount() > 1 && labels.classCount() <= MOST_CLASSES) {
            List<String> names = IntStream.range(0, labels.classCount())
                    .mapToObj(Integer::toString)
                    .toList();
            found.add(new Colours("labels", "labels=", names, Packed.codes(labels.toArray())));
        }
        Attributes attributes = input.graph().vertexAttributes();
        for (String name : attributes.names()) {
            if (attributes.type(name) != Attributes.Type.REAL) {
                byAttribute(input.graph(), name).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Colours> byAttribute(Graph graph, String name) {
        Attributes attributes = graph.vertexAttributes();
        List<String> classes = IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> attributes.value(name, v))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .limit(MOST_CLASSES + 1L)
                .toList();
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            return Optional.empty();
        }
        int[] codes = IntStream.range(0, graph.vertexCount())
                .map(v -> attributes.value(name, v).map(classes::indexOf).orElse(Labels.MISSING))
                .toArray();
        return Optional.of(new Colours(name, "attribute:" + name + "=", classes, Packed.codes(codes)));
    }
}
