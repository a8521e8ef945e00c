package org.seprank.graph.io.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The edges in some whole lines of an integer edge list. A block that has anything but integers without leading zeros,
 * a numeric third column, blanks and comments {@linkplain #failed fails}; the reader for general lists then finds out
 * what it is.
 */
final class EdgeBlock {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };
    private static final long EXACT = 1L << 53;
    private static final int DIGITS = 18; // always fit in 63 bits; 19 may

    private final byte[] data;
    private final int end;
    private final EdgeListHeader header = new EdgeListHeader();
    private int at;
    private boolean failed;
    private int columns;
    private int count;
    private boolean bareComma; // in this line, between two fields
    private boolean blankOnly; // in this line, so that a bare comma may be that of a decimal
    private long[] ends;
    private double[] weights = new double[0];

    private EdgeBlock(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
        this.ends = new long[Math.max(16, (end - start) / 6)];
    }

    /** Reads the lines between two positions. */
    static EdgeBlock parse(byte[] data, int start, int end) {
        EdgeBlock block = new EdgeBlock(data, start, end);
        block.lines();
        return block;
    }

    boolean failed() {
        return failed;
    }

    /** 2, or 3 with weights, or 0 in a block without edges. */
    int columns() {
        return columns;
    }

    int count() {
        return count;
    }

    /** The ends of edge e are at 2 e and 2 e + 1. */
    long[] ends() {
        return ends;
    }

    double weight(int e) {
        return weights[e];
    }

    EdgeListHeader header() {
        return header;
    }

    private void lines() {
        while (at < end && !failed) {
            byte b = data[at];
            if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
                at++;
            } else if (b == '#' || b == '%') {
                comment();
            } else {
                edge();
            }
        }
    }

    private void comment() {
        int start = at;
        while (at < end && !endsLine(data[at])) {
            at++;
        }
        header.accept(new String(data, start, at - start, StandardCharsets.UTF_8), 0);
    }

    private static boolean endsLine(byte b) {
        return b == '\n' || b == '\r';
    }

    private void edge() {
        bareComma = false;
        blankOnly = false;
        if (2 * count + 2 > ends.length) {
            ends = Arrays.copyOf(ends, ends.length + (ends.length >> 1));
        }
        ends[2 * count] = integer();
        separator();
        ends[2 * count + 1] = integer();
        separator();
        if (at < end && !endsLine(data[at])) {
            weight();
            separator();
            columns(3);
            failed |= at < end && !endsLine(data[at]);
        } else {
            columns(2);
        }
        count++;
    }

    private void columns(int found) {
        failed |= columns != 0 && columns != found;
        columns = found;
    }

    /** Skips blanks and commas; a field must end here. */
    private void separator() {
        int start = at;
        int commas = 0;
        while (at < end && (data[at] == ' ' || data[at] == '\t' || data[at] == ',')) {
            commas += data[at] == ',' ? 1 : 0;
            at++;
        }
        if (at < end && !endsLine(data[at])) {
            bareComma |= commas > 0 && commas == at - start;
            blankOnly |= commas == 0;
            failed |= at == start || (bareComma && blankOnly);
        }
    }

    private long integer() {
        int i = at;
        boolean negative = i < end && data[i] == '-';
        if (negative) {
            i++;
        }
        int start = i;
        long value = 0;
        while (i < end && data[i] >= '0' && data[i] <= '9') {
            value = 10 * value + (data[i] - '0');
            i++;
        }
        int digits = i - start;
        failed |= digits == 0 || digits > DIGITS + 1 || value < 0 || (data[start] == '0' && (digits > 1 || negative));
        at = i;
        return negative ? -value : value;
    }

    private void weight() {
        int start = at;
        boolean negative = data[at] == '-';
        if (negative || data[at] == '+') {
            at++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1;
        boolean plain = true;
        for (; at < end && !endsField(data[at]); at++) {
            byte b = data[at];
            if (b >= '0' && b <= '9' && digits < DIGITS) {
                value = 10 * value + (b - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (b == '.' && decimals < 0) {
                decimals = 0;
            } else {
                plain = false;
            }
        }
        // a quotient of two exactly represented numbers is the correctly rounded one
        boolean exact = plain && digits > 0 && value < EXACT;
        double magnitude = exact ? value / POWERS_OF_TEN[Math.max(0, decimals)] : 0;
        store(exact ? (negative ? -magnitude : magnitude) : slowWeight(start));
    }

    private static boolean endsField(byte b) {
        return b == ' ' || b == '\t' || b == ',' || endsLine(b);
    }

    private double slowWeight(int start) {
        byte last = data[at - 1];
        if ((last < '0' || last > '9') && last != '.') {
            failed = true; // "1f", "NaN"
            return 0;
        }
        try {
            double value = Double.parseDouble(new String(data, start, at - start, StandardCharsets.ISO_8859_1));
            failed |= !Double.isFinite(value);
            return value;
        } catch (NumberFormatException e) {
            failed = true;
            return 0;
        }
    }

    private void store(double weight) {
        if (count >= weights.length) {
            weights = Arrays.copyOf(weights, ends.length / 2);
        }
        weights[count] = weight;
    }
}
