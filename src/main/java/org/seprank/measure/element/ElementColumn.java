package org.seprank.measure.element;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.seprank.work.Progress;

/**
 * A quantity of every edge, or of every vertex, of a graph.
 *
 * @param name lower case with underscores, then partition and depth where it is about such
 * @param values by number of the edge or vertex; NaN where one has none
 * @param missing why the graph does not have the quantity, empty where it does
 */
public record ElementColumn(String name, IntFunction<Number> values, String missing) {
    private static final double MOST_STEPS = 1e12; // hours

    static ElementColumn of(String name, IntFunction<Number> values) {
        return new ElementColumn(name, values, "");
    }

    static ElementColumn missing(String name, String why) {
        return new ElementColumn(name, i -> Double.NaN, why);
    }

    /** Computes values. */
    @FunctionalInterface
    interface Values {
        /**
         * By number of the element.
         *
         * @throws IllegalArgumentException if the graph does not have the quantity
         */
        IntFunction<Number> compute();
    }

    /** Whether there are values. */
    public boolean known() {
        return missing.isEmpty();
    }

    /**
     * A column that may be refused.
     *
     * @param steps about how many elementary steps it takes
     */
    static ElementColumn computed(String name, double steps, Progress progress, Values values) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        if (steps > MOST_STEPS) {
            return missing(name, String.format(Locale.ROOT, "it would take about %.0e steps", steps));
        }
        progress.start(name.replace('_', ' '), -1);
        try {
            return of(name, values.compute());
        } catch (IllegalArgumentException notDefined) {
            return missing(name, String.valueOf(notDefined.getMessage()));
        }
    }

    /** Numbers by element as such a function. */
    static IntFunction<Number> numbers(double[] values) {
        return i -> values[i];
    }

    static IntFunction<Number> numbers(int[] values) {
        return i -> values[i];
    }

    static IntFunction<Number> numbers(long[] values) {
        return i -> values[i];
    }
}
