package org.seprank.rank;

/**
 * Entry-wise arithmetic on vectors over GF(2³¹ - 1) that the compiler turns into vector instructions.
 *
 * <p>A residue is held as the double with the same class modulo p and absolute value at most 2³⁰, called
 * <em>centred</em>; 0 is the only centred double that is 0 modulo p. A product of two would need 60 bits, so one of the
 * factors is split into {@code high·2¹⁶ + low} with {@code |high| <= 2¹⁴} and {@code |low| <= 2¹⁵}. Every intermediate
 * is then an integer of at most 53 bits and every result exact, whatever the order of operations and without fused
 * multiply-add, which is very slow where the processor lacks it.
 */
public final class ModularVectors {
    static final double SPLIT = 0x1p16;
    private static final double UNSPLIT = 0x1p-16;
    private static final double P = Modular.PRIME;
    private static final double OVER_P = 1 / P;
    // adding and subtracting it rounds a double below 2⁵¹ to the nearest integer
    private static final double ROUND = 0x1.8p52;

    private ModularVectors() {}

    /** The centred form of a residue in 0..p-1. */
    public static double centred(int residue) {
        return residue > Modular.PRIME / 2 ? residue - P : residue;
    }

    /** The residue in 0..p-1 of a centred double. */
    public static int residue(double centred) {
        return (int) (centred < 0 ? centred + P : centred);
    }

    /**
     * The centred form of an integer of absolute value at most {@code 2⁵² + 2⁴⁷}: the multiple of p that is subtracted
     * is below 2⁵³ then, so nothing is rounded but the quotient.
     */
    static double reduce(double number) {
        return number - ((number * OVER_P + ROUND) - ROUND) * P;
    }

    /** The upper part of a centred double, in units of 2¹⁶. */
    static double high(double centred) {
        return (centred * UNSPLIT + ROUND) - ROUND;
    }

    /** The product of two centred doubles. */
    public static double multiply(double x, double y) {
        double high = high(y);
        return reduce(reduce(x * high) * SPLIT + x * (y - high * SPLIT));
    }

    /**
     * Multiplies {@code x} entry-wise by {@code y}.
     *
     * @param x length n, centred; overwritten
     * @param y length at least n, centred; may be {@code x} itself
     */
    static void multiply(double[] x, double[] y) {
        for (int j = 0; j < x.length; j++) {
            x[j] = multiply(x[j], y[j]);
        }
    }

    /** Multiplies the entries {@code from..to-1} of {@code x} by a centred scalar. */
    static void scale(double[] x, double scalar, int from, int to) {
        double high = high(scalar);
        double low = scalar - high * SPLIT;
        for (int j = from; j < to; j++) {
            x[j] = reduce(reduce(x[j] * high) * SPLIT + x[j] * low);
        }
    }

    /**
     * Multiplies {@code x} entry-wise by a power of {@code y}.
     *
     * @param x length n, centred; overwritten
     * @param y length n, centred; left as it is
     * @param exponent at least 1
     */
    public static void multiplyByPower(double[] x, double[] y, long exponent) {
        if (exponent == 1) {
            multiply(x, y);
            return;
        }
        double[] square = y.clone();
        for (long e = exponent; ; ) {
            if ((e & 1) == 1) {
                multiply(x, square);
            }
            e >>= 1;
            if (e == 0) {
                return;
            }
            multiply(square, square);
        }
    }
}
