package org.seprank.separation.interaction;

import org.seprank.graph.Graph;

/**
 * The influence of vertices on a vertex v, hop by hop: {@code T_h} is the sum of the influences {@code I(v, u)} over
 * the vertices u at distance h, such as the norms of the Jacobians {@code ∂f_v/∂x_u} or the entries of a
 * {@link WalkCountBound} row. The {@link #breadth} {@code Σ_h h·T_h / Σ_h T_h} is the average reach, the
 * influence-weighted receptive field (Liang et al. 2025, arXiv 2503.09008). Immutable.
 *
 * <p>The distance is the least number of steps of a walk from u to v, the way that messages take; in a directed graph
 * edges count from tail to head. What has no walk to v does not count.
 */
public final class HopProfile {
    private final double[] sums;
    private final int[] counts;
    private final int[] firsts;

    private HopProfile(double[] sums, int[] counts, int[] firsts) {
        this.sums = sums;
        this.counts = counts;
        this.firsts = firsts;
    }

    /**
     * The profile of influences on v. Time O(n + m).
     *
     * @param influence the influence of each vertex, length n, finite and not negative
     * @throws IllegalArgumentException if v is not a vertex, or the influences have another length or range
     */
    public static HopProfile of(Graph graph, int v, double[] influence) {
        int n = graph.vertexCount();
        if (v < 0 || v >= n) {
            throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (n - 1));
        }
        if (influence.length != n) {
            throw new IllegalArgumentException(
                    influence.length + " influences do not fit a graph with " + n + " vertices");
        }
        int[] distances = new Hops(graph.in(), n).from(v);
        int farthest = 0;
        for (int distance : distances) {
            farthest = Math.max(farthest, distance);
        }
        double[] sums = new double[farthest + 1];
        int[] counts = new int[farthest + 1];
        int[] firsts = new int[farthest + 1];
        for (int u = 0; u < n; u++) {
            if (!(influence[u] >= 0 && influence[u] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "influence " + influence[u] + " of vertex " + u + " is not a finite number of at least 0");
            }
            if (distances[u] != Hops.UNREACHED) {
                sums[distances[u]] += influence[u];
                if (counts[distances[u]]++ == 0) {
                    firsts[distances[u]] = u;
                }
            }
        }
        return new HopProfile(sums, counts, firsts);
    }

    /**
     * The vertex of least number at distance h.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int first(int hop) {
        if (hop < 0 || hop >= counts.length || counts[hop] == 0) {
            throw new IllegalArgumentException("there is no vertex at distance " + hop);
        }
        return firsts[hop];
    }

    /** The largest distance to v of a vertex with a walk to it. */
    public int farthest() {
        return sums.length - 1;
    }

    /** {@code T_h}, 0 for h beyond {@link #farthest}. */
    public double sum(int hop) {
        return checked(hop) < sums.length ? sums[hop] : 0;
    }

    /** The number of vertices at distance h, 0 beyond {@link #farthest}. */
    public int count(int hop) {
        return checked(hop) < counts.length ? counts[hop] : 0;
    }

    /** The mean influence of the vertices at distance h, 0 if there is none. */
    public double mean(int hop) {
        return count(hop) == 0 ? 0 : sums[hop] / counts[hop];
    }

    private static int checked(int hop) {
        if (hop < 0) {
            throw new IllegalArgumentException("distance " + hop + " is negative");
        }
        return hop;
    }

    /** {@code Σ_h T_h}. */
    public double total() {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** {@code Σ_h h·T_h / Σ_h T_h}, in 0..{@link #farthest}; 0 if the total is 0. */
    public double breadth() {
        double total = total();
        double weighted = 0;
        for (int h = 1; h < sums.length; h++) {
            weighted += h * (sums[h] / total);
        }
        return total == 0 ? 0 : weighted;
    }
}
