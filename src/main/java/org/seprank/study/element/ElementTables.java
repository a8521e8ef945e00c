package org.seprank.study.element;

import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.measure.element.ElementColumn;

/**
 * The quantities of the edges and vertices of a graph.
 *
 * @param graph the graph
 * @param edges quantities of its edges; empty where they are not asked for
 * @param vertices quantities of its vertices; empty where they are not asked for
 */
public record ElementTables(Graph graph, List<ElementColumn> edges, List<ElementColumn> vertices) {
    /** Copies the lists. */
    public ElementTables {
        edges = List.copyOf(edges);
        vertices = List.copyOf(vertices);
    }
}
