package org.seprank.file.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.seprank.file.PickledArray;

/** Tensors of numbers that are there. */
final class TensorValues {
    private TensorValues() {}

    static Tensor copied(PickledArray array) {
        boolean real = array.isReal();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(array.items(), Long.BYTES));
        for (int k = 0; k < array.items(); k++) {
            bytes.putLong(real ? Double.doubleToLongBits(array.real(k)) : array.integer(k));
        }
        long[] shape = new long[array.dimensions()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = array.length(i);
        }
        return over(real ? TensorType.FLOAT64 : TensorType.INT64, bytes.array(), shape);
    }

    static Tensor over(long[] values, long[] shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
        bytes.asLongBuffer().put(values);
        return over(TensorType.INT64, bytes.array(), shape);
    }

    static Tensor over(double[] values, long[] shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
        bytes.asDoubleBuffer().put(values);
        return over(TensorType.FLOAT64, bytes.array(), shape);
    }

    private static Tensor over(TensorType type, byte[] bytes, long[] shape) {
        TensorStorage storage = new TensorStorage("", type, bytes.length / type.size());
        storage.fill(bytes, 0, ByteOrder.BIG_ENDIAN);
        Tensor tensor = new Tensor(type, storage, 0, shape, strides(shape));
        tensor.check();
        return tensor;
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long next = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = next;
            next = Math.multiplyExact(next, Math.max(1, shape[i]));
        }
        return strides;
    }
}
