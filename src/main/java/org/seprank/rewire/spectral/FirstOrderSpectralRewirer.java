package org.seprank.rewire.spectral;

import java.util.Optional;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * FoSR, first-order spectral rewiring (arXiv 2210.11790): adds, one after the other, the edge {u, v} with minimal
 * {@code y_u y_v}, where {@code y = x / sqrt(d + 1)} and x approximates the eigenvector of the second largest
 * eigenvalue of {@code D^(-1/2) B D^(-1/2)}; to first order the edge lowers that eigenvalue, that is raises the
 * spectral gap, by {@code -2 y_u y_v}; the score of an edit is {@code -y_u y_v}. x starts at random, is improved by
 * {@value #INITIAL_STEPS} steps of deflated power iteration and by one more after every addition. New edges are of
 * relation 1; weights are not heeded.
 *
 * <p>An isolated vertex has entry 0 in x: it is joined only once no other edge raises the gap. Of pairs that are
 * equally good one is picked by the seed and the numbers of the vertices. Time O(m + n) per edge, memory O(m + n).
 *
 * @param seed the same seed gives the same edges
 */
public record FirstOrderSpectralRewirer(long seed) implements Rewirer {
    private static final int INITIAL_STEPS = 5;

    /** @throws IllegalArgumentException if the graph is directed */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        Iteration iteration = new Iteration(ChangingGraph.of(graph), seed);
        return Additions.collect(count, progress, iteration::next);
    }

    /** The graph as far as it is rewired, and x. */
    static final class Iteration {
        private final ChangingGraph graph;
        private final double[] x;
        private final double[] image;

        Iteration(ChangingGraph graph, long seed) {
            this.graph = graph;
            this.x = new double[graph.vertexCount()];
            this.image = new double[x.length];
            SplittableRandom random = new SplittableRandom(seed);
            for (int v = 0; v < x.length; v++) {
                double value = 2 * random.nextDouble() - 1;
                x[v] = graph.degree(v) == 0 ? 0 : value;
            }
            for (int i = 0; i < INITIAL_STEPS; i++) {
                step();
            }
        }

        /** y. */
        double[] scaled() {
            double[] y = new double[x.length];
            for (int v = 0; v < y.length; v++) {
                y[v] = x[v] / Math.sqrt(graph.degree(v) + 1.0);
            }
            return y;
        }

        /** Adds the best edge. */
        Optional<Addition> next() {
            Optional<Addition> best = BestNonEdge.of(graph, scaled(), (yu, yv) -> -yu * yv);
            best.ifPresent(added -> {
                graph.add(added.edge().u(), added.edge().v());
                step();
            });
            return best;
        }

        private void step() {
            double along = 0;
            for (int v = 0; v < x.length; v++) {
                along += x[v] * Math.sqrt(graph.degree(v));
            }
            double volume = Math.max(1, 2.0 * graph.edgeCount());
            for (int v = 0; v < x.length; v++) {
                x[v] -= along * Math.sqrt(graph.degree(v)) / volume;
            }
            graph.multiplyNormalised(x, image);
            double square = 0;
            for (int v = 0; v < x.length; v++) {
                x[v] += image[v];
                square += x[v] * x[v];
            }
            double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
            for (int v = 0; v < x.length; v++) {
                x[v] *= scale;
            }
        }
    }
}
