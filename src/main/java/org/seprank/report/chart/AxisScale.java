package org.seprank.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Where numbers are along an axis: an increasing map to 0..1. Ticks are multiples of 1, 2 or 5 times a power of ten (on
 * long logarithmic axes powers of ten), and the first and last of them enclose the data.
 */
final class AxisScale {
    private static final int TICKS = 6;
    private static final int MOST_WHOLE = 9;
    private static final double RESOLUTION = 1e-12;
    private static final double SMALLEST = 1e-290;

    /** A labelled place on an axis. */
    record Tick(double value, String label) {}

    private final boolean log;
    private final double from;
    private final double to;
    private final List<Tick> ticks;
    private final boolean named;
    private final double[] edges; // of bins that are drawn equally wide; none otherwise

    private AxisScale(boolean log, double from, double to, List<Tick> ticks) {
        this(log, from, to, ticks, false, new double[0]);
    }

    private AxisScale(boolean log, double from, double to, List<Tick> ticks, boolean named, double[] edges) {
        this.named = named;
        this.edges = edges;
        this.log = log;
        this.from = from;
        this.to = to;
        this.ticks = List.copyOf(ticks);
    }

    /** An axis over all of the values that have a place on it. */
    static AxisScale of(Axis axis, DoubleStream values) {
        double[] shown = shown(axis, values);
        double min = DoubleStream.of(shown).min().orElse(1);
        double max = DoubleStream.of(shown).max().orElse(1);
        List<Tick> ticks = axis.isLog() ? logTicks(min, max) : linearTicks(min, max);
        double from = ticks.get(0).value();
        double to = ticks.get(ticks.size() - 1).value();
        return new AxisScale(axis.isLog(), from, to, ticks);
    }

