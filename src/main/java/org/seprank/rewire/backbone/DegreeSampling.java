package org.seprank.rewire.backbone;

import org.seprank.graph.Graph;
import org.seprank.rewire.removal.Rankings;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Undirected;
import org.seprank.work.Progress;

/**
 * DSpar (Z. Liu et al., TMLR 2023): edges are drawn with probability in proportion to {@code 1/d_u + 1/d_v}, the sum of
 * the inverse degrees of their ends, half of which bounds the effective resistance of an edge of an unweighted graph
 * from below (L. Lovasz, 1993). Here as an order: all edges are drawn without replacement, each time in proportion to
 * that, by the exponential race, and the last drawn go first. The score is {@code ln(U_e) / (1/d_u + 1/d_v)}, minus the
 * time at which the edge is drawn, U_e uniform in 0..1. Edge weights are not looked at and stay as they are. Undirected
 * graphs only.
 *
 * <p>The published code draws arcs with replacement, {@code 0.16 n ln(n) / epsilon^2} times, and gives the edge the
 * weight {@code count / (draws p)}; both arcs of an edge are drawn on their own and their weights are added, a fixed
 * seed of 42 is set whatever the seed of the run is, and as its threads draw with generators of their own, the sample
 * depends on their number. Here weights are not changed, since edges drawn once have no count, and smaller budgets are
 * prefixes of larger ones. {@code spectral} draws by exact or approximate resistances instead. Time O(m log m).
 *
 * @param seed of the draw
 */
public record DegreeSampling(long seed) implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "sampling by degrees");
        double[] rates = new double[graph.edgeCount()];
        for (int e = 0; e < rates.length; e++) {
            rates[e] = 1.0 / graph.out().degree(graph.source(e))
                    + 1.0 / graph.out().degree(graph.target(e));
        }
        return Rankings.race(rates, seed);
    }
}
