package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The names of the series of a chart beside their colours, dashes and markers, in rows under the chart. */
final class Legend {
    /** Height of a row. */
    static final int ROW = 18;

    private static final int LEFT = 20;
    private static final int MAX_CHARACTERS = 60;

    private final List<List<Entry>> rows = new ArrayList<>();

    /**
     * A name.
     *
     * @param series its colour, dash and marker; negative: grey
     * @param name what it stands for
     * @param style whether there are markers, and how wide the line is
     */
    record Entry(int series, String name, Series.Style style) {
        static Entry of(int series, String name) {
            return new Entry(series, name, Series.Style.MARKED);
        }
    }

    Legend(List<Entry> entries) {
        double x = Frame.WIDTH;
        for (Entry entry : entries) {
            if (x + width(entry) > Frame.WIDTH) {
                rows.add(new ArrayList<>());
                x = LEFT;
            }
            rows.get(rows.size() - 1).add(entry);
            x += width(entry);
        }
    }

    private static double width(Entry entry) {
        return 56 + Frame.CHARACTER * Math.min(MAX_CHARACTERS, entry.name().length());
    }

    int rows() {
        return rows.size();
    }

    void draw(Svg svg, double top) {
        for (int r = 0; r < rows.size(); r++) {
            double x = LEFT;
            double y = top + ROW * (r + 0.7);
            for (Entry entry : rows.get(r)) {
                sample(svg, entry, x, y);
                String name = Frame.shortened(entry.name(), MAX_CHARACTERS);
                svg.text(name, x + 36, y + 4, Ink.PLAIN.fill(Ink.TEXT));
                x += width(entry);
            }
        }
    }

    /** The colour of a series; of a negative one the ink's. */
    static String colour(int series) {
        return series < 0 ? Ink.TEXT : Palette.colour(series);
    }

    private static void sample(Svg svg, Entry entry, double x, double y) {
        boolean reference = entry.style() == Series.Style.REFERENCE;
        String dash = reference ? "4 4" : Palette.dash(entry.series());
        Ink ink = Ink.PLAIN
                .stroke(colour(entry.series()))
                .width(reference ? 1.3 : 2)
                .dash(dash);
        svg.line(x, y, x + 30, y, ink.opacity(reference ? 0.8 : 1));
        if (entry.style() == Series.Style.MARKED) {
            Palette.mark(svg, entry.series(), x + 15, y, entry.name());
        }
    }
}
