package org.seprank.gnn.kernel.scalar;

import java.util.Arrays;
import org.seprank.gnn.kernel.AttentionKernels;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.DenseKernels;
import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.NormKernels;
import org.seprank.gnn.kernel.SparseKernels;
import org.seprank.gnn.kernel.Workers;

/** Plain loops over {@code double[]}; rows are not padded. */
public class DoubleKernels implements Kernels<double[]> {
    private final DenseKernels<double[]> dense;
    private final SparseKernels<double[]> sparse;
    private final NormKernels<double[]> norm;
    private final AttentionKernels<double[]> attention;

    private DoubleKernels(Workers workers) {
        this(
                new DoubleDense(workers),
                new DoubleSparse(workers),
                new DoubleNorm(workers),
                new DoubleAttention(workers));
    }

    /** Those of the four kinds. */
    protected DoubleKernels(
            DenseKernels<double[]> dense,
            SparseKernels<double[]> sparse,
            NormKernels<double[]> norm,
            AttentionKernels<double[]> attention) {
        this.dense = dense;
        this.sparse = sparse;
        this.norm = norm;
        this.attention = attention;
    }

    /** The nearest number of this precision. */
    @SuppressWarnings("cast") // in single precision it is needed
    static double rounded(/* wide */ double value) {
        return (double) value;
    }

    /** Kernels on the calling thread. */
    public static DoubleKernels single() {
        return new DoubleKernels(Workers.single());
    }

    @Override
    public String name() {
        return "double, scalar";
    }

    @Override
    public DoubleKernels with(Workers workers) {
        return new DoubleKernels(workers);
    }

    @Override
    public int padded(int width) {
        return width;
    }

    @Override
    public double[] allocate(int length) {
        return new double[length];
    }

    @Override
    public int length(double[] array) {
        return array.length;
    }

    @Override
    public void fill(double[] array, int from, int to, /* wide */ double value) {
        Arrays.fill(array, from, to, rounded(value));
    }

    @Override
    public /* wide */ double get(double[] array, int index) {
        return array[index];
    }

    @Override
    public void set(double[] array, int index, /* wide */ double value) {
        array[index] = rounded(value);
    }

    @Override
    public double[] values(Csr matrix) {
        return matrix.doubles();
    }

    @Override
    public DenseKernels<double[]> dense() {
        return dense;
    }

    @Override
    public SparseKernels<double[]> sparse() {
        return sparse;
    }

    @Override
    public NormKernels<double[]> norm() {
        return norm;
    }

    @Override
    public AttentionKernels<double[]> attention() {
        return attention;
    }
}
