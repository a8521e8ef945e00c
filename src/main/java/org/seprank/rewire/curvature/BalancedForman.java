package org.seprank.rewire.curvature;

import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Balanced Forman curvature of an edge u-v of an undirected graph, from -2 (exclusive) up to 2: with degrees
 * {@code d_u, d_v}, the number T of triangles through the edge, and the 4-cycles through it,
 *
 * <pre>{@code
 * Ric(u,v) = 2/d_u + 2/d_v - 2 + 2 T / max(d_u,d_v) + T / min(d_u,d_v) + (S_u + S_v) / (gamma max(d_u,d_v))
 * }</pre>
 *
 * <p>where S_u is the number of neighbours k of u on a 4-cycle u-k-w-v without diagonals, and gamma the largest number
 * of such cycles through one k or one w; the last term is 0 without such cycles. Source: Definition 1 of J. Topping et
 * al., ICLR 2022, arXiv 2111.14522. Values: cycles of 3, 4 and more vertices have 3/2, 1 and 0, the clique of n
 * vertices {@code n/(n-1)}, inner edges of the grid 0, inner edges of the r-regular tree {@code 4/r - 2}.
 *
 * <p>Edge weights are ignored. Time per edge: the total degree of the neighbours of one end. Time for all edges: that
 * divided by 64 wherever the neighbours of an end fit into a table of bits, on all threads of the current fork-join
 * pool; memory O(n + m) and at most 16 MB + O(n) per thread. The values do not depend on the number of threads.
 *
 * @param variant which formula
 */
public record BalancedForman(Variant variant) {
    /** Which of the two formulas in use. */
    public enum Variant {
        /**
         * The definition of the paper: 0 if an end has degree 1, and cycles that close through the edge itself are not
         * counted (the {@code - 1} in gamma). Edge-by-edge programs on networkx compute this one.
         */
        PAPER,
        /**
         * What the matrix code that came with the paper computes, and the rewiring programs that took it over: S_u is
         * the number of neighbours k of u (v is one) with {@code (A^2)_vk - A_vk > 0}, gamma the largest of these
         * differences, and a degree of 1 is not special. Many walks that are no part of a 4-cycle count. (Their loop
         * over edges also stops too early; this one does not.)
         */
        MATRIX
    }

    /**
     * The curvature of every edge, by edge number.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public double[] all(Graph graph) {
        return all(UndirectedRows.of(graph), Progress.none());
    }

    /**
     * The curvature of some edges, given and answered by edge number: for samples of graphs that are too large for
     * {@link #all(Graph)}. Memory O(n) per thread.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public double[] of(Graph graph, int[] edges) {
        UndirectedRows rows = UndirectedRows.of(graph);
        double[] values = new double[edges.length];
        Parallel.current().blocks(edges.length, Progress.none(), () -> {
            SquareCounts counts = new SquareCounts(rows, variant);
            return i -> values[i] = value(rows, counts, rows.source(edges[i]), rows.target(edges[i]));
        });
        return values;
    }

    /** The curvature of every edge of rows that have not been changed. */
    double[] all(UndirectedRows rows, Progress progress) {
        SquareTable table = new SquareTable(rows, variant);
        table.fill(progress);
        double[] values = new double[rows.edgeNumbers()];
        for (int e = 0; e < values.length; e++) {
            int du = rows.degree(rows.source(e));
            int dv = rows.degree(rows.target(e));
            values[e] = value(du, dv, table.triangles(e)) + squareTerm(du, dv, table.sharp(e), table.gamma(e));
        }
        return values;
    }

    /** The curvature of the edge u-v. */
    double value(UndirectedRows rows, SquareCounts counts, int u, int v) {
        counts.load(u, v);
        int du = rows.degree(u);
        int dv = rows.degree(v);
        return value(du, dv, counts.triangles()) + squareTerm(du, dv, counts.sharp(), counts.gamma());
    }

    /** All but the last term. */
    double value(int du, int dv, int triangles) {
        int least = Math.min(du, dv);
        int most = Math.max(du, dv);
        if (variant == Variant.PAPER && least == 1) {
            return 0;
        }
        return 2.0 / most + 2.0 / least - 2 + (2.0 / most + 1.0 / least) * triangles;
    }

    /** The last term. */
    double squareTerm(int du, int dv, int sharp, int gamma) {
        if (gamma == 0 || (variant == Variant.PAPER && Math.min(du, dv) == 1)) {
            return 0;
        }
        return sharp / ((double) gamma * Math.max(du, dv));
    }

    /** No less than the last term, for whatever 4-cycles there are. */
    double mostOfSquareTerm(int du, int dv, int triangles) {
        return variant == Variant.PAPER
                ? squareTerm(du, dv, du + dv - 2 - 2 * triangles, 1)
                : squareTerm(du, dv, du + dv, Math.max(du, dv)); // gamma counts the ends themselves
    }
}
