package org.seprank.rewire.resistance;

/**
 * A pair of vertices and the effective resistance between them.
 *
 * @param u the smaller end
 * @param v the larger end
 * @param resistance in the graph as it was when the pair was chosen
 */
record Resistor(int u, int v, double resistance) {
    /** Values this near, relative to the larger, are equal: what rounding makes of equal ones differs by less. */
    private static final double SAME = 1e-9;

    /** Whether one number is larger than another by more than rounding. */
    static boolean larger(double a, double b) {
        return a - b > SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Whether this pair has the larger resistance, or the same and comes first by its ends. */
    boolean farther(Resistor that) {
        return larger(resistance, that.resistance) || (!larger(that.resistance, resistance) && comesBefore(that));
    }

    /** Whether this pair has the smaller resistance, or the same and comes first by its ends. */
    boolean nearer(Resistor that) {
        return larger(that.resistance, resistance) || (!larger(resistance, that.resistance) && comesBefore(that));
    }

    private boolean comesBefore(Resistor that) {
        return u != that.u ? u < that.u : v < that.v;
    }
}
