package org.seprank.graph.io.binary;

import java.io.IOException;
import org.seprank.graph.io.codec.Output;

/** The code of graph6 and sparse6: six bits per character, as 63 to 126; numbers n in 1, 4 or 8 characters. */
final class SixBits {
    private static final int ZERO = 63;
    private static final int ESCAPE = 126;
    private static final long ONE_CHARACTER = 62;
    private static final long FOUR_CHARACTERS = 258047;

    private final Output output;
    private int bits;
    private int count;

    SixBits(Output output) {
        this.output = output;
    }

    /** Whether a line has only characters of the code from a position on. */
    static boolean isCode(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) < ZERO || line.charAt(i) > ESCAPE) {
                return false;
            }
        }
        return true;
    }

    /** How many characters the number at a position takes; more than there are if the line is too short. */
    static int lengthOfNumber(String line, int from) {
        if (from >= line.length() || line.charAt(from) != ESCAPE) {
            return 1;
        }
        return from + 1 < line.length() && line.charAt(from + 1) == ESCAPE ? 8 : 4;
    }

    /** The number at a position, of which {@link #lengthOfNumber} characters are there. */
    static long number(String line, int from) {
        int length = lengthOfNumber(line, from);
        int start = length == 1 ? from : from + (length == 4 ? 1 : 2);
        long n = 0;
        for (int i = start; i < from + length; i++) {
            n = n << 6 | line.charAt(i) - ZERO;
        }
        return n;
    }

    /** Bit {@code i} after a position. */
    static int bit(String line, int from, long i) {
        int character = line.charAt(from + (int) (i / 6)) - ZERO;
        return (character >> (5 - i % 6)) & 1;
    }

    /** The number of {@code count} bits from bit {@code i} after a position on. */
    static int bits(String line, int from, long i, int count) {
        int value = 0;
        for (int k = 0; k < count; k++) {
            value = value << 1 | bit(line, from, i + k);
        }
        return value;
    }

    /** Writes n. */
    void writeNumber(long n) throws IOException {
        int digits = n <= ONE_CHARACTER ? 1 : n <= FOUR_CHARACTERS ? 3 : 6;
        output.text(digits == 1 ? "" : digits == 3 ? "~" : "~~");
        for (int digit = digits - 1; digit >= 0; digit--) {
            character((int) ((n >> (6 * digit)) & 63));
        }
    }

    /** Writes a bit. */
    void write(int bit) throws IOException {
        bits = bits << 1 | bit;
        if (++count == 6) {
            character(bits);
            bits = 0;
            count = 0;
        }
    }

    /** Writes the lowest {@code length} bits of a number, the highest of them first. */
    void write(int value, int length) throws IOException {
        for (int i = length - 1; i >= 0; i--) {
            write(value >> i & 1);
        }
    }

    /** How many bits are missing to a whole character. */
    int missing() {
        return (6 - count) % 6;
    }

    /** Fills the last character up. */
    void fill(int bit) throws IOException {
        while (count != 0) {
            write(bit);
        }
    }

    private void character(int sixBits) throws IOException {
        output.text(Character.toString(ZERO + sixBits));
    }
}
