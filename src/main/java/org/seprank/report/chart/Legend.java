package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The names of the series of a chart beside what they look like, in rows under the chart. */
final class Legend {
    /** Height of a row. */
    static final int ROW = 18;

    private static final int LEFT = 14;
    private static final int SAMPLE = 30;

    private final List<List<Entry>> rows = new ArrayList<>();
    private final int characters;

    /** What stands beside a name. */
    enum Sample {
        /** A line. */
        LINE,
        /** A line with a marker. */
        MARKED,
        /** A dashed thin line. */
        REFERENCE,
        /** A hollow disc. */
        HOLLOW,
        /** A marker. */
        POINT,
        /** A square of the colour. */
        AREA;

        static Sample of(Series.Style style) {
            return switch (style) {
                case LINE -> LINE;
                case MARKED -> MARKED;
                case REFERENCE -> REFERENCE;
                case HOLLOW -> HOLLOW;
            };
        }
    }

    /**
     * A name.
     *
     * @param series its colour, dash and marker; negative: grey
     * @param name what it stands for
     * @param sample what stands beside it
     * @param dash of a line
     */
    record Entry(int series, String name, Sample sample, String dash) {
        static Entry of(int series, String name, Sample sample) {
            return new Entry(series, name, sample, series < 0 ? "none" : Palette.dash(series));
        }
    }

    /** Within that width. */
    Legend(List<Entry> entries, double width) {
        characters = (int) Math.min(60, (width - LEFT - SAMPLE - 26) / Frame.CHARACTER);
        double x = width;
        for (Entry entry : entries) {
            if (x + width(entry) > width) {
                rows.add(new ArrayList<>());
                x = LEFT;
            }
            rows.get(rows.size() - 1).add(entry);
            x += width(entry);
        }
    }

    private double width(Entry entry) {
        return SAMPLE + 26 + Frame.CHARACTER * Math.min(characters, entry.name().length());
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
                String name = Frame.shortened(entry.name(), characters);
                svg.text(name, x + SAMPLE + 6, y + 4, Ink.PLAIN.fill(Ink.TEXT));
                x += width(entry);
            }
        }
    }

    /** The colour of a series; of a negative one the ink's. */
    static String colour(int series) {
        return series < 0 ? Ink.TEXT : Palette.colour(series);
    }

    private static void sample(Svg svg, Entry entry, double x, double y) {
        double middle = x + SAMPLE / 2.0;
        int series = Math.max(0, entry.series());
        Palette.Mark mark = new Palette.Mark(middle, y, colour(entry.series()));
        switch (entry.sample()) {
            case AREA -> svg.rect(middle - 6, y - 6, 12, 12, Palette.area(series), "");
            case POINT -> Palette.mark(svg, series, mark, "");
            case HOLLOW -> Palette.hollow(svg, mark, "");
            case REFERENCE -> line(svg, entry, x, y, 1.3);
            case LINE -> line(svg, entry, x, y, 2);
            case MARKED -> {
                line(svg, entry, x, y, 2);
                Palette.mark(svg, series, mark, "");
            }
        }
    }

    private static void line(Svg svg, Entry entry, double x, double y, double width) {
        svg.line(
                x,
                y,
                x + SAMPLE,
                y,
                Ink.PLAIN.stroke(colour(entry.series())).width(width).dash(entry.dash()));
    }
}
