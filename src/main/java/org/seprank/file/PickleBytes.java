package org.seprank.file;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, taken from front to end; what is asked for beyond the end is refused before it is made. */
final class PickleBytes {
    private static final int LONGEST_NUMBER = 1000;

    private final ByteBuffer bytes;

    PickleBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Lets no more than so many of the bytes be taken from here on. */
    void limitTo(long most) {
        bytes.limit((int) Math.min(bytes.capacity(), bytes.position() + most));
    }

    /** The number of bytes taken so far. */
    int offset() {
        return bytes.position();
    }

    int code() {
        return (int) unsigned(1);
    }

    /** The next bytes as an unsigned number, the least first; at most eight. */
    long unsigned(int size) {
        byte[] taken = take(size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(taken[i]);
        }
        return value;
    }

    int signed() {
        return (int) unsigned(Integer.BYTES);
    }

    double real() {
        return Double.longBitsToDouble(Long.reverseBytes(unsigned(Double.BYTES)));
    }

    byte[] take(long size) {
        if (size < 0 || size > bytes.remaining()) {
            throw new IllegalArgumentException(
                    "it asks for " + Long.toUnsignedString(size) + " bytes, but ends after " + bytes.remaining());
        }
        byte[] taken = new byte[(int) size];
        bytes.get(taken);
        return taken;
    }

    /** Bytes behind their number, which takes {@code size} bytes itself. */
    byte[] counted(int size) {
        return take(unsigned(size));
    }

    String utf8(int size) {
        return new String(counted(size), StandardCharsets.UTF_8);
    }

    /** Text that Python 2 kept as bytes. */
    String latin(int size) {
        return new String(counted(size), StandardCharsets.ISO_8859_1);
    }

    /** The text up to the end of its line. */
    String line() {
        int start = bytes.position();
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        if (end == bytes.limit()) {
            throw new IllegalArgumentException("it ends within a line");
        }
        bytes.position(end + 1);
        return new String(bytes.array(), start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** A line that is a whole number, perhaps with Python 2's L. */
    Object wholeLine() {
        String line = line();
        if (!line.matches("-?\\d{1," + LONGEST_NUMBER + "}L?")) {
            throw new IllegalArgumentException("a line is not a whole number");
        }
        return narrowest(new BigInteger(line.replace("L", "")));
    }

    double realLine() {
        String line = line();
        return switch (line) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (line.length() > LONGEST_NUMBER || !line.matches("[-+.eE\\d]+")) {
                    throw new IllegalArgumentException("a line is not a number");
                }
                yield Double.parseDouble(line);
            }
        };
    }

    /** A whole number in two's complement, the least byte first, behind its length. */
    Object whole(int size) {
        long length = unsigned(size);
        if (length > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number of " + length + " bytes is too long");
        }
        byte[] taken = take(length);
        for (int i = 0; i < taken.length / 2; i++) {
            byte low = taken[i];
            taken[i] = taken[taken.length - 1 - i];
            taken[taken.length - 1 - i] = low;
        }
        return narrowest(taken.length == 0 ? BigInteger.ZERO : new BigInteger(taken));
    }

    private static Object narrowest(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /** A line of text in quotes, with Python's escapes. */
    String quotedLine() {
        String line = line();
        boolean quoted = line.length() >= 2
                && "'\"".indexOf(line.charAt(0)) >= 0
                && line.charAt(0) == line.charAt(line.length() - 1);
        if (!quoted) {
            throw new IllegalArgumentException("a text is not in quotes");
        }
        return unescaped(line.substring(1, line.length() - 1), "abfnrtv\\'\"", "\u0007\b\f\n\r\t\u000b\\'\"", "x");
    }

    /** A line of text with the escapes of Python's {@code raw-unicode-escape}. */
    String unicodeLine() {
        return unescaped(line(), "", "", "uU");
    }

    /** Text with escapes of one character, and those before hexadecimal digits; others are left as they are. */
    private static String unescaped(String text, String names, String meanings, String hexadecimal) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (text.charAt(i) != '\\' || next == 0) {
                plain.append(text.charAt(i));
            } else if (names.indexOf(next) >= 0) {
                plain.append(meanings.charAt(names.indexOf(next)));
                i++;
            } else if (hexadecimal.indexOf(next) >= 0) {
                int digits = next == 'x' ? 2 : next == 'u' ? 4 : 8;
                plain.appendCodePoint(point(text, i + 2, digits));
                i += 1 + digits;
            } else {
                plain.append('\\');
            }
        }
        return plain.toString();
    }

    private static int point(String text, int from, int digits) {
        if (from + digits <= text.length()
                && text.substring(from, from + digits).matches("[0-9a-fA-F]+")) {
            long point = Long.parseLong(text, from, from + digits, 16);
            if (point <= Character.MAX_CODE_POINT) {
                return (int) point;
            }
        }
        throw new IllegalArgumentException("an escape in a text is no character");
    }
}
