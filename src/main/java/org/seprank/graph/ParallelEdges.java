package org.seprank.graph;

/** What becomes of edges with the same ends, in an undirected graph in either orientation: one edge. */
public enum ParallelEdges {
    /** It has the weight of the first. */
    FIRST,
    /** It has the sum of their weights; edges without weights weigh 1, so that they are counted. */
    SUM,
    /** It has the greatest of their weights. */
    MAX;

    /** The weight of an edge after another one of its weight so far. */
    double joined(double weight, double next) {
        return switch (this) {
            case FIRST -> weight;
            case SUM -> weight + next;
            case MAX -> Math.max(weight, next);
        };
    }
}
