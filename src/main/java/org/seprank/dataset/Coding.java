package org.seprank.dataset;

import java.util.List;

/**
 * The whole numbers by which a file of many graphs said what here are classes and one-hot features, so that it can be
 * written again as it was.
 *
 * @param classes the number of every class; empty: its index
 * @param vertices for every column of categories of the vertices its numbers, ascending; each stands for one of the
 *     first columns of the features, in this order
 * @param edges the same of the edges
 */
public record Coding(List<Long> classes, List<List<Long>> vertices, List<List<Long>> edges) {
    /** Copies the lists. */
    public Coding {
        classes = List.copyOf(classes);
        vertices = vertices.stream().map(List::copyOf).toList();
        edges = edges.stream().map(List::copyOf).toList();
    }

    /** Classes are indices, and no feature is one-hot. */
    static Coding none() {
        return new Coding(List.of(), List.of(), List.of());
    }

    /** The number that stood for a class; -1 for none. */
    public long classNumber(int index) {
        return classes.isEmpty() || index < 0 ? index : classes.get(index);
    }

    /** How many of the first columns of features categories stand for. */
    public static int width(List<List<Long>> categories) {
        return categories.stream().mapToInt(List::size).sum();
    }
}
