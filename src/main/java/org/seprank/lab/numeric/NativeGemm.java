package org.seprank.lab.numeric;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Products through ND4J. A matrix of rows is, column by column, its transpose; so the transposed product is computed
 * and its columns are the rows of the result. One thread, so that sums do not depend on how many there are.
 */
final class NativeGemm {
    private static final ThreadLocal<Map<Shape, NativeGemm>> KNOWN = ThreadLocal.withInitial(NativeGemm::settled);

    private record Shape(int rows, int terms, int columns) {}

    private final INDArray right;
    private final INDArray left;
    private final INDArray product;
    private final double[] flat;

    private NativeGemm(Shape shape) {
        right = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {shape.columns(), shape.terms()}, 'f');
        left = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {shape.terms(), shape.rows()}, 'f');
        product = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {shape.columns(), shape.rows()}, 'f');
        flat = new double
                [Math.max(shape.terms() * Math.max(shape.rows(), shape.columns()), shape.rows() * shape.columns())];
    }

    /** The native library keeps the number of its threads for each calling thread apart. */
    private static Map<Shape, NativeGemm> settled() {
        Nd4j.factory().blas().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        return new HashMap<>();
    }

    static void multiply(double[][] a, double[][] b, double[][] c) {
        KNOWN.get()
                .computeIfAbsent(new Shape(a.length, b.length, b[0].length), NativeGemm::new)
                .product(a, b, c);
    }

    private void product(double[][] a, double[][] b, double[][] c) {
        put(a, left);
        put(b, right);
        right.mmuli(left, product);
        int width = c[0].length;
        pointer(product).get(flat, 0, c.length * width);
        for (int i = 0; i < c.length; i++) {
            System.arraycopy(flat, i * width, c[i], 0, width);
        }
    }

    private void put(double[][] rows, INDArray into) {
        int width = rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        pointer(into).put(flat, 0, rows.length * width);
    }

    private static DoublePointer pointer(INDArray array) {
        return new DoublePointer(array.data().pointer());
    }
}
