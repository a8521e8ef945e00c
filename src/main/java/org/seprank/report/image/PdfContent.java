package org.seprank.report.image;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The operators of a PDF page for the elements of our own SVG: groups, lines, rectangles, discs, paths and text. */
final class PdfContent {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String GREEK = "αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΦΨΩ≤≥∞";
    private static final String SYMBOL = "abgdezhqiklmnxoprVstufcywGDQLXPSFYW\u00a3\u00b3\u00a5";
    private static final double ROUND = 0.5523; // control points of a quarter of a circle
    private static final Pattern COMMAND = Pattern.compile("([MLHVhZ])([^MLHVhZ]*)");

    /** Widths of Helvetica from the space to the tilde, in thousandths of its size (Adobe's font metrics). */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> states = new LinkedHashMap<>();

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The opacities in use, by name. */
    String states() {
        StringBuilder all = new StringBuilder();
        states.forEach((state, name) ->
                all.append('/').append(name).append(" << ").append(state).append(" >> "));
        return all.toString();
    }

    /** Writes an operator with numbers for each %s. */
    void operation(String pattern, double... numbers) {
        String line = pattern;
        for (double number : numbers) {
            line = line.replaceFirst("%s", Pdf.number(number));
        }
        text.append(line).append('\n');
    }

