package org.seprank.gnn.kernel.scalar;

import java.util.Arrays;
import org.seprank.gnn.kernel.AttentionKernels;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.SparseKernels;
import org.seprank.gnn.kernel.Workers;

/** Plain loops over {@code float[]}; rows are not padded. */
public final class FloatKernels implements Kernels<float[]> {
    private final DenseKernels<float[]> dense;
    private final SparseKernels<float[]> sparse;
    private final NormKernels<float[]> norm;
    private final AttentionKernels<float[]> attention;

    private FloatKernels(Workers workers) {
        dense = new FloatDense(workers);
        sparse = new FloatSparse(workers);
        norm = new FloatNorm(workers);
        attention = new FloatAttention(workers);
    }

    /** Kernels on the calling thread. */
    public static FloatKernels single() {
        return new FloatKernels(Workers.single());
    }

    @Override
    public String name() {
        return "float, scalar";
    }

    @Override
    public FloatKernels with(Workers workers) {
        return new FloatKernels(workers);
    }

    @Override
    public int padded(int width) {
        return width;
    }

    @Override
    public float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public int length(float[] array) {
        return array.length;
    }

    @Override
    public void fill(float[] array, int from, int to, double value) {
        Arrays.fill(array, from, to, (float) value);
    }

    @Override
    public double get(float[] array, int index) {
        return array[index];
    }

    @Override
    public void set(float[] array, int index, double value) {
        array[index] = (float) value;
    }

    @Override
    public float[] values(Csr matrix) {
        return matrix.singles();
    }

    @Override
    public DenseKernels<float[]> dense() {
        return dense;
    }

    @Override
    public SparseKernels<float[]> sparse() {
        return sparse;
    }

    @Override
    public NormKernels<float[]> norm() {
        return norm;
    }

    @Override
    public AttentionKernels<float[]> attention() {
        return attention;
    }
}
