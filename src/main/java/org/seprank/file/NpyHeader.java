package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy array file, versions 1 to 3 of the format.
 *
 * @param kind {@code f} floating point, {@code i} signed, {@code u} unsigned, {@code b} boolean
 * @param itemSize bytes per item
 * @param bigEndian the byte order
 * @param columnsFirst whether items are stored column by column (Fortran order)
 * @param shape the lengths of the dimensions; empty for a scalar
 * @param bytes the length of the header itself
 */
record NpyHeader(char kind, int itemSize, boolean bigEndian, boolean columnsFirst, List<Long> shape, int bytes) {
    private static final Pattern DTYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z])(\\d{0,3})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\dL,\\s]{0,200})\\)");
    private static final List<String> TYPES =
            List.of("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1");

    static NpyHeader read(InputStream in, Place place) throws IOException {
        byte[] magic = in.readNBytes(6);
        if (magic.length < 6
                || magic[0] != (byte) 0x93
                || !new String(magic, 1, 5, StandardCharsets.US_ASCII).equals("NUMPY")) {
            throw place.error("it does not begin with the NumPy signature");
        }
        int version = in.read();
        int fixed = version > 1 ? 12 : 10;
        byte[] numbers = in.readNBytes(fixed - 7); // the minor version, and the length with its least byte first
        if (numbers.length < fixed - 7) {
            throw place.error("it ends within its header");
        }
        int length = 0;
        for (int i = numbers.length - 1; i > 0; i--) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(numbers[i]);
        }
        if (version < 1 || version > 3 || length < 0 || length > 1 << 16) {
            throw place.error("NumPy format version " + version + " with a header of " + length + " bytes");
        }
        String text = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        if (text.length() < length) {
            throw place.error("it ends within its header");
        }
        return parse(text, fixed + length, place);
    }

    private static NpyHeader parse(String text, int bytes, Place place) throws FormatException {
        Matcher dtype = DTYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!order.find() || !shape.find()) {
            throw place.error("its header is not understood: " + text.strip());
        }
        if (!dtype.find() || !TYPES.contains(dtype.group(2) + dtype.group(3))) {
            throw place.error("its items are not numbers: " + text.strip());
        }
        List<Long> dimensions = new ArrayList<>();
        for (String field : shape.group(1).split(",", -1)) {
            String number = field.strip().replace("L", "");
            if (!number.isEmpty()) {
                if (number.length() > 18) {
                    throw place.error("dimension " + number + " is too large");
                }
                dimensions.add(Long.parseLong(number));
            }
        }
        try {
            items(dimensions);
        } catch (ArithmeticException e) {
            throw place.error("its shape " + dimensions + " is beyond all numbers");
        }
        int itemSize = Integer.parseInt(dtype.group(3));
        boolean bigEndian = dtype.group(1).equals(">");
        boolean columnsFirst = order.group(1).equals("True") && dimensions.size() > 1;
        return new NpyHeader(dtype.group(2).charAt(0), itemSize, bigEndian, columnsFirst, dimensions, bytes);
    }

    /** The number of items. */
    long items() {
        return items(shape);
    }

    private static long items(List<Long> shape) {
        long items = 1;
        for (long length : shape) {
            items = Math.multiplyExact(items, length);
        }
        Math.multiplyExact(items, Long.BYTES); // and so many bytes
        return items;
    }

    /** Where item {@code k} in the order of the file is in row order. */
    int rowMajor(int k) {
        if (!columnsFirst) {
            return k;
        }
        long stride = items();
        int rest = k;
        int at = 0;
        for (long length : shape) {
            stride /= length;
            at += (int) (rest % length * stride);
            rest = (int) (rest / length);
        }
        return at;
    }

    boolean isReal() {
        return kind == 'f';
    }

    /** The array that a header is read for, to name it in faults. */
    interface Place {
        /** A fault of the array. */
        FormatException error(String what);
    }
}
