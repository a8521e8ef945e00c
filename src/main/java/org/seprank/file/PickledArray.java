package org.seprank.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A NumPy array out of a pickle: numbers in the order of their indices, with a shape. Filled once, by the unpickler.
 */
public final class PickledArray implements Pickle.Stateful {
    private static final Map<String, Pickle.Constructor> CONSTRUCTORS = Map.of(
            "numpy.ndarray", Pickle.onlyNamed("ndarray"),
            "numpy.dtype", Type::of,
            "numpy.core.multiarray._reconstruct", arguments -> new PickledArray(),
            "numpy._core.multiarray._reconstruct", arguments -> new PickledArray(),
            "numpy.core.numeric._frombuffer", PickledArray::ofBuffer,
            "numpy._core.numeric._frombuffer", PickledArray::ofBuffer,
            "_codecs.encode", PickledArray::encoded);

    private int[] shape = new int[0];
    private byte[] data = new byte[0];
    private Type type = new Type("i8");

    private PickledArray() {}

    /** An array without items. */
    public static PickledArray empty() {
        return new PickledArray();
    }

    /** What NumPy names in the pickle of an array of numbers, in its versions 1 and 2. */
    public static Map<String, Pickle.Constructor> constructors() {
        return CONSTRUCTORS;
    }

    /** What NumPy names in the pickle of a single number, beside the types that an array has too. */
    public static Map<String, Pickle.Constructor> scalars() {
        return Map.of(
                "numpy.core.multiarray.scalar", PickledArray::scalar,
                "numpy._core.multiarray.scalar", PickledArray::scalar);
    }

    /** Arguments: (data, type, shape, order). */
    private static Object ofBuffer(Object[] arguments) {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("an array is made of " + arguments.length + " arguments");
        }
        PickledArray array = new PickledArray();
        array.setState(new Object[] {1, arguments[2], arguments[1], "F".equals(arguments[3]), arguments[0]});
        return array;
    }

    /** A number. Arguments: (type, data). */
    private static Object scalar(Object[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("a number is made of " + arguments.length + " arguments");
        }
        PickledArray array = new PickledArray();
        array.setState(new Object[] {1, new Object[0], arguments[0], false, arguments[1]});
        return array.isReal() ? (Object) array.real(0) : array.integer(0);
    }

    /** How Python 3 writes bytes for Python 2. Arguments: (text, encoding). */
    private static Object encoded(Object[] arguments) {
        if (arguments.length != 2 || !(arguments[0] instanceof String text) || !"latin1".equals(arguments[1])) {
            throw new IllegalArgumentException("bytes are encoded in a way that is not understood");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A dtype; its byte order comes with its state. */
    static final class Type implements Pickle.Stateful {
        private static final List<String> KNOWN =
                List.of("f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1");

        private final String code;
        private boolean bigEndian;

        Type(String code) {
            this.code = code;
        }

        static Object of(Object[] arguments) {
            String code = arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            if (!KNOWN.contains(code)) {
                throw new IllegalArgumentException("an array of type '" + code + "' does not hold numbers");
            }
            return new Type(code);
        }

        @Override
        public void setState(Object state) {
            if (!(state instanceof Object[] fields) || fields.length < 2) {
                throw new IllegalArgumentException("an array's type has a state that is not understood");
            }
            bigEndian = ">".equals(fields[1]);
        }

        int itemSize() {
            return code.charAt(1) - '0';
        }
    }

    /** State: (version, shape, type, column order, data). */
    @Override
    public void setState(Object state) {
        if (!(state instanceof Object[] fields)
                || fields.length != 5
                || !(fields[1] instanceof Object[] lengths)
                || !(fields[2] instanceof Type dtype)) {
            throw new IllegalArgumentException("an array has a state that is not understood");
        }
        shape = new int[lengths.length];
        long items = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = lengths[i] instanceof Integer length ? length : -1;
            items = shape[i] < 0 || items < 0 ? -1 : Math.min(Integer.MAX_VALUE, items * shape[i]);
        }
        type = dtype;
        data = fields[4] instanceof String text ? (byte[]) encoded(new Object[] {text, "latin1"}) : raw(fields[4]);
        if (items < 0 || items * type.itemSize() != data.length) {
            throw new IllegalArgumentException("an array of " + items + " items has " + data.length + " bytes");
        }
        if (Boolean.TRUE.equals(fields[3]) && shape.length > 1) {
            toRowOrder();
        }
    }

    private static byte[] raw(Object data) {
        if (data instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("an array's data is not a string");
    }

    private void toRowOrder() {
        if (shape.length != 2) {
            throw new IllegalArgumentException("an array of " + shape.length + " dimensions is in column order");
        }
        int size = type.itemSize();
        byte[] rows = new byte[data.length];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                System.arraycopy(data, (j * shape[0] + i) * size, rows, (i * shape[1] + j) * size, size);
            }
        }
        data = rows;
    }

    /** The number of dimensions. */
    public int dimensions() {
        return shape.length;
    }

    /** The length of dimension {@code i}, 0 if there is none. */
    public int length(int i) {
        return i < shape.length ? shape[i] : 0;
    }

    /** The number of items. */
    public int items() {
        return data.length / type.itemSize();
    }

    /** Whether its items are floating-point numbers. */
    public boolean isReal() {
        return type.code.charAt(0) == 'f';
    }

    /** Item {@code k}. */
    public double real(int k) {
        return switch (type.code) {
            case "f4" -> buffer().getFloat(k * Float.BYTES);
            case "f8" -> buffer().getDouble(k * Double.BYTES);
            default -> integer(k);
        };
    }

    /** Item {@code k} as a whole number; a fraction is cut off. */
    public long integer(int k) {
        return switch (type.code) {
            case "i1" -> data[k];
            case "u1", "b1" -> Byte.toUnsignedLong(data[k]);
            case "i2" -> buffer().getShort(k * Short.BYTES);
            case "u2" -> Short.toUnsignedLong(buffer().getShort(k * Short.BYTES));
            case "i4" -> buffer().getInt(k * Integer.BYTES);
            case "u4" -> Integer.toUnsignedLong(buffer().getInt(k * Integer.BYTES));
            case "i8", "u8" -> buffer().getLong(k * Long.BYTES);
            default -> (long) real(k);
        };
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(data).order(type.bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
