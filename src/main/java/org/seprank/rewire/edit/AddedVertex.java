package org.seprank.rewire.edit;

import java.util.List;

/**
 * A vertex that a method appends, without label. Its features are the weighted sum of those of its parts: none for a
 * virtual vertex, whose features are 0.
 *
 * @param parts vertices of the graph before, with weights
 */
public record AddedVertex(List<Part> parts) {
    /**
     * A share of the features of a new vertex.
     *
     * @param vertex whose features
     * @param weight what they are multiplied by, finite
     */
    public record Part(int vertex, double weight) {
        /** Checks the values. */
        public Part {
            if (vertex < 0 || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("part " + vertex + " with weight " + weight);
            }
        }
    }

    /** Keeps the list. */
    public AddedVertex {
        parts = List.copyOf(parts);
    }
}
