package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How a shape or a text is drawn.
 *
 * @param attributes of SVG, name, value, name, value, .., in the order in which they were said
 */
record Ink(List<Object> attributes) {
    /** The colour of text: dark on white, light on dark. */
    static final String TEXT = "currentColor";

    /** As what is around it. */
    static final Ink PLAIN = new Ink(List.of());

    private Ink with(String name, Object value) {
        List<Object> more = new ArrayList<>(attributes);
        more.add(name);
        more.add(value);
        return new Ink(more);
    }

    Ink fill(String colour) {
        return with("fill", colour);
    }

    Ink fillOpacity(double opacity) {
        return with("fill-opacity", opacity);
    }

    Ink stroke(String colour) {
        return with("stroke", colour);
    }

    Ink width(double width) {
        return with("stroke-width", width);
    }

    Ink opacity(double opacity) {
        return with("stroke-opacity", opacity);
    }

    Ink dash(String dash) {
        return with("stroke-dasharray", dash);
    }

    Ink cap(String cap) {
        return with("stroke-linecap", cap);
    }

    /** Which part of a text is at its place: "middle" or "end". */
    Ink anchor(String part) {
        return with("text-anchor", part);
    }

    /** Turned clockwise about a point. */
    Ink turned(int degrees, double x, double y) {
        return with("transform", "rotate(" + degrees + " " + Svg.number(x) + " " + Svg.number(y) + ")");
    }

    Ink size(int size) {
        return with("font-size", size);
    }

    Ink bold() {
        return with("font-weight", "bold");
    }
}
