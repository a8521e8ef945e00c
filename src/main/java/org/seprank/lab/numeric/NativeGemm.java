package org.seprank.lab.numeric;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.seprank.linear.Matrices;

/**
 * Products through ND4J. A matrix of rows is, column by column, its transpose; so the transposed product is computed
 * and its columns are the rows of the result. One thread, so that sums do not depend on how many there are.
 */
final class NativeGemm {
    private static final ThreadLocal<Map<Shape, NativeGemm>> KNOWN = ThreadLocal.withInitial(NativeGemm::settled);

    /** Of a product, and which factors are given turned over. */
    private record Shape(int rows, int terms, int columns, boolean leftTurned, boolean rightTurned) {}

    private final INDArray right;
    private final INDArray left;
    private final INDArray product;
    private final double[] flat;

    private NativeGemm(Shape shape) {
        right = array(shape.columns(), shape.terms(), shape.rightTurned() ? 'c' : 'f');
        left = array(shape.terms(), shape.rows(), shape.leftTurned() ? 'c' : 'f');
        product = array(shape.columns(), shape.rows(), 'f');
        flat = new double[Math.toIntExact(Math.max(product.length(), Math.max(left.length(), right.length())))];
    }

    private static INDArray array(long first, long second, char order) {
        return Nd4j.createUninitialized(DataType.DOUBLE, new long[] {first, second}, order);
    }

    /** The native library keeps the number of its threads for each calling thread apart. */
    private static Map<Shape, NativeGemm> settled() {
        Nd4j.factory().blas().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        return new HashMap<>();
    }

    /** {@code c = a b}, where either may be given turned over. */
    static void multiply(double[][] a, boolean turnedA, double[][] b, boolean turnedB, double[][] c) {
        int terms = turnedA ? a.length : a[0].length;
        if (terms != (turnedB ? b[0].length : b.length)
                || c.length != (turnedA ? a[0].length : a.length)
                || c[0].length != (turnedB ? b.length : b[0].length)) {
            throw new IllegalArgumentException("shapes " + Matrices.shape(a) + ", " + Matrices.shape(b) + " and "
                    + Matrices.shape(c) + " do not fit");
        }
        Shape shape = new Shape(c.length, terms, c[0].length, turnedA, turnedB);
        KNOWN.get().computeIfAbsent(shape, NativeGemm::new).product(a, b, c);
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
