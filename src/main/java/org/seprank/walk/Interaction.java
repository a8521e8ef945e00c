package org.seprank.walk;

import org.seprank.graph.VertexSet;

/**
 * An interaction that a task is about: a partition (I, Iᶜ) of the vertices and what is predicted. Its walk index is
 * {@code rho_{L-1}(C_I, V)} for graph prediction and {@code rho_{L-1}(C_I, {t})} for the prediction at a vertex t
 * (Definition 4 and Theorem 2 of arXiv 2211.16494).
 *
 * @param partition I
 * @param target the whole graph, or a vertex of it
 */
public record Interaction(VertexSet partition, Target target) {
    /** Checks that the target is one of the vertices. */
    public Interaction {
        target.ends(partition.universe());
    }
}
