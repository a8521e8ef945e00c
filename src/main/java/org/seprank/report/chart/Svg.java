package org.seprank.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes an SVG document: escapes all text, closes what it opens, and writes numbers with at most two decimals, so that
 * equal drawings are equal to the byte. Ink is {@code currentColor}: dark on white, or light on dark where the reader
 * prefers that; print is always dark on white. Colours of series that are too dark for a dark ground are lighter there.
 */
final class Svg {
    private static final String STYLE = ".seprank-drawing{color:#1a1a1a;background:#fff}"
            + ".seprank-drawing .ground{fill:#fff}"
            + "@media screen and (prefers-color-scheme:dark){"
            + ".seprank-drawing{color:#e8e8e8;background:#15171a}.seprank-drawing .ground{fill:#15171a}"
            + Palette.onDarkGround(".seprank-drawing ") + "}";

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Svg() {}

    /**
     * Starts a drawing with its title and text alternative.
     *
     * @param height in the units of the form's width
     */
    static Svg of(Drawing drawing, Form form, double height) {
        String id = form.id();
        Svg svg = new Svg();
        List<Object> attributes = new ArrayList<>(List.of(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(form.width()) + " " + number(height)));
        if (form.millimetres() > 0) {
            double ratio = height / form.width();
            attributes.addAll(List.of(
                    "width", number(form.millimetres()) + "mm", "height", number(form.millimetres() * ratio) + "mm"));
        }
        attributes.addAll(List.of(
                "role", "img",
                "aria-labelledby", id + "-title " + id + "-desc",
                "class", "seprank-drawing",
                "font-family", "Helvetica, Arial, sans-serif",
                "font-size", 12));
        svg.open("svg", attributes.toArray());
        svg.element("title", drawing.title(), "id", id + "-title");
        svg.element("desc", drawing.description(), "id", id + "-desc");
        svg.element("style", STYLE);
        svg.shape("rect", "", Ink.PLAIN, "class", "ground", "width", "100%", "height", "100%", "fill", "#fff");
        return svg;
    }

    /** Starts a group of shapes that are drawn alike. */
    Svg group(Ink ink) {
        return open("g", ink.attributes().toArray());
    }

    /** Starts a group that is moved from where it would be drawn. */
    Svg moved(double right, double down) {
        return open("g", "transform", "translate(" + number(right) + " " + number(down) + ")");
    }

    private Svg open(String name, Object... attributes) {
        start(name, attributes);
        text.append(">\n");
        open.push(name);
        return this;
    }

    /** Ends the element that was opened last. */
    Svg close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** A straight line. */
    Svg line(double x1, double y1, double x2, double y2, Ink ink) {
        return line(x1, y1, x2, y2, ink, "");
    }

    /** A straight line with a tooltip. */
    Svg line(double x1, double y1, double x2, double y2, Ink ink, String tip) {
        return shape("line", tip, ink, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    /** A rectangle with its upper left corner at x, y; an empty tip is none. */
    Svg rect(double x, double y, double width, double height, Ink ink, String tip) {
        return shape("rect", tip, ink, "x", x, "y", y, "width", width, "height", height);
    }

    /** A disc with a tooltip. */
    Svg disc(double x, double y, double radius, Ink ink, String tip) {
        return shape("circle", tip, ink, "cx", x, "cy", y, "r", radius);
    }

    /** A path; an empty tip is none. */
    Svg path(CharSequence course, Ink ink, String tip) {
        return shape("path", tip, ink, "d", course);
    }

    /** A line of text that starts at x, y, or where the ink anchors it. */
    Svg text(String content, double x, double y, Ink ink) {
        start("text", "x", x, "y", y);
        attributes(ink.attributes().toArray());
        return end("text", content);
    }

    private Svg shape(String name, String tip, Ink ink, Object... place) {
        start(name, place);
        attributes(ink.attributes().toArray());
        text.append(tip.isEmpty() ? "/>\n" : "><title>" + escaped(tip) + "</title></" + name + ">\n");
        return this;
    }

    private Svg element(String name, String content, Object... attributes) {
        start(name, attributes);
        return end(name, content);
    }

    private Svg end(String name, String content) {
        text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
        return this;
    }

    /** Ends the document. */
    String finish() {
        while (!open.isEmpty()) {
            close();
        }
        return text.toString();
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        attributes(attributes);
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String written = value instanceof Number real ? number(real.doubleValue()) : value.toString();
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(written))
                    .append('"');
        }
    }

    /** At most two decimals, no trailing zeros, never "-0". */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("a drawing has a coordinate " + value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Characters that XML does not allow become spaces. */
    static String escaped(String content) {
        StringBuilder safe = new StringBuilder();
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : ' ');
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return c >= 0x20 && c != 0x7F && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
