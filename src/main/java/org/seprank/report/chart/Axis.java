package org.seprank.report.chart;

import java.util.List;

/**
 * What the numbers along one side of a chart are.
 *
 * @param title such as "walk index"
 * @param unit such as "s"; empty where there is none
 * @param spacing linear or logarithmic
 * @param reach numbers that have a place on it whatever is drawn, so that several charts can share it
 */
public record Axis(String title, String unit, Spacing spacing, List<Double> reach) {
    /** Larger numbers are not drawn: the differences of any two smaller ones are finite. */
    public static final double LARGEST = 1e300;

    /** How numbers are spread. */
    public enum Spacing {
        /** Equal differences are equal lengths. */
        LINEAR,
        /** Equal ratios are equal lengths; only positive numbers have a place. */
        LOG10
    }

    /** Copies the list. */
    public Axis {
        reach = List.copyOf(reach);
    }

    /** A linear axis without unit. */
    public static Axis linear(String title) {
        return new Axis(title, "", Spacing.LINEAR, List.of());
    }

    /** A logarithmic axis without unit. */
    public static Axis log10(String title) {
        return new Axis(title, "", Spacing.LOG10, List.of());
    }

    /** The same axis with a unit. */
    public Axis withUnit(String other) {
        return new Axis(title, other, spacing, reach);
    }

    /** The same axis, on which these numbers have a place too. */
    public Axis covering(List<Double> numbers) {
        return new Axis(title, unit, spacing, numbers);
    }

    /** Title and unit. */
    public String label() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    /** Title, unit, and that it is logarithmic, as it stands beside the axis. */
    String caption() {
        return isLog() ? title + " (" + (unit.isEmpty() ? "" : unit + ", ") + "log)" : label();
    }

    boolean isLog() {
        return spacing == Spacing.LOG10;
    }

    /** Whether a value has a place on this axis. */
    boolean shows(double value) {
        return isLog() ? value >= 1 / LARGEST && value <= LARGEST : Math.abs(value) <= LARGEST;
    }
}
