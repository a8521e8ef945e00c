package org.seprank.rewire.removal;

import org.seprank.graph.VertexSet;
import org.seprank.walk.Target;

/**
 * A partition whose walk index is to stay high.
 *
 * @param partition I of (I, Iᶜ)
 * @param target what is predicted: the walk index is {@code rho_{L-1}(C_I, V)} or {@code rho_{L-1}(C_I, {t})}
 */
public record ProtectedPartition(VertexSet partition, Target target) {
    /** Checks that the target is a vertex of the partition's graph. */
    public ProtectedPartition {
        target.ends(partition.universe());
    }
}
