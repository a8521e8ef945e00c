package org.seprank.graph.io.markup;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Output;

/** The ids of edges, which are their attribute {@value #NAME}, for formats in which an id names one edge. */
final class EdgeIds {
    static final String NAME = "id";

    private final Attributes columns;
    private final Output output;
    private final Set<String> given = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    EdgeIds(Graph graph, Output output) {
        this.columns = graph.edgeAttributes();
        this.output = output;
        for (int e = 0; columns.has(NAME) && e < graph.edgeCount(); e++) {
            columns.value(NAME, e).ifPresent(given::add);
        }
    }

    /** The id of the next edge, if it has one. */
    Optional<String> given(int e) {
        return columns.has(NAME) ? columns.value(NAME, e).map(this::unused) : Optional.empty();
    }

    /** The id of the next edge, or one that no edge has. */
    String any(int e) {
        return given(e).orElseGet(() -> {
            String id = Integer.toString(e);
            while (given.contains(id) || !used.add(id)) {
                id = "e" + id;
            }
            return id;
        });
    }

    private String unused(String id) {
        if (used.add(id)) {
            return id;
        }
        output.warn("edge ids that occur twice get an end of their own, such as '-2'");
        int k = 2;
        while (given.contains(id + "-" + k) || !used.add(id + "-" + k)) {
            k++;
        }
        return id + "-" + k;
    }

    /** The graph without its edge ids if they are 0, 1, 2, .. in its own order, which says nothing. */
    static Graph withoutCounting(Graph graph) {
        Attributes columns = graph.edgeAttributes();
        for (int e = 0; columns.has(NAME) && e < graph.edgeCount(); e++) {
            if (!columns.value(NAME, e).orElse("").equals(Integer.toString(e))) {
                return graph;
            }
        }
        return graph.withoutEdgeAttribute(NAME);
    }
}
