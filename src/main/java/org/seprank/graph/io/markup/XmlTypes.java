package org.seprank.graph.io.markup;

import org.seprank.graph.Attributes;

/** The names that GraphML and GEXF have for types of attributes. */
final class XmlTypes {
    private XmlTypes() {}

    /** The type of that name; what is no number or truth value is text. */
    static Attributes.Type type(String name) {
        return switch (name) {
            case "boolean" -> Attributes.Type.BOOLEAN;
            case "int", "integer", "long", "short", "byte" -> Attributes.Type.INTEGER;
            case "float", "double" -> Attributes.Type.REAL;
            default -> Attributes.Type.TEXT;
        };
    }

    /** The name of a type. */
    static String name(Attributes.Type type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case INTEGER -> "long";
            case REAL -> "double";
            case STRUCTURE, TEXT -> "string";
        };
    }
}