    /**
     * A horizontal axis that ends where the values end, with ticks between; whole numbers have ticks at whole numbers.
     */
    static AxisScale tight(Axis axis, DoubleStream values) {
        double[] shown = shown(axis, values);
        double min = DoubleStream.of(shown).min().orElse(1);
        double max = DoubleStream.of(shown).max().orElse(1);
        if (max - min <= Math.max(Math.abs(min), Math.abs(max)) * 1e-9) {
            return of(axis, DoubleStream.of(shown));
        }
        if (axis.isLog()) {
            List<Tick> inside = logTicks(min, max).stream()
                    .filter(tick -> tick.value() >= min && tick.value() <= max)
                    .toList();
            return inside.size() < 2 ? of(axis, DoubleStream.of(shown)) : new AxisScale(true, min, max, inside);
        }
        boolean whole = DoubleStream.of(shown).allMatch(value -> value == Math.rint(value));
        BigDecimal step = step((max - min) / (TICKS + 1));
        if (whole && (step.compareTo(BigDecimal.ONE) < 0 || max - min <= MOST_WHOLE)) {
            step = BigDecimal.ONE;
        }
        List<BigDecimal> places = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step.doubleValue()); i * step.doubleValue() <= max; i++) {
            places.add(step.multiply(BigDecimal.valueOf(i)));
        }
        if (whole && places.get(0).doubleValue() > min) {
            boolean near = places.get(0).doubleValue() - min < step.doubleValue() / 2;
            places.set(0, near ? BigDecimal.valueOf((long) min) : places.get(0));
            if (!near) {
                places.add(0, BigDecimal.valueOf((long) min));
            }
        }
        return new AxisScale(false, min, max, labelled(places));
    }

    private static double[] shown(Axis axis, DoubleStream values) {
        return DoubleStream.concat(values, axis.reach().stream().mapToDouble(Double::doubleValue))
                .filter(axis::shows)
                .toArray();
    }

    /** An axis of names: the i-th is around i + 1/2. */
    static AxisScale categories(List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(new Tick(i + 0.5, names.get(i)));
        }
        return new AxisScale(false, 0, Math.max(1, names.size()), ticks, true, new double[0]);
    }

    /**
     * An axis along which all bins are equally wide, with some of their edges as ticks; two edges at least, ascending.
     */
    static AxisScale bins(double[] edges) {
        int stride = (edges.length + TICKS - 1) / TICKS;
        List<BigDecimal> shown = new ArrayList<>();
        for (int i = 0; i < edges.length; i += stride) {
            shown.add(BigDecimal.valueOf(edges[i]));
        }
        return new AxisScale(false, edges[0], edges[edges.length - 1], labelled(shown), false, edges.clone());
    }

    /** The place of a value, within 0..1 between the first and the last tick. */
    double at(double value) {
        if (edges.length > 0) {
            int place = Arrays.binarySearch(edges, value);
            int bin = Math.max(0, Math.min(edges.length - 2, place >= 0 ? place : -place - 2));
            double within = (value - edges[bin]) / (edges[bin + 1] - edges[bin]);
            return (bin + within) / (edges.length - 1);
        }
        return log
                ? (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (value - from) / (to - from);
    }

    /** Whether it is one of names. */
    boolean hasNames() {
        return named;
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** Where bars stand: 0, or the lower end of a logarithmic axis. */
    double base() {
        return log ? from : Math.max(from, Math.min(to, 0));
    }

    private static List<Tick> linearTicks(double min, double max) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        double least = Math.max(size * RESOLUTION, SMALLEST);
        double room = max - min >= least ? 0 : size == 0 ? 0.5 : Math.max(size / 10, SMALLEST);
        double low = min - room;
        double high = max + room;
        BigDecimal step = step((high - low) / (TICKS - 1));
        long first = (long) Math.floor(low / step.doubleValue());
        long last = (long) Math.ceil(high / step.doubleValue());
        first -= step.multiply(BigDecimal.valueOf(first)).doubleValue() > low ? 1 : 0;
        last += step.multiply(BigDecimal.valueOf(last)).doubleValue() < high ? 1 : 0;
        return labelled(LongStream.rangeClosed(first, last)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .toList());
    }

    /** The least of 1, 2 or 5 times a power of ten that is not below {@code rough}. */
    private static BigDecimal step(double rough) {
        int power = (int) Math.floor(Math.log10(rough));
        double mantissa = rough / Math.pow(10, power);
        int digit = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
        return BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
    }

    private static List<Tick> logTicks(double min, double max) {
        int low = (int) Math.floor(Math.log10(min));
        int high = (int) Math.ceil(Math.log10(max));
        low -= power(low) > min ? 1 : 0;
        high += power(high) < max || high == low ? 1 : 0;
        int stride = (high - low + TICKS) / (TICKS + 1);
        int steps = (high - low + stride - 1) / stride;
        List<BigDecimal> ticks = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(low + i * stride);
            ticks.add(power);
            if (high - low <= 2) {
                ticks.add(power.multiply(BigDecimal.valueOf(2)));
                ticks.add(power.multiply(BigDecimal.valueOf(5)));
            }
        }
        ticks.add(BigDecimal.ONE.scaleByPowerOfTen(low + steps * stride));
        return labelled(trimmed(ticks, min, max));
    }

    /** Without the ticks beyond those that enclose the data, but with two at least. */
    private static List<BigDecimal> trimmed(List<BigDecimal> ticks, double min, double max) {
        int first = 0;
        int last = ticks.size() - 1;
        while (last - first > 1 && ticks.get(first + 1).doubleValue() <= min) {
            first++;
        }
        while (last - first > 1 && ticks.get(last - 1).doubleValue() >= max) {
            last--;
        }
        return ticks.subList(first, last + 1);
    }

    private static double power(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue();
    }

    /** All of an axis are written in one form: with so many decimals, or with powers of ten. */
    private static List<Tick> labelled(List<BigDecimal> values) {
        boolean powers = values.stream().anyMatch(value -> value.signum() != 0 && isExtreme(exponent(value)));
        int decimals = values.stream()
                .mapToInt(value -> value.signum() == 0
                        ? 0
                        : Math.max(0, value.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        return values.stream()
                .map(value -> new Tick(value.doubleValue(), powers ? scientific(value) : plain(value, decimals)))
                .toList();
    }

    private static boolean isExtreme(int exponent) {
        return exponent > 6 || exponent < -4;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = exponent(value);
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** On a logarithmic axis that spans many powers, decimals are only where they are needed. */
    private static String plain(BigDecimal value, int decimals) {
        int own =
                Math.max(0, value.signum() == 0 ? 0 : value.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + (decimals > 2 ? own : decimals) + "f", value);
    }
}
