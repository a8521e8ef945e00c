package org.seprank.lab;

import java.util.List;

/**
 * Curves that belong in one picture.
 *
 * @param key for machines: letters, digits, - and _
 * @param title for people
 * @param x what runs to the right
 * @param y what runs upwards
 * @param curves in the order of the legend
 */
public record Panel(String key, String title, Side x, Side y, List<Curve> curves) {
    /**
     * One side of the picture.
     *
     * @param title such as "iteration"
     * @param logarithmic whether equal ratios are equal lengths
     */
    public record Side(String title, boolean logarithmic) {
        /** Equal differences are equal lengths. */
        public static Side linear(String title) {
            return new Side(title, false);
        }

        /** Equal ratios are equal lengths. */
        public static Side logarithmic(String title) {
            return new Side(title, true);
        }
    }

    /** Keeps the order. */
    public Panel {
        curves = List.copyOf(curves);
    }

    /** A picture over iterations. */
    public static Panel overIterations(String key, String title, Side y, List<Curve> curves) {
        return new Panel(key, title, Side.linear("iteration"), y, curves);
    }
}
