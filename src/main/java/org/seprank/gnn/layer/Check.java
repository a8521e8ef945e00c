package org.seprank.gnn.layer;

/** Messages about values out of range. */
public final class Check {
    private Check() {}

    /** A whole number in {@code least..most}. */
    public static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " is not in " + least + ".." + most);
        }
    }

    /** The temperature of a softmax, in -1e6..1e6. */
    static void temperature(double value) {
        if (!(Math.abs(value) <= 1e6)) {
            throw new IllegalArgumentException("temperature " + value + " is not in -1e6..1e6");
        }
    }

    /** A probability of dropping something, in [0, 1). */
    public static void rate(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " " + value + " is not in [0, 1)");
        }
    }
}
