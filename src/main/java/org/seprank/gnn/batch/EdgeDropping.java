package org.seprank.gnn.batch;

import java.util.Arrays;
import org.seprank.gnn.kernel.Csr;
import org.seprank.rewire.curvature.JostLiu;

/**
 * Which edges a step of training drops; every step draws anew, and nothing is dropped where a network is evaluated.
 *
 * @param rate the share of edges that goes on average, in [0, 1)
 * @param by what makes an edge likely to go
 */
public record EdgeDropping(double rate, By by) {
    private static final double MOST = 0.99; // so that no edge is gone for ever

    /** What makes an edge likely to go. */
    public enum By {
        /** All edges are as likely (DropEdge, arXiv 1907.10903). */
        UNIFORM,
        /**
         * In proportion to {@code (κ + 2) / 3}, in 0..1, for the curvature κ of Jost and Liu ({@link JostLiu}): edges
         * with many triangles around them go most, bottlenecks least (after CurvDrop, Liu et al., WWW 2023, which takes
         * the curvature of Ollivier and Ricci). No probability is above 0.99; what that cuts off the others get, as far
         * as they can, so that the share is the rate. Undirected graphs only. The curvatures are those of the whole
         * batch, computed once for it; time O(sum of squared degrees).
         */
        CURVATURE
    }

    /** Nothing is dropped. */
    public static EdgeDropping none() {
        return new EdgeDropping(0, By.UNIFORM);
    }

    /**
     * The probability of each edge to go.
     *
     * @throws IllegalArgumentException if curvature decides and the batch is directed
     */
    double[] rates(GraphBatch batch) {
        double[] rates = new double[batch.edgeCount()];
        if (by == By.CURVATURE && rates.length > 0) {
            return inProportion(likelihoods(batch));
        }
        Arrays.fill(rates, rate);
        return rates;
    }

    private static double[] likelihoods(GraphBatch batch) {
        if (!batch.undirected()) {
            throw new IllegalArgumentException(
                    "edges of directed graphs have no curvature to be dropped by; leave out --drop-edge-by");
        }
        Csr rows = batch.neighbours();
        int[] offsets = rows.offsets();
        int[] lastSeen = new int[rows.rows()]; // 1 + the vertex whose neighbour it was last
        double[] likelihoods = new double[batch.edgeCount()];
        for (int u = 0; u < rows.rows(); u++) {
            for (int k = offsets[u]; k < offsets[u + 1]; k++) {
                lastSeen[rows.indices()[k]] = u + 1;
            }
            for (int k = offsets[u]; k < offsets[u + 1]; k++) {
                int v = rows.indices()[k];
                int triangles = 0;
                for (int l = offsets[v]; v > u && l < offsets[v + 1]; l++) {
                    triangles += lastSeen[rows.indices()[l]] == u + 1 ? 1 : 0;
                }
                if (v > u) {
                    double curvature = JostLiu.of(offsets[u + 1] - offsets[u], offsets[v + 1] - offsets[v], triangles);
                    likelihoods[rows.edges()[k]] = (curvature + 2) / 3;
                }
            }
        }
        return likelihoods;
    }

    /** Probabilities in proportion to these, none above the most there may be, that are the rate on average. */
    double[] inProportion(double[] likelihoods) {
        double[] rates = new double[likelihoods.length];
        boolean[] cut = new boolean[rates.length];
        boolean more = true;
        while (more) {
            double wanted = rate * rates.length;
            double sum = 0;
            for (int e = 0; e < rates.length; e++) {
                wanted -= cut[e] ? MOST : 0;
                sum += cut[e] ? 0 : likelihoods[e];
            }
            more = false;
            for (int e = 0; e < rates.length; e++) {
                rates[e] = cut[e] ? MOST : sum == 0 ? 0 : likelihoods[e] * wanted / sum;
                if (rates[e] > MOST) {
                    rates[e] = MOST;
                    cut[e] = true;
                    more = true;
                }
            }
        }
        return rates;
    }
}
