package org.seprank.gnn.kernel.vector;

import java.util.Arrays;
import org.seprank.gnn.kernel.AttentionKernels;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.SparseKernels;
import org.seprank.gnn.kernel.Workers;

/** Vectorised loops over {@code float[]}; rows are padded to whole vectors. */
public final class VectorKernels implements Kernels<float[]> {
    private final DenseKernels<float[]> dense;
    private final SparseKernels<float[]> sparse;
    private final NormKernels<float[]> norm;
    private final AttentionKernels<float[]> attention;

    private VectorKernels(Workers workers) {
        dense = new VectorDense(workers);
        sparse = new VectorSparse(workers);
        norm = new VectorNorm(workers);
        attention = new VectorAttention(workers);
    }

    /** Kernels on the calling thread. */
    public static VectorKernels single() {
        return new VectorKernels(Workers.single());
    }

    @Override
    public String name() {
        return "float, " + Lanes.SHAPE.vectorBitSize() + "-bit vectors";
    }

    @Override
    public VectorKernels with(Workers workers) {
        return new VectorKernels(workers);
    }

    @Override
    public int padded(int width) {
        return (width + Lanes.COUNT - 1) / Lanes.COUNT * Lanes.COUNT;
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
