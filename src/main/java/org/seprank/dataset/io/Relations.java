package org.seprank.dataset.io;

import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** The relations that edges belong to, kept in an edge attribute: whole numbers from 0, 0 where there is no value. */
final class Relations {
    /** The edge attribute, and the heading of its column. */
    static final String ATTRIBUTE = "relation";

    private Relations() {}

    /**
     * The relation of every edge; none if the graph has no such attribute.
     *
     * @throws IllegalArgumentException if one is not a whole number from 0 on
     */
    static int[] of(Graph graph) {
        Attributes attributes = graph.edgeAttributes();
        if (!attributes.has(ATTRIBUTE)) {
            return new int[0];
        }
        int[] relations = new int[graph.edgeCount()];
        for (int e = 0; e < relations.length; e++) {
            String value = attributes.value(ATTRIBUTE, e).orElse("0");
            if (!value.matches("\\d{1,9}")) {
                throw new IllegalArgumentException("relation '" + value + "' of edge " + e
                        + " is not a whole number in 0..999999999, so that it cannot be written");
            }
            relations[e] = Integer.parseInt(value);
        }
        return relations;
    }

    /** Sets the relation of the edge that the builder gave that index. */
    static void set(GraphBuilder builder, int edge, long relation) {
        if (relation < 0) {
            throw new IllegalArgumentException("relation " + relation + " of edge " + edge + " is negative");
        }
        builder.edgeAttributes().value(ATTRIBUTE, edge, Long.toString(relation));
    }
}
