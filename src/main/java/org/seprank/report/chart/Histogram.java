package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.seprank.report.number.Numbers;

/**
 * How often values are in which range. Heights are counts; bins are equally wide, also where their ranges are not.
 *
 * @param title what is shown
 * @param x what the values are
 * @param bins in ascending order
 */
public record Histogram(String title, Axis x, List<Bin> bins) implements Framed {
    private static final int MAX_BINS = 60;

    /**
     * A range of values.
     *
     * @param low its lower end
     * @param high its upper end, larger than {@code low}; belongs to the next bin, if there is one
     * @param count how many values are in it, at least 0
     */
    public record Bin(double low, double high, long count) {
        /** Checks the order. */
        public Bin {
            if (!(low < high) || count < 0) {
                throw new IllegalArgumentException(
                        "bin " + low + ".." + high + " of " + count + " values is empty or has a negative count");
            }
        }
    }

    /** Checks that bins do not overlap. */
    public Histogram {
        bins = List.copyOf(bins);
        for (int i = 1; i < bins.size(); i++) {
            if (bins.get(i).low() < bins.get(i - 1).high()) {
                throw new IllegalArgumentException("bin " + bins.get(i) + " starts before the one before it ends");
            }
        }
    }

    /**
     * Counts values in bins of equal length along the axis, about as long as the rule of Freedman and Diaconis (1981)
     * says, 2 IQR n^(-1/3), and {@value #MAX_BINS} at most. Values without a place on the axis are left out. Time O(n
     * log n).
     */
    public static Histogram of(String title, Axis x, double[] values) {
        double[] sorted = DoubleStream.of(values)
                .filter(x::shows)
                .map(value -> x.isLog() ? Math.log10(value) : value)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Histogram(title, x, List.of());
        }
        double min = sorted[0];
        double max = sorted[sorted.length - 1];
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min <= size * 1e-9) {
            double room = x.isLog() || size == 0 ? 0.25 : size / 10;
            min -= room;
            max += room;
        }
        double spread = sorted[(3 * sorted.length) / 4] - sorted[sorted.length / 4];
        double length = 2 * spread / Math.cbrt(sorted.length);
        int count = length > 0
                ? (int) Math.max(1, Math.min(MAX_BINS, Math.ceil((max - min) / length)))
                : (int) Math.min(MAX_BINS, Math.ceil(Math.sqrt(sorted.length)));
        return new Histogram(title, x, bins(x, sorted, edges(min, max, count)));
    }

    private static double[] edges(double min, double max, int count) {
        double[] edges = new double[count + 1];
        Arrays.setAll(edges, i -> min + (max - min) * i / count);
        edges[count] = max;
        return edges;
    }

    private static List<Bin> bins(Axis x, double[] sorted, double[] edges) {
        List<Bin> bins = new ArrayList<>();
        int next = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            int start = next;
            boolean last = i + 2 == edges.length;
            while (next < sorted.length && (last || sorted[next] < edges[i + 1])) {
                next++;
            }
            double low = x.isLog() ? Math.pow(10, edges[i]) : edges[i];
            double high = x.isLog() ? Math.pow(10, edges[i + 1]) : edges[i + 1];
            bins.add(new Bin(low, high, next - start));
        }
        return bins;
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Histogram of " + x.label());
        long total = bins.stream().mapToLong(Bin::count).sum();
        if (total == 0) {
            return words.say("No data").text();
        }
        Bin fullest =
                bins.stream().reduce((a, b) -> b.count() > a.count() ? b : a).orElseThrow();
        return words.say(Numbers.plain((double) total) + " values in " + Words.count(bins.size(), "bin") + " from "
                        + Numbers.plain(bins.get(0).low()) + " to "
                        + Numbers.plain(bins.get(bins.size() - 1).high()))
                .say("Fullest: " + tip(fullest))
                .text();
    }

    @Override
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        bins.forEach(bin -> rows.add(List.of(bin.low(), bin.high(), (double) bin.count())));
        return new Data(List.of("low", "high", "count"), rows);
    }

    @Override
    public String finding() {
        double total = bins.stream().mapToLong(Bin::count).sum();
        if (total == 0) {
            return "No data.";
        }
        Bin fullest =
                bins.stream().reduce((a, b) -> b.count() > a.count() ? b : a).orElseThrow();
        return Numbers.brief((double) fullest.count()) + " of " + Numbers.brief(total) + " values are between "
                + Numbers.brief(fullest.low()) + " and " + Numbers.brief(fullest.high()) + ".";
    }

    @Override
    public Axis y() {
        return Axis.linear("count");
    }

    @Override
    public DoubleStream abscissas() {
        return shown().stream().flatMapToDouble(bin -> DoubleStream.of(bin.low(), bin.high()));
    }

    @Override
    public DoubleStream ordinates() {
        return DoubleStream.concat(DoubleStream.of(0), shown().stream().mapToDouble(Bin::count));
    }

    private List<Bin> shown() {
        return bins.stream()
                .filter(bin -> x.shows(bin.low()) && x.shows(bin.high()))
                .toList();
    }

    @Override
    public Frame frame(Form form) {
        boolean uneven = uneven();
        AxisScale across =
                uneven ? AxisScale.bins(abscissas().sorted().distinct().toArray()) : AxisScale.of(x, abscissas());
        String caption = uneven ? x.caption() + " (bins)" : x.caption();
        AxisScale up = AxisScale.of(y(), ordinates());
        boolean none = shown().stream().mapToLong(Bin::count).sum() == 0;
        return Frame.of(title, new Frame.Axes(across, caption, up, y().caption()), Frame.Room.NONE, form, none);
    }

    /** Whether areas would lie if bins were as wide as their ranges, since heights are counts. */
    private boolean uneven() {
        var widths = shown().stream().mapToDouble(bin -> bin.high() - bin.low()).summaryStatistics();
        return !x.isLog() && widths.getCount() > 0 && widths.getMax() > 1.01 * widths.getMin();
    }

    @Override
    public void mark(Svg svg, Frame frame) {
        for (Bin bin : shown()) {
            double left = frame.x(bin.low());
            double top = frame.y((double) bin.count());
            svg.rect(left, top, frame.x(bin.high()) - left, frame.y(0) - top, Palette.area(0), tip(bin));
        }
    }

    private static String tip(Bin bin) {
        return Numbers.plain((double) bin.count()) + " from " + Numbers.plain(bin.low()) + " to "
                + Numbers.plain(bin.high());
    }
}
