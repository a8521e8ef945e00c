package org.seprank.graph.io.binary;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;

/**
 * A NumPy array of numbers ({@code npy} versions 1 to 3; types {@code <i4 <i8 |u1 |b1 <f4 <f8}), its elements row by
 * row whatever the order in the file.
 */
public final class NpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\s]*)\\)");
    private static final List<String> TYPES = List.of("<i4", "<i8", "|u1", "|b1", "<f4", "<f8");

    private final List<Integer> shape;
    private final boolean integral;
    private final long[] integers; // of an integral array
    private final double[] reals; // of another

    private NpyArray(List<Integer> shape, long[] integers, double[] reals, boolean integral) {
        this.shape = shape;
        this.integers = integers;
        this.reals = reals;
        this.integral = integral;
    }

    /** What the header of an array says. */
    record Header(String type, boolean fortranOrder, List<Integer> shape) {
        /** The number of elements. */
        long count() {
            return shape.stream().mapToLong(d -> d).reduce(1, Math::multiplyExact);
        }

        int bytesPerElement() {
            return type.charAt(2) - '0';
        }
    }

    /**
     * Reads an array.
     *
     * @param size the number of bytes that the stream is said to have, checked against the shape before memory is taken
     */
    static NpyArray read(Path path, String name, InputStream in, long size) throws IOException {
        DataInputStream data = new DataInputStream(in);
        Header header = header(path, name, data);
        long bytes = Math.multiplyExact(header.count(), (long) header.bytesPerElement());
        if (bytes > size || header.count() > Integer.MAX_VALUE - 8) {
            throw fault(path, name, "has shape " + header.shape() + " but only " + size + " bytes");
        }
        boolean integral = header.type().charAt(1) != 'f';
        long[] integers = new long[integral ? (int) header.count() : 0];
        double[] reals = new double[integral ? 0 : (int) header.count()];
        ByteBuffer element = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (int i = 0; i < header.count(); i++) {
                data.readFully(element.array(), 0, header.bytesPerElement());
                int at = header.fortranOrder() ? rowMajor(i, header.shape()) : i;
                if (integral) {
                    integers[at] = integer(element, header.type());
                } else {
                    reals[at] = header.type().equals("<f4") ? element.getFloat(0) : element.getDouble(0);
                }
            }
        } catch (EOFException e) {
            throw fault(path, name, "ends early");
        }
        return new NpyArray(header.shape(), integers, reals, integral);
    }

    private static long integer(ByteBuffer element, String type) {
        return switch (type) {
            case "<i4" -> element.getInt(0);
            case "<i8" -> element.getLong(0);
            default -> element.get(0) & 0xff;
        };
    }

    /** The place in row order of element i in column order. */
    private static int rowMajor(int i, List<Integer> shape) {
        int rest = i;
        int at = 0;
        int stride = shape.stream().mapToInt(d -> d).reduce(1, Math::multiplyExact);
        for (int d : shape) {
            stride /= d;
            at += rest % d * stride;
            rest /= d;
        }
        return at;
    }

    /** Reads the header. */
    static Header header(Path path, String name, DataInputStream in) throws IOException {
        try {
            byte[] start = in.readNBytes(8);
            if (start.length < 8 || Arrays.mismatch(start, MAGIC) < MAGIC.length) {
                throw fault(path, name, "is no NumPy array");
            }
            int length = start[6] == 1
                    ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                    : Integer.reverseBytes(in.readInt());
            if (length < 0 || length > LONGEST_HEADER) {
                throw fault(path, name, "has a header of " + length + " bytes");
            }
            byte[] text = new byte[length];
            in.readFully(text);
            return header(path, name, new String(text, StandardCharsets.ISO_8859_1));
        } catch (EOFException e) {
            throw fault(path, name, "ends early");
        }
    }

    private static Header header(Path path, String name, String text) throws FormatException {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !shape.find()) {
            throw fault(path, name, "has no valid header");
        }
        if (!TYPES.contains(type.group(1))) {
            throw fault(path, name, "is of type " + type.group(1) + ", not one of " + TYPES);
        }
        try {
            List<Integer> dimensions = Pattern.compile("[,\\s]+")
                    .splitAsStream(shape.group(1).strip())
                    .filter(d -> !d.isEmpty())
                    .map(Integer::parseInt)
                    .toList();
            Header header = new Header(type.group(1), order.group(1).equals("True"), dimensions);
            Math.multiplyExact(header.count(), 8L);
            return header;
        } catch (NumberFormatException | ArithmeticException e) {
            throw fault(path, name, "has shape (" + shape.group(1) + ")");
        }
    }

    static FormatException fault(Path path, String name, String what) {
        return FormatException.inFile(path, "array '" + name + "' " + what, "get the file again, or write it anew");
    }

    /** The sizes of the dimensions. */
    public List<Integer> shape() {
        return shape;
    }

    /** Whether the elements are whole numbers or truth values. */
    public boolean integral() {
        return integral;
    }

    /**
     * The elements of an integral array row by row, truth values as 0 and 1; a copy.
     *
     * @throws IllegalStateException if the array is not integral
     */
    public long[] integers() {
        if (!integral) {
            throw new IllegalStateException("an array of floating-point numbers is asked for integers");
        }
        return integers.clone();
    }

    /** The elements row by row; a copy. */
    public double[] reals() {
        return integral ? Arrays.stream(integers).asDoubleStream().toArray() : reals.clone();
    }
}
