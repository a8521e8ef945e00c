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
 * spectral gap, by {@code -2 y_u y_v}; the score of an edit is {@code -y_u y_v}. x is the eigenvector, found anew
 * before every addition ({@link FiedlerVector}), or, as in the authors' program, starts at random, is improved by some
 * steps of deflated power iteration and by one more after every addition. New edges are of relation 1; weights are not
 * heeded.
 *
 * <p>An isolated vertex has entry 0 in x: it is joined only once no other edge raises the gap. Of pairs that are
 * equally good one is picked by the seed and the numbers of the vertices. Time O(m + n) per edge, besides the
 * eigenvectors, memory O(m + n).
 *
 * @param seed the same seed gives the same edges
 * @param iterations steps of power iteration before the first addition, 5 in the authors' program, after which x may be
 *     far from the eigenvector; 0: x is the eigenvector
 */
public record FirstOrderSpectralRewirer(long seed, int iterations) implements Rewirer {
    /** Checks the number of steps. */
    public FirstOrderSpectralRewirer {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations " + iterations + " is negative");
        }
    }

    /** With the eigenvector itself. */
    public static FirstOrderSpectralRewirer converged(long seed) {
        return new FirstOrderSpectralRewirer(seed, 0);
    }

    /** @throws IllegalArgumentException if the graph is directed */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        Iteration iteration = new Iteration(ChangingGraph.of(graph), seed, iterations);
        return Additions.collect(count, progress, iteration::next);
    }

    /** The graph as far as it is rewired, and x. */
    static final class Iteration {
        private final ChangingGraph graph;
        private final long seed;
        private final boolean converged;
        private double[] x;
        private final double[] image;

        Iteration(ChangingGraph graph, long seed, int iterations) {
            this.graph = graph;
            this.seed = seed;
            this.converged = iterations == 0;
            this.x = new double[graph.vertexCount()];
            this.image = new double[x.length];
            if (converged) {
                improve();
            } else {
                iterate(iterations);
            }
        }

        private void improve() {
            if (converged) {
                x = FiedlerVector.of(graph, seed).vector();
            } else {
                step();
            }
        }

        private void iterate(int iterations) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int v = 0; v < x.length; v++) {
                double value = 2 * random.nextDouble() - 1;
                x[v] = graph.degree(v) == 0 ? 0 : value;
            }
            for (int i = 0; i < iterations; i++) {
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
                improve();
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
