package org.seprank.gnn.batch;

/**
 * The sparse operators of a batch; w_ij is the weight of the edge from j to i. Where a row index has groups, column
 * {@code j * groups + g} is the g-th transformed part of vertex j.
 */
public enum OperatorKind {
    /** {@code D^-1/2 (A + I) D^-1/2}, D the row sums of A + I (arXiv 1609.02907). */
    GCN,
    /** w_ij, without self-loops. */
    NEIGHBOURS,
    /** w_ij for sums: where neighbours are sampled, times how many there are for each that is. */
    SUM,
    /** w_ij, and 1 for every vertex itself. */
    WITH_SELF,
    /**
     * {@code w_ij / sqrt(d_j D_j)} with w_jj = 1: d the row sums of {@code |w|}, D_j the greatest d among the rows that
     * j is in. Without weights it depends on the column alone; no row's sum is above that of GCN.
     */
    BY_SENDER,
    /** Two groups: 1 in group 0 for the vertex itself, {@code w_ij / sum_j w_ij} in group 1. */
    MEAN_BESIDE_SELF,
    /** Two groups: w_ij in group 1. */
    NEIGHBOURS_BESIDE_SELF,
    /**
     * As many groups as relations and one more: 1 in group 0 for the vertex itself, {@code w_ij / sum_j w_ij} over the
     * edges of relation r in group r + 1 (arXiv 1703.06103, eq. 2).
     */
    RELATIONAL,
    /** One row per entry of {@link #NEIGHBOURS}: 1 for the vertex that sends. */
    SENDERS,
    /** One row per entry of {@link #NEIGHBOURS}: 1 for its edge. */
    EDGES,
    /** w_ij, columns being the entries of {@link #NEIGHBOURS} rather than vertices. */
    BY_ENTRY,
    /** The same with the values of {@link #SUM}. */
    SUM_BY_ENTRY,
    /** One row per graph: 1 for each of its vertices. */
    POOL_SUM,
    /** One row per graph: one over the number of its vertices. */
    POOL_MEAN,
    /** One row per pair of vertices that is asked about: 1 for both. */
    PAIRS;

    /** Whether that of a part of a batch is cut out of that of the whole, as it depends on what is outside. */
    boolean cut() {
        return switch (this) {
            case SUM, SENDERS, EDGES, BY_ENTRY, SUM_BY_ENTRY, POOL_SUM, POOL_MEAN, PAIRS -> false;
            default -> true;
        };
    }

    /** Whether messages are added up by its values, so that those of a sample have to count for all. */
    boolean adds() {
        return switch (this) {
            case GCN, MEAN_BESIDE_SELF, RELATIONAL, SUM, SUM_BY_ENTRY -> true;
            default -> false;
        };
    }
}
