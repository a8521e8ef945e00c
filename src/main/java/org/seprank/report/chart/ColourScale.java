package org.seprank.report.chart;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.seprank.report.number.Numbers;

/**
 * Cividis: a perceptually uniform scale from dark blue to yellow that colour-blind readers see alike (Nuñez et al.
 * 2018), spread over values.
 */
final class ColourScale {
    private static final int[] STOPS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };
    private static final int STEPS = 60;
    private static final int WIDTH = 240;

    private final Axis axis;
    private final double min;
    private final double max;

    private ColourScale(Axis axis, double min, double max) {
        this.axis = axis;
        this.min = min;
        this.max = max;
    }

    /** From the least to the greatest of the values, which are all shown by the axis. */
    static ColourScale over(Axis axis, double[] values) {
        double min = DoubleStream.of(values).min().orElse(0);
        double max = DoubleStream.of(values).max().orElse(0);
        return new ColourScale(axis, min, max);
    }

    /** The colour of a value. */
    String colour(double value) {
        return at(share(value));
    }

    /** A colour for text on {@link #colour}. */
    String ink(double value) {
        return share(value) > 0.6 ? "#000" : "#fff";
    }

    private double share(double value) {
        if (max <= min) {
            return 0.5;
        }
        return axis.isLog()
                ? (Math.log10(value) - Math.log10(min)) / (Math.log10(max) - Math.log10(min))
                : (value - min) / (max - min);
    }

    /** The colours with the values at their ends and what they are, as far as {@code right}; 48 high. */
    void drawLegend(Svg svg, double x, double y, double right) {
        String title = axis.title() + (axis.isLog() ? " (log colour scale)" : "");
        String words = Frame.shortened(axis.unit().isEmpty() || axis.isLog() ? title : axis.label(), (int)
                ((right - x) / Frame.WIDE_CHARACTER));
        double width = (double) WIDTH / STEPS;
        for (int i = 0; i < STEPS; i++) {
            String colour = at((i + 0.5) / STEPS);
            svg.rect(x + i * width, y, width + 0.5, 12, Ink.PLAIN.fill(colour), "");
        }
        svg.group(Ink.PLAIN.fill(Ink.TEXT));
        svg.text(Numbers.brief(min), x, y + 26, Ink.PLAIN);
        svg.text(Numbers.brief(max), x + WIDTH, y + 26, Ink.PLAIN.anchor("end"));
        svg.text(words, x, y + 44, Ink.PLAIN);
        svg.close();
    }

    /** The colour at {@code share} in 0..1 as {@code #rrggbb}. */
    static String at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int low = (int) Math.min(place, STOPS.length - 2);
        double rest = place - low;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = STOPS[low] >> shift & 0xFF;
            int b = STOPS[low + 1] >> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(a + rest * (b - a));
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }
}
