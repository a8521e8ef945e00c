package org.seprank.graph.partition;

import org.seprank.graph.VertexSet;

/**
 * A partition (I, Iᶜ) of a graph's vertices with a name for reports.
 *
 * @param name where it comes from, such as {@code faction=Officer}
 * @param vertices I; neither empty nor everything
 */
public record Partition(String name, VertexSet vertices) {
    /** Checks that there are two sides. */
    public Partition {
        if (!vertices.isProper()) {
            throw new IllegalArgumentException("partition '" + name + "' has " + vertices.size() + " of "
                    + vertices.universe() + " vertices; it needs one at least and must leave one at least");
        }
    }
}
