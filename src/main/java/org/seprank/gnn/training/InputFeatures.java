package org.seprank.gnn.training;

import java.util.stream.IntStream;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.SparseFeatures;
import org.seprank.gnn.batch.Features;
import org.seprank.gnn.kernel.Csr;

/** A dataset's features in the form that networks take; a dataset without any gives every vertex a 1. */
final class InputFeatures {
    private InputFeatures() {}

    static Features of(org.seprank.dataset.Features features) {
        if (features.columns() == 0) {
            return Features.constant(features.rows(), 1);
        }
        if (features instanceof SparseFeatures sparse) {
            double[] values = IntStream.range(0, sparse.values().length)
                    .mapToDouble(k -> sparse.values()[k])
                    .toArray();
            return Features.sparse(Csr.of(sparse.columns(), sparse.offsets(), sparse.indices(), values));
        }
        DenseFeatures dense = features.toDense();
        float[] entries = new float[Math.multiplyExact(dense.rows(), dense.columns())];
        for (int row = 0; row < dense.rows(); row++) {
            dense.copyRow(row, entries, row * dense.columns());
        }
        return Features.dense(dense.columns(), entries);
    }
}
