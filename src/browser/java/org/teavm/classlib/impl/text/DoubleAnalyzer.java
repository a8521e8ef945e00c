package org.teavm.classlib.impl.text;

import org.teavm.jso.JSBody;

/**
 * The shortest decimal digits of a number, as JavaScript finds them. It takes the place of TeaVM's class of this name,
 * whose tables are large.
 */
public final class DoubleAnalyzer {
    public static final int DECIMAL_PRECISION = 18;
    public static final long DOUBLE_MAX_POS = 100_000_000_000_000_000L;

    private DoubleAnalyzer() {}

    /** What is found: {@link #DECIMAL_PRECISION} digits as a whole number, and the exponent of ten of the first. */
    public static class Result {
        public long mantissa;
        public int exponent;
        public boolean sign;
    }

    @JSBody(params = "number", script = "return number.toExponential();")
    private static native String exponential(double number);

    public static void analyze(double number, Result result) {
        result.sign = number < 0 || 1 / number < 0;
        result.mantissa = 0;
        result.exponent = 0;
        if (number == 0) {
            return;
        }
        String text = exponential(Math.abs(number));
        int at = text.indexOf('e');
        int digits = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) != '.') {
                result.mantissa = 10 * result.mantissa + (text.charAt(i) - '0');
                digits++;
            }
        }
        for (; digits < DECIMAL_PRECISION; digits++) {
            result.mantissa *= 10;
        }
        boolean small = text.charAt(at + 1) == '-';
        for (int i = at + 2; i < text.length(); i++) {
            result.exponent = 10 * result.exponent + (text.charAt(i) - '0');
        }
        result.exponent = small ? -result.exponent : result.exponent;
    }
}
