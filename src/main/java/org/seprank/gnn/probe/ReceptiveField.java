package org.seprank.gnn.probe;

import java.util.Arrays;
import java.util.BitSet;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.batch.OperatorKind;
import org.seprank.gnn.kernel.Csr;

/** The vertices on whose features an output may depend. */
final class ReceptiveField {
    private ReceptiveField() {}

    /** Those from which so many hops along edges lead to the vertex, ascending. Time O(n + m). */
    static int[] of(GraphBatch batch, int vertex, int hops) {
        Csr in = batch.operator(OperatorKind.NEIGHBOURS);
        BitSet seen = new BitSet(batch.vertexCount());
        int[] queue = new int[batch.vertexCount()];
        queue[0] = vertex;
        seen.set(vertex);
        int from = 0;
        int to = 1;
        for (int hop = 0; hop < hops && from < to; hop++) {
            int end = to;
            for (; from < end; from++) {
                for (int k = in.offsets()[queue[from]]; k < in.offsets()[queue[from] + 1]; k++) {
                    int u = in.indices()[k];
                    if (!seen.get(u)) {
                        seen.set(u);
                        queue[to++] = u;
                    }
                }
            }
        }
        int[] field = Arrays.copyOf(queue, to);
        Arrays.sort(field);
        return field;
    }
}