    /** What an element and those around it say. */
    private static String said(Element element, String name, String otherwise) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (one.hasAttribute(name)) {
                return one.getAttribute(name);
            }
        }
        return otherwise;
    }

    private static double number(Element element, String name) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
    }

    /** Draws an element and all within. */
    void draw(Element element) {
        switch (element.getTagName()) {
            case "svg", "g" -> group(element);
            case "line" -> {
                start(element);
                operation(
                        "%s %s m %s %s l",
                        number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
                end(element, false);
            }
            case "rect" -> rectangle(element);
            case "circle" -> {
                start(element);
                disc(number(element, "cx"), number(element, "cy"), number(element, "r"));
                end(element, true);
            }
            case "path" -> {
                start(element);
                path(element.getAttribute("d"));
                end(element, true);
            }
            case "text" -> text(element);
            default -> {} // titles, descriptions and styles are not drawn
        }
    }

    private void group(Element element) {
        text.append("q\n");
        Matcher moved = Pattern.compile("translate\\((\\S+) (\\S+)\\)").matcher(element.getAttribute("transform"));
        if (moved.matches()) {
            operation("1 0 0 1 %s %s cm", Double.parseDouble(moved.group(1)), Double.parseDouble(moved.group(2)));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                draw(child);
            }
        }
        text.append("Q\n");
    }

    private void rectangle(Element element) {
        if (element.getAttribute("width").endsWith("%")) {
            return; // the ground: paper is white
        }
        start(element);
        operation(
                "%s %s %s %s re",
                number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
        end(element, true);
    }

    private void start(Element element) {
        text.append("q\n");
        double fill = Double.parseDouble(said(element, "fill-opacity", "1"));
        double stroke = Double.parseDouble(said(element, "stroke-opacity", "1"));
        if (fill < 1 || stroke < 1) {
            String state = "/ca " + Pdf.number(fill) + " /CA " + Pdf.number(stroke);
            text.append('/')
                    .append(states.computeIfAbsent(state, key -> "G" + states.size()))
                    .append(" gs\n");
        }
        colour(said(element, "fill", "#000"), "rg");
        colour(said(element, "stroke", "none"), "RG");
        operation("%s w", Double.parseDouble(said(element, "stroke-width", "1")));
        String dash = said(element, "stroke-dasharray", "none");
        if (!dash.equals("none")) {
            text.append('[').append(dash).append("] 0 d\n");
        }
        String cap = said(element, "stroke-linecap", "butt");
        text.append(cap.equals("round") ? "1 J\n" : cap.equals("square") ? "2 J\n" : "");
    }

    private void colour(String colour, String operator) {
        String hex = colour.equals("currentColor") ? "#1a1a1a" : colour;
        if (!hex.startsWith("#")) {
            return;
        }
        String six = hex.length() == 4 ? hex.replaceAll("([0-9a-fA-F])", "$1$1") : hex;
        int rgb = Integer.parseInt(six.substring(1), 16);
        operation("%s %s %s " + operator, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    private void end(Element element, boolean area) {
        boolean filled = area && !said(element, "fill", "#000").equals("none");
        boolean stroked = !said(element, "stroke", "none").equals("none");
        text.append(filled && stroked ? "B" : filled ? "f" : stroked ? "S" : "n")
                .append("\nQ\n");
    }

    private void disc(double x, double y, double r) {
        double c = ROUND * r;
        operation("%s %s m", x + r, y);
        operation("%s %s %s %s %s %s c", x + r, y + c, x + c, y + r, x, y + r);
        operation("%s %s %s %s %s %s c", x - c, y + r, x - r, y + c, x - r, y);
        operation("%s %s %s %s %s %s c", x - r, y - c, x - c, y - r, x, y - r);
        operation("%s %s %s %s %s %s c h", x + c, y - r, x + r, y - c, x + r, y);
    }

    private void path(String course) {
        Matcher commands = COMMAND.matcher(course);
        double x = 0;
        double y = 0;
        while (commands.find()) {
            String[] places = commands.group(2).strip().split("[ ,]+", -1);
            switch (commands.group(1)) {
                case "H" -> x = Double.parseDouble(places[0]);
                case "h" -> x += Double.parseDouble(places[0]);
                case "V" -> y = Double.parseDouble(places[0]);
                case "Z" -> {}
                default -> {
                    x = Double.parseDouble(places[0]);
                    y = Double.parseDouble(places[1]);
                }
            }
            switch (commands.group(1)) {
                case "M" -> operation("%s %s m", x, y);
                case "Z" -> operation("h");
                default -> operation("%s %s l", x, y);
            }
        }
    }

    private void text(Element element) {
        String words = Normalizer.normalize(element.getTextContent(), Normalizer.Form.NFKC);
        double size = Double.parseDouble(said(element, "font-size", "12"));
        boolean bold = said(element, "font-weight", "").equals("bold");
        String anchor = said(element, "text-anchor", "start");
        double width = width(words) * size * (bold ? 1.06 : 1);
        double shift = anchor.equals("end") ? -width : anchor.equals("middle") ? -width / 2 : 0;
        double angle = 0;
        Matcher turned = Pattern.compile("rotate\\((-?\\d+) .*").matcher(element.getAttribute("transform"));
        if (turned.matches()) {
            angle = Math.toRadians(Double.parseDouble(turned.group(1)));
        }
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        text.append("BT\n");
        colour(said(element, "fill", "#000"), "rg");
        // the page is turned over, letters are not
        operation(
                "%s %s %s %s %s %s Tm",
                cos, sin, sin, -cos, number(element, "x") + cos * shift, number(element, "y") + sin * shift);
        runs(words, size, bold);
        text.append("ET\n");
    }

    /** Letters of Helvetica and of Symbol in turn. */
    private void runs(String words, double size, boolean bold) {
        int from = 0;
        while (from < words.length()) {
            boolean greek = GREEK.indexOf(words.charAt(from)) >= 0;
            int to = from + 1;
            while (to < words.length() && (GREEK.indexOf(words.charAt(to)) >= 0) == greek) {
                to++;
            }
            String run = words.substring(from, to);
            operation((greek ? "/F2" : bold ? "/F1" : "/F0") + " %s Tf", size);
            text.append(greek ? quoted(symbols(run)) : literal(run)).append(" Tj\n");
            from = to;
        }
    }

    private static String symbols(String greek) {
        StringBuilder symbols = new StringBuilder();
        greek.chars().forEach(c -> symbols.append(SYMBOL.charAt(GREEK.indexOf(c))));
        return symbols.toString();
    }

    /** A string of the page, a character that the font lacks being a question mark. */
    static String literal(String words) {
        return quoted(new String(words.getBytes(WINDOWS), StandardCharsets.ISO_8859_1));
    }

    private static String quoted(String bytes) {
        return "(" + bytes.replaceAll("[\\\\()]", "\\\\$0") + ")";
    }

    /** In sizes of the font. */
    static double width(String words) {
        return words.chars()
                        .map(c -> c >= ' ' && c - ' ' < WIDTHS.length ? WIDTHS[c - ' '] : 556)
                        .sum()
                / 1000.0;
    }
}
