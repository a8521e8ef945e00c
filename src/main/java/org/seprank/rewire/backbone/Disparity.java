package org.seprank.rewire.backbone;

import java.util.Arrays;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.work.Progress;

/**
 * The disparity filter, or multiscale backbone (M. Serrano, M. Boguna and A. Vespignani, PNAS 106, 2009, arXiv
 * 0904.2389): an edge of weight w has at an end of degree k and strength s, the sum of the weights there, the
 * significance {@code alpha = (1 - w / s)^(k - 1)}, the probability of a share of w / s or more if the k shares were
 * the pieces of a stick that is broken at random. The score is -alpha of the end at which it is smaller, in -1..0; the
 * backbone of level x are the edges with a score above -x. In a directed graph the ends are the edges that leave the
 * tail and those that enter the head.
 *
 * <p>A vertex of degree 1 says nothing, alpha = 1, so that its edge stays for what the other end says; nor does a
 * vertex all of whose weights are 0. Without weights alpha is a function of the degree, (1 - 1/k)^(k - 1). NetworKit's
 * {@code MultiscaleScore} is 1 - alpha, in which significances below 1e-16 can no longer be told apart; here they can.
 * Time O(m).
 */
public record Disparity() implements EdgeScore {
    /** @throws IllegalArgumentException if a weight is negative or not finite */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        double[] scores = new double[graph.edgeCount()];
        Arrays.fill(scores, -1);
        raise(scores, graph, graph.out());
        if (graph.directed()) {
            raise(scores, graph, graph.in());
        }
        return scores;
    }

    private static void raise(double[] scores, Graph graph, Adjacency rows) {
        double[] strengths = Strengths.of(graph, rows);
        for (int v = 0; v < strengths.length; v++) {
            double exponent = rows.degree(v) - 1.0;
            for (int k = rows.offsets()[v]; strengths[v] > 0 && k < rows.offsets()[v + 1]; k++) {
                int e = rows.edges()[k];
                double alpha = Math.pow(1 - graph.weight(e) / strengths[v], exponent);
                scores[e] = Math.max(scores[e], -alpha);
            }
        }
    }
}
