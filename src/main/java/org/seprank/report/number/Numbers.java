package org.seprank.report.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people, independent of the machine's locale. */
public final class Numbers {
    private static final int EXACT_DIGITS = 15;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-3;
    private static final double BRIEFLY_SMALL = 1e-4;

    private Numbers() {}

    /** All digits with thin grouping up to 15 digits, else four significant digits and a power of ten. */
    public static String whole(BigInteger number) {
        String digits = number.toString();
        if (digits.length() <= EXACT_DIGITS) {
            return String.format(Locale.ROOT, "%,d", number);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /**
     * Three decimals, fewer for large numbers; four significant digits and a power of ten below 0.001 and from 1e7 on;
     * 0 is a plain 0 of either sign, so that three zeros never hide a number.
     */
    public static String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0) {
            return "0";
        }
        if (size >= LARGE || size < SMALL) {
            return String.format(Locale.ROOT, "%.3e", number);
        }
        int decimals = size >= 1000 ? 1 : size >= 100 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Like {@link #whole} where the number is whole and exactly representable, else like {@link #real}. */
    public static String plain(double number) {
        boolean whole = Math.abs(number) <= 1L << 53 && number == Math.rint(number);
        return whole ? whole(BigInteger.valueOf((long) number)) : real(number);
    }

    /**
     * At most three significant digits, whole numbers and those from 1000 on without decimals; a power of ten below
     * 0.0001 and from 1e7 on.
     */
    public static String brief(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number) || size == 0) {
            return real(number);
        }
        if (size >= LARGE || size < BRIEFLY_SMALL) {
            return String.format(Locale.ROOT, "%.2e", number).replaceFirst("e\\+?(-?)0*(\\d)", "e$1$2");
        }
        if (number == Math.rint(number) || size >= 999.5) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Seconds as "12 ms", "3.4 s", "5 min" or "2.5 h". */
    public static String duration(double seconds) {
        if (seconds < 0.9995) {
            return String.format(Locale.ROOT, "%.0f ms", 1000 * seconds);
        }
        if (seconds < 99.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /** Bytes as "640 B", "12 KiB", "3.4 MiB" or "1.2 GiB". */
    public static String bytes(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        double size = bytes;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 && unit > 1 ? "%.1f %s" : "%.0f %s", size, units[unit]);
    }
}
