package org.seprank.graph.io.markup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Output;

/**
 * How GEXF draws a vertex or an edge, as columns such as {@code viz.position.x}, {@code viz.color.r} and
 * {@code viz.size}.
 */
final class GexfViz {
    private record Part(String element, String attribute, Attributes.Type type) {
        String column() {
            return "viz." + element + (attribute.equals("value") ? "" : "." + attribute);
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("size", "value", Attributes.Type.REAL),
            new Part("thickness", "value", Attributes.Type.REAL),
            new Part("position", "x", Attributes.Type.REAL),
            new Part("position", "y", Attributes.Type.REAL),
            new Part("position", "z", Attributes.Type.REAL),
            new Part("color", "r", Attributes.Type.INTEGER),
            new Part("color", "g", Attributes.Type.INTEGER),
            new Part("color", "b", Attributes.Type.INTEGER),
            new Part("color", "a", Attributes.Type.REAL),
            new Part("color", "hex", Attributes.Type.TEXT),
            new Part("shape", "value", Attributes.Type.TEXT),
            new Part("shape", "uri", Attributes.Type.TEXT));

    /** The names of the columns. */
    static final Set<String> COLUMNS = PARTS.stream().map(Part::column).collect(Collectors.toUnmodifiableSet());

    /** The elements. */
    static final Set<String> ELEMENTS = PARTS.stream().map(Part::element).collect(Collectors.toUnmodifiableSet());

    private GexfViz() {}

    /** Takes the element that starts here. */
    static void read(Xml xml, Columns columns, int row) {
        for (Part part : PARTS) {
            if (xml.starts(part.element())) {
                xml.attribute(part.attribute()).ifPresent(value -> columns.put(part.column(), row, value, part.type()));
            }
        }
    }

    /** Whether there are such columns. */
    static boolean has(Attributes columns) {
        return columns.names().stream().anyMatch(COLUMNS::contains);
    }

    /** The elements of a row. */
    static String elements(Attributes columns, int row, Output output) {
        StringBuilder text = new StringBuilder();
        for (String element : PARTS.stream().map(Part::element).distinct().toList()) {
            StringBuilder attributes = new StringBuilder();
            for (Part part : PARTS) {
                if (part.element().equals(element) && columns.has(part.column())) {
                    columns.value(part.column(), row)
                            .ifPresent(value -> attributes.append(Xml.attribute(part.attribute(), value, output)));
                }
            }
            if (!attributes.isEmpty()) {
                text.append("<viz:").append(element).append(attributes).append("/>");
            }
        }
        return text.toString();
    }
}
