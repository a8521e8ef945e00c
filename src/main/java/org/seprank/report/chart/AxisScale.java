package org.seprank.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    private static final double RESOLUTION = 1e-12;
    private static final double SMALLEST = 1e-290;

    /** A labelled place on an axis. */
    record Tick(double value, String label) {}

    private final boolean log;
    private final double from;
    private final double to;
    private final List<Tick> ticks;

    private AxisScale(boolean log, double from, double to, List<Tick> ticks) {
        this.log = log;
        this.from = from;
        this.to = to;
        this.ticks = List.copyOf(ticks);
    }

    /** An axis over all of the values that have a place on it. */
    static AxisScale of(Axis axis, DoubleStream values) {
        double[] shown = values.filter(axis::shows).toArray();
        double min = DoubleStream.of(shown).min().orElse(1);
        double max = DoubleStream.of(shown).max().orElse(1);
        List<Tick> ticks = axis.isLog() ? logTicks(min, max) : linearTicks(min, max);
        double from = ticks.get(0).value();
        double to = ticks.get(ticks.size() - 1).value();
        return new AxisScale(axis.isLog(), from, to, ticks);
    }

    /** An axis of names: the i-th is around i + 1/2. */
    static AxisScale categories(List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(new Tick(i + 0.5, names.get(i)));
        }
        return new AxisScale(false, 0, Math.max(1, names.size()), ticks);
    }

    /** The place of a value, within 0..1 between the first and the last tick. */
    double at(double value) {
        return log
                ? (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (value - from) / (to - from);
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
        first -= multiple(step, first).value() > low ? 1 : 0;
        last += multiple(step, last).value() < high ? 1 : 0;
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> multiple(step, i))
                .toList();
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
        low -= power(low).value() > min ? 1 : 0;
        high += power(high).value() < max || high == low ? 1 : 0;
        int stride = (high - low + TICKS) / (TICKS + 1);
        int steps = (high - low + stride - 1) / stride;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int power = low + i * stride;
            ticks.add(power(power));
            if (high - low <= 2) {
                ticks.add(multiple(BigDecimal.ONE.scaleByPowerOfTen(power), 2));
                ticks.add(multiple(BigDecimal.ONE.scaleByPowerOfTen(power), 5));
            }
        }
        ticks.add(power(low + steps * stride));
        return trimmed(ticks, min, max);
    }

    /** Without the ticks beyond those that enclose the data, but with two at least. */
    private static List<Tick> trimmed(List<Tick> ticks, double min, double max) {
        int first = 0;
        int last = ticks.size() - 1;
        while (last - first > 1 && ticks.get(first + 1).value() <= min) {
            first++;
        }
        while (last - first > 1 && ticks.get(last - 1).value() >= max) {
            last--;
        }
        return ticks.subList(first, last + 1);
    }

    private static Tick power(int power) {
        return multiple(BigDecimal.ONE.scaleByPowerOfTen(power), 1);
    }

    private static Tick multiple(BigDecimal step, long times) {
        BigDecimal value = step.multiply(BigDecimal.valueOf(times));
        return new Tick(value.doubleValue(), label(value));
    }

    private static String label(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (value.signum() != 0 && (exponent > 6 || exponent < -4)) {
            return stripped.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }
}
