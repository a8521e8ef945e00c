package org.seprank.rewire.spectral;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.rewire.spectral.linear.LazyOrder;
import org.seprank.work.Progress;

/**
 * ProxyDelete (A. Jamadandi, C. Rubio-Madrigal, R. Burkholz, arXiv 2404.04612): removes the edge {u, v} with the
 * largest {@code lambda (f_u^2 + f_v^2) - (f_u - f_v)^2}, which to first order is what the spectral gap lambda gains
 * without it; {@code f = D^(-1/2) x} for the {@link FiedlerVector} x. No component is split. Weights are not heeded.
 *
 * <p>In a graph of several components lambda is the smallest of their gaps. The eigenvector is computed anew after
 * every {@linkplain RemovalRules#chunk chunk}, always from the same start, so that it depends on nothing but the graph.
 * Edges whose loss does not raise the gap go too, last. Ties go to the first edge, whatever the rules say. The score of
 * an edit is what the gap gains. Time O(m) and O(chunk log m) per eigenvector, besides that itself and the search for
 * detours.
 *
 * @param seed of the eigenvector's iteration
 * @param rules of which the chunk is the period
 */
public record ProxyDelete(long seed, RemovalRules rules) implements Sparsifier {
    /** @throws IllegalArgumentException also if the graph is directed */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        return new RemovalLoop(task, rules.withKeepConnected(true), new Order(task.graph(), seed)).run(sink, progress);
    }

    /** Edges by what the gap gains without them. */
    private static final class Order implements Ranking {
        private final Graph graph;
        private final ChangingGraph live;
        private final long seed;
        private final BitSet taken = new BitSet();
        private double[] losses = {};
        private LazyOrder order = LazyOrder.of(losses);
        private int rank;
        private boolean outdated = true;

        Order(Graph graph, long seed) {
            this.graph = graph;
            this.live = ChangingGraph.of(graph);
            this.seed = seed;
        }

        @Override
        public int next() {
            if (outdated) {
                rankAgain();
            }
            while (rank < order.size()) {
                int e = order.at(rank++);
                if (!taken.get(e)) {
                    taken.set(e);
                    return e;
                }
            }
            return NONE;
        }

        @Override
        public double score(int edge) {
            return 0.0 - losses[edge];
        }

        @Override
        public void remove(int edge) {
            live.remove(graph.source(edge), graph.target(edge));
            taken.set(edge);
            outdated = true;
        }

        private void rankAgain() {
            FiedlerVector fiedler = FiedlerVector.withinComponents(live, seed);
            double[] potentials = fiedler.potentials();
            losses = new double[graph.edgeCount()];
            for (int e = 0; e < losses.length; e++) {
                losses[e] = taken.get(e)
                        ? Double.POSITIVE_INFINITY
                        : ProxyAdd.gain(fiedler.eigenvalue(), potentials[graph.source(e)], potentials[graph.target(e)]);
            }
            order = LazyOrder.of(losses);
            rank = 0;
            outdated = false;
        }
    }
}
