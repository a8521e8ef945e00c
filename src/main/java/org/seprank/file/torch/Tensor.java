package org.seprank.file.torch;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.seprank.file.PickledArray;
import org.seprank.file.ReadLimits;

/**
 * An array of numbers out of a file of PyTorch: element (i, j, ..) is number {@code offset + i s_0 + j s_1 + ..} of its
 * storage, which other tensors may share. Immutable.
 */
public final class Tensor {
    private static final long MOST_REPEATED = 1 << 20; // elements of a tensor that repeats those of its storage

    private final TensorType type;
    private final TensorStorage storage;
    private final long offset;
    private final long[] shape;
    private final long[] strides;

    Tensor(TensorType type, TensorStorage storage, long offset, long[] shape, long[] strides) {
        this.type = type;
        this.storage = storage;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
    }

    /** An array of NumPy, as one of float64 or int64. */
    public static Tensor of(PickledArray array) {
        return TensorValues.copied(array);
    }

    /** A matrix or vector of these whole numbers. */
    public static Tensor of(long[] values, long... shape) {
        return TensorValues.over(values, shape);
    }

    /** A matrix or vector of these numbers. */
    public static Tensor of(double[] values, long... shape) {
        return TensorValues.over(values, shape);
    }

    /** What its elements are. */
    public TensorType type() {
        return type;
    }

    /** The number of dimensions; 0 for a single number. */
    public int dimensions() {
        return shape.length;
    }

    /** The length of dimension {@code i}; 1 where there is none. */
    public long length(int i) {
        return i < shape.length ? shape[i] : 1;
    }

    /** The lengths of all dimensions, as in {@code [34, 5]}. */
    public String shape() {
        return Arrays.toString(shape);
    }

    /** The number of elements. */
    public long elements() {
        return LongStream.of(shape).reduce(1, Math::multiplyExact);
    }

    /**
     * Looks whether it lies within its storage.
     *
     * @throws IllegalArgumentException if it does not, or its type is not read
     */
    void check() {
        if (!type.isRead()) {
            throw new IllegalArgumentException("it is of type " + type.id() + ", which is not read");
        }
        try {
            long last = offset;
            for (int i = 0; i < shape.length; i++) {
                last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
            }
            boolean natural = offset >= 0
                    && LongStream.concat(LongStream.of(shape), LongStream.of(strides))
                            .allMatch(number -> number >= 0);
            boolean empty = natural && LongStream.of(shape).anyMatch(length -> length == 0);
            long items = storage.size() / type.size();
            boolean inside = natural && elements() <= Math.max(items, MOST_REPEATED) && last < items;
            if (natural && (empty || inside)) {
                return;
            }
        } catch (ArithmeticException tooLarge) {
            // said below
        }
        throw new IllegalArgumentException("its shape " + shape() + " with strides " + Arrays.toString(strides)
                + " from element " + offset + " on does not lie within the " + storage.size() / type.size()
                + " elements of storage '" + storage.key() + "'");
    }

    TensorStorage storage() {
        return storage;
    }

    private int room(int bytesEach) {
        long elements = elements();
        if (elements > ReadLimits.roomFor(bytesEach)) {
            throw new IllegalArgumentException(
                    "its shape " + shape() + " does not fit in memory (give Java more, as in SEPRANK_OPTS=-Xmx8g)");
        }
        return (int) elements;
    }

    /** Whether the elements lie one behind the other in the order of their indices. */
    private boolean contiguous() {
        long expected = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] != 1 && strides[i] != expected) {
                return false;
            }
            expected *= Math.max(1, shape[i]);
        }
        return true;
    }

    /** Takes the position of an element in the storage's bytes. */
    private interface Positions {
        void element(int k, int at);
    }

    /** Hands over all elements in the order of their indices. */
    private void forEach(Positions sink) {
        int count = room(1);
        long[] index = new long[shape.length];
        long at = offset;
        for (int k = 0; k < count; k++) {
            sink.element(k, (int) (at * type.size()));
            for (int i = shape.length - 1; i >= 0; i--) {
                at += strides[i];
                if (++index[i] < shape[i]) {
                    break;
                }
                at -= index[i] * strides[i];
                index[i] = 0;
            }
        }
    }

    /** The elements in the order of their indices, as whole numbers; fractions are cut off. */
    public long[] integers() {
        long[] values = new long[room(Long.BYTES)];
        if (type == TensorType.INT64 && contiguous() && values.length > 0) {
            storage.bytes().asLongBuffer().get((int) offset, values);
        } else {
            forEach((k, at) -> values[k] = type.integer(storage.bytes(), at));
        }
        return values;
    }

    /** The elements in the order of their indices, as whole numbers; those beyond 32 bits are cut to the nearest. */
    public int[] ints() {
        int[] values = new int[room(Integer.BYTES)];
        if (type == TensorType.INT64 && contiguous()) {
            LongBuffer all = storage.bytes().asLongBuffer();
            for (int k = 0; k < values.length; k++) {
                values[k] = cut(all.get((int) offset + k));
            }
        } else {
            forEach((k, at) -> values[k] = cut(type.integer(storage.bytes(), at)));
        }
        return values;
    }

    private static int cut(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** The elements in the order of their indices. */
    public double[] reals() {
        double[] values = new double[room(Double.BYTES)];
        forEach((k, at) -> values[k] = type.real(storage.bytes(), at));
        return values;
    }

    /** The elements in the order of their indices, rounded to single precision. */
    public float[] floats() {
        float[] values = new float[room(Float.BYTES)];
        if (type == TensorType.FLOAT32 && contiguous() && values.length > 0) {
            storage.bytes().asFloatBuffer().get((int) offset, values);
        } else {
            forEach((k, at) -> values[k] = (float) type.real(storage.bytes(), at));
        }
        return values;
    }

    /**
     * The elements {@code from..to-1} of a dimension.
     *
     * @throws IllegalArgumentException if there are none such
     */
    public Tensor slice(int dimension, long from, long to) {
        if (dimension >= shape.length || from < 0 || to < from || to > shape[dimension]) {
            throw new IllegalArgumentException(
                    "there is no part " + from + ".." + to + " of dimension " + dimension + " of the shape " + shape());
        }
        long[] lengths = shape.clone();
        lengths[dimension] = to - from;
        return new Tensor(type, storage, offset + from * strides[dimension], lengths, strides);
    }

    /** Type and shape, such as {@code float32 [34, 5]}. */
    @Override
    public String toString() {
        return type.id() + " " + shape();
    }
}
