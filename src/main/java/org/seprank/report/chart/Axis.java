package org.seprank.report.chart;

/**
 * What the numbers along one side of a chart are.
 *
 * @param title such as "walk index"
 * @param unit such as "s"; empty where there is none
 * @param spacing linear or logarithmic
 */
public record Axis(String title, String unit, Spacing spacing) {
    /** Larger numbers are not drawn: the differences of any two smaller ones are finite. */
    public static final double LARGEST = 1e300;

    /** How numbers are spread. */
    public enum Spacing {
        /** Equal differences are equal lengths. */
        LINEAR,
        /** Equal ratios are equal lengths; only positive numbers have a place. */
        LOG10
    }

    /** A linear axis without unit. */
    public static Axis linear(String title) {
        return new Axis(title, "", Spacing.LINEAR);
    }

    /** A logarithmic axis without unit. */
    public static Axis log10(String title) {
        return new Axis(title, "", Spacing.LOG10);
    }

    /** The same axis with a unit. */
    public Axis withUnit(String other) {
        return new Axis(title, other, spacing);
    }

    /** Title and unit, as it stands beside the axis. */
    public String label() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    boolean isLog() {
        return spacing == Spacing.LOG10;
    }

    /** Whether a value has a place on this axis. */
    boolean shows(double value) {
        return isLog() ? value >= 1 / LARGEST && value <= LARGEST : Math.abs(value) <= LARGEST;
    }
}
