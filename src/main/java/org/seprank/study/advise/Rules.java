package org.seprank.study.advise;

/** The thresholds of the rules; the page on advice states them. */
final class Rules {
    /** A difference of shares of vertices nearest to their class mean that counts. */
    static final double MARGIN = 0.02;
    /** An adjusted homophily or label informativeness below this says little. */
    static final double INFORMATIVE = 0.1;
    /** A spectral gap below this is a bottleneck. */
    static final double NARROW = 0.01;
    /** A spectral gap below this may be one. */
    static final double TIGHT = 0.05;
    /** The share of vertices that the largest component has at least, for the graph to count as whole. */
    static final double WHOLE = 0.9;
    /** A mean Ollivier-Ricci curvature below this is tree-like. */
    static final double TREE_LIKE = -0.5;
    /** A median receptive field of less than this share of the vertices is small. */
    static final double SMALL_FIELD = 0.01;
    /** A Jacobian bound below this hardly lets a vertex through. */
    static final double FAINT = 1e-3;

    private Rules() {}
}
