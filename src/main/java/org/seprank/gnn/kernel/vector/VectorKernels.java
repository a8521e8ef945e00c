package org.seprank.gnn.kernel.vector;

import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.kernel.scalar.FloatKernels;

/** Vectorised loops over {@code float[]}; rows are padded to whole vectors. */
public final class VectorKernels extends FloatKernels {
    private VectorKernels(Workers workers) {
        super(
                new VectorDense(workers),
                new VectorSparse(workers),
                new VectorNorm(workers),
                new VectorAttention(workers));
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
}
