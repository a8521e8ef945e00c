package org.seprank.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an SVG document: escapes all text, closes what it opens, and writes numbers with at most two decimals, so that
 * equal drawings are equal to the byte. Ink is {@code currentColor}: dark on white, or light on dark where the reader
 * prefers that; print is always dark on white.
 */
final class Svg {
    private static final String STYLE = ".seprank-drawing{color:#1a1a1a;background:#fff}"
            + ".seprank-drawing .ground{fill:#fff}"
            + "@media screen and (prefers-color-scheme:dark){"
            + ".seprank-drawing{color:#e8e8e8;background:#15171a}.seprank-drawing .ground{fill:#15171a}}";

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Svg() {}

    /**
     * Starts a drawing with its title and text alternative.
     *
     * @throws IllegalArgumentException if the id is not one or more of letters, digits, - and _
     */
    static Svg of(Drawing drawing, String id, double width, double height) {
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("id '" + id + "' is not of letters, digits, - and _");
        }
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "class",
                "seprank-drawing",
                "font-family",
                "sans-serif",
                "font-size",
                12);
        svg.text("title", drawing.title(), "id", id + "-title");
        svg.text("desc", drawing.description(), "id", id + "-desc");
        svg.text("style", STYLE);
        svg.element("rect", "class", "ground", "width", "100%", "height", "100%", "fill", "#fff");
        return svg;
    }

    /** Starts an element that has others inside; attributes are name, value, name, value, .. */
    Svg open(String name, Object... attributes) {
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

    /** An element with nothing inside. */
    Svg element(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element with text inside. */
    Svg text(String name, String content, Object... attributes) {
        start(name, attributes);
        text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
        return this;
    }

    /** An element with a tooltip. */
    Svg tipped(String name, String tip, Object... attributes) {
        start(name, attributes);
        text.append("><title>")
                .append(escaped(tip))
                .append("</title></")
                .append(name)
                .append(">\n");
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
