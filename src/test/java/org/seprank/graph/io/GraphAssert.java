package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;

/** Compares graphs by what they say of their vertices, by id, and of their edges. */
final class GraphAssert {
    private GraphAssert() {}

    /** The two say the same, and their vertices are in the same order. */
    static void assertSame(Graph actual, Graph expected) {
        assertThat(actual.ids().size()).as("vertices").isEqualTo(expected.ids().size());
        for (int v = 0; v < expected.vertexCount(); v++) {
            assertThat(actual.ids().id(v))
                    .as("id of vertex " + v)
                    .isEqualTo(expected.ids().id(v));
        }
        assertSameButForOrder(actual, expected);
    }

    /** The two say the same. */
    static void assertSameButForOrder(Graph actual, Graph expected) {
        assertThat(actual.directed()).as("directed").isEqualTo(expected.directed());
        assertThat(actual.weighted()).as("weighted").isEqualTo(expected.weighted());
        assertThat(vertices(actual)).isEqualTo(vertices(expected));
        assertThat(edges(actual)).isEqualTo(edges(expected));
        assertThat(filled(actual.vertexAttributes())).isEqualTo(filled(expected.vertexAttributes()));
        assertThat(filled(actual.edgeAttributes())).isEqualTo(filled(expected.edgeAttributes()));
        assertThat(values(actual.attributes(), 0)).isEqualTo(values(expected.attributes(), 0));
    }

    private static Map<String, String> vertices(Graph graph) {
        Map<String, String> vertices = new TreeMap<>();
        for (int v = 0; v < graph.vertexCount(); v++) {
            vertices.put(graph.ids().id(v), values(graph.vertexAttributes(), v));
        }
        return vertices;
    }

    private static Map<String, String> edges(Graph graph) {
        Map<String, String> edges = new TreeMap<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            String u = graph.ids().id(graph.source(e));
            String v = graph.ids().id(graph.target(e));
            boolean swap = !graph.directed() && u.compareTo(v) > 0;
            edges.put(
                    (swap ? v : u) + " to " + (swap ? u : v),
                    graph.weight(e) + " " + values(graph.edgeAttributes(), e));
        }
        return edges;
    }

    private static String values(Attributes columns, int row) {
        Map<String, String> values = new TreeMap<>();
        columns.names().forEach(name -> columns.value(name, row).ifPresent(value -> values.put(name, value)));
        return values.toString();
    }

    /** The types of the columns that have values in some row. */
    static Map<String, Attributes.Type> filled(Attributes columns) {
        Map<String, Attributes.Type> types = new TreeMap<>();
        for (String name : columns.names()) {
            boolean empty = true;
            for (int i = 0; i < 100; i++) {
                empty &= columns.value(name, i).isEmpty();
            }
            if (!empty) {
                types.put(name, columns.type(name));
            }
        }
        return types;
    }
}
