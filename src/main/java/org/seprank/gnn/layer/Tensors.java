package org.seprank.gnn.layer;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.seprank.gnn.kernel.Matrix;

/**
 * Copies between the library's native arrays and ours. Goes through bulk copies of whole blocks; everything finer costs
 * some nanoseconds per element.
 */
public final class Tensors {
    private Tensors() {}

    /** Copies a row-major [rows, groups * width] array into a block whose rows are cut into padded groups. */
    public static void load(INDArray from, Matrix<?> into, int groups) {
        INDArray source = contiguous(from, into.data() instanceof float[] ? DataType.FLOAT : DataType.DOUBLE);
        int length = into.rows() * into.width();
        if (into.data() instanceof float[] data) {
            FloatPointer pointer = new FloatPointer(source.data().pointer()).position(source.offset());
            if (into.stride() == into.width()) {
                pointer.get(data, 0, length);
            } else {
                float[] packed = new float[length];
                pointer.get(packed, 0, length);
                spread(packed, data, into, groups);
            }
        } else {
            double[] data = (double[]) into.data();
            DoublePointer pointer = new DoublePointer(source.data().pointer()).position(source.offset());
            pointer.get(data, 0, length);
        }
    }

    private static void spread(float[] packed, float[] data, Matrix<?> into, int groups) {
        int width = into.width() / groups;
        int stride = into.stride() / groups;
        for (int part = 0; part < into.rows() * groups; part++) {
            System.arraycopy(packed, part * width, data, part * stride, width);
        }
    }

    /** The reverse of {@link #load}. */
    public static void store(Matrix<?> from, INDArray into, int groups) {
        int length = from.rows() * from.width();
        if (from.data() instanceof float[] data) {
            FloatPointer pointer = new FloatPointer(into.data().pointer()).position(into.offset());
            if (from.stride() == from.width()) {
                pointer.put(data, 0, length);
            } else {
                float[] packed = new float[length];
                gather(data, packed, from, groups);
                pointer.put(packed, 0, length);
            }
        } else {
            DoublePointer pointer = new DoublePointer(into.data().pointer()).position(into.offset());
            pointer.put((double[]) from.data(), 0, length);
        }
    }

    private static void gather(float[] data, float[] packed, Matrix<?> from, int groups) {
        int width = from.width() / groups;
        int stride = from.stride() / groups;
        for (int part = 0; part < from.rows() * groups; part++) {
            System.arraycopy(data, part * stride, packed, part * width, width);
        }
    }

    private static INDArray contiguous(INDArray array, DataType type) {
        INDArray typed = array.dataType() == type ? array : array.castTo(type);
        boolean plain = typed.ordering() == 'c'
                && (typed.rank() < 2 || typed.size(0) == 1 || typed.stride(0) == typed.size(1))
                && (typed.rank() < 2 || typed.size(1) == 1 || typed.stride(1) == 1);
        return plain ? typed : typed.dup('c');
    }

    /** All entries of an array of either type. */
    static double[] doubles(INDArray array) {
        int length = Math.toIntExact(array.length());
        double[] data = new double[length];
        if (array.dataType() == DataType.FLOAT) {
            float[] single = new float[length];
            INDArray source = contiguous(array, DataType.FLOAT);
            new FloatPointer(source.data().pointer()).position(source.offset()).get(single, 0, length);
            for (int i = 0; i < length; i++) {
                data[i] = single[i];
            }
        } else {
            INDArray source = contiguous(array, DataType.DOUBLE);
            new DoublePointer(source.data().pointer()).position(source.offset()).get(data, 0, length);
        }
        return data;
    }

    /** Writes all entries of an array of either type. */
    static void fill(INDArray array, double[] data) {
        if (array.dataType() == DataType.FLOAT) {
            float[] single = new float[data.length];
            for (int i = 0; i < data.length; i++) {
                single[i] = (float) data[i];
            }
            new FloatPointer(array.data().pointer()).position(array.offset()).put(single, 0, data.length);
        } else {
            new DoublePointer(array.data().pointer()).position(array.offset()).put(data, 0, data.length);
        }
    }
}
