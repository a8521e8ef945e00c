package org.seprank.report.chart;

import java.util.List;
import java.util.Map;

/**
 * How the series of a chart are told apart: by the colours of Okabe and Ito (2008, "Color Universal Design"), which
 * readers of all colour visions distinguish, and also by marker and dash, for print without colours. Their yellow is
 * left out, as it cannot be seen on white; their black is the ink, which turns light on dark ground. Colour, marker and
 * dash together repeat after 210 series.
 */
final class Palette {
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "currentColor"
    };
    private static final Map<String, String> LIGHTER =
            Map.of("#0072b2", "#4fb3ef", "#d55e00", "#ff8d3f", "#009e73", "#2fc99a");
    private static final String[] REFERENCES = {"4 4", "9 4", "2 2", "10 3 2 3", "14 4"};
    private static final String[] DASHES = {"none", "7 3", "2 3", "9 3 2 3", "12 4"};
    private static final int MARKERS = 6;

    private Palette() {}

    static String colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    /** Rules of a style sheet that lighten those colours that cannot be told from a dark ground. */
    static String onDarkGround(String within) {
        StringBuilder rules = new StringBuilder();
        for (String colour : COLOURS) {
            String lighter = LIGHTER.get(colour);
            if (lighter != null) {
                for (String paint : List.of("fill", "stroke")) {
                    rules.append(within)
                            .append('[')
                            .append(paint)
                            .append("=\"")
                            .append(colour)
                            .append("\"]{")
                            .append(paint)
                            .append(':')
                            .append(lighter)
                            .append('}');
                }
            }
        }
        return rules.toString();
    }

    /** The dash of the i-th line that others are compared with. */
    static String reference(int i) {
        return REFERENCES[i % REFERENCES.length];
    }

    static String dash(int series) {
        return DASHES[series % DASHES.length];
    }

    /** An area of the series' colour with a thin border. */
    static Ink area(int series) {
        return Ink.PLAIN.fill(colour(series)).fillOpacity(0.85).stroke(Ink.TEXT).width(0.6);
    }

    /** Draws the marker of a series: disc, square, triangle, diamond, inverted triangle or cross. */
    static void mark(Svg svg, int series, double x, double y, String tip) {
        mark(svg, series, new Mark(x, y, colour(series)), tip);
    }

    /** Where a marker is and its colour. */
    record Mark(double x, double y, String colour) {}

    /** A hollow disc, such as a published number has. */
    static void hollow(Svg svg, Mark mark, String tip) {
        svg.disc(
                mark.x(),
                mark.y(),
                3.6,
                Ink.PLAIN.fill("none").stroke(mark.colour()).width(1.4),
                tip);
    }

    /** Draws the marker of a series in another colour. */
    static void mark(Svg svg, int series, Mark mark, String tip) {
        double x = mark.x();
        double y = mark.y();
        double r = 3.6;
        String colour = mark.colour();
        if (series % MARKERS == 0) {
            svg.disc(x, y, r, Ink.PLAIN.fill(colour), tip);
            return;
        }
        String path = switch (series % MARKERS) {
            case 1 -> path(x, y, r, -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9);
            case 2 -> path(x, y, r, 0, -1.2, 1.1, 0.9, -1.1, 0.9);
            case 3 -> path(x, y, r, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case 4 -> path(x, y, r, 0, 1.2, 1.1, -0.9, -1.1, -0.9);
            default ->
                path(
                        x, y, r, -0.3, -1.2, 0.3, -1.2, 0.3, -0.3, 1.2, -0.3, 1.2, 0.3, 0.3, 0.3, 0.3, 1.2, -0.3, 1.2,
                        -0.3, 0.3, -1.2, 0.3, -1.2, -0.3, -0.3, -0.3);
        };
        svg.path(path, Ink.PLAIN.fill(colour), tip);
    }

    private static String path(double x, double y, double radius, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? "M" : " L")
                    .append(Svg.number(x + radius * corners[i]))
                    .append(' ')
                    .append(Svg.number(y + radius * corners[i + 1]));
        }
        return path.append(" Z").toString();
    }
}
