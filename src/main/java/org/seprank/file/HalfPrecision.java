package org.seprank.file;

/** Floating-point numbers of 16 bits, IEEE 754 binary16. */
public final class HalfPrecision {
    private HalfPrecision() {}

    /** The number that these bits are. */
    public static double valueOf(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        double magnitude = exponent == 0
                ? mantissa * 0x1p-24
                : exponent == 0x1f
                        ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                        : (1024 + mantissa) * Math.pow(2, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }
}
