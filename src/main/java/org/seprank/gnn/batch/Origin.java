package org.seprank.gnn.batch;

import org.seprank.gnn.kernel.Csr;

/** Of which batch another is a part, and how operators are cut out of that one's. */
sealed interface Origin permits Excerpt, SampledRows {
    /** The batch that it is a part of. */
    GraphBatch whole();

    /** The part of an operator of the whole. */
    Csr cut(Csr operator, OperatorKind kind);

    /** The part's neighbours as sums take them. */
    Csr summed(Csr neighbours);

    /** How many vertices, the first ones, have after so many aggregations what the part is for. */
    int rowsAfter(int aggregations);
}
