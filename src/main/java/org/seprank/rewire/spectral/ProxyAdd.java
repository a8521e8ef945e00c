package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * ProxyAdd (A. Jamadandi, C. Rubio-Madrigal, R. Burkholz, arXiv 2404.04612): adds the edge {u, v} with the largest
 * {@code (f_u - f_v)^2 - lambda (f_u^2 + f_v^2)}, which to first order is what the spectral gap lambda gains by it, and
 * the score of the edit; {@code f = D^(-1/2) x} for the {@link FiedlerVector} x, or 0 for isolated vertices. The
 * eigenvector is computed anew after every {@code period} additions. A graph of several components gets edges between
 * them first. New edges are of relation 1; weights are not heeded.
 *
 * <p>All pairs without an edge are candidates: lambda is at most 1 unless the graph is complete but for isolated
 * vertices, so the gain is convex in f_v, and the best partner of u has the smallest or the largest f_v of all that are
 * no neighbours of u. In the exception one of f_u and f_v is 0, and the gain is linear in their squares. Time O(m + n)
 * per edge, besides the eigenvectors.
 *
 * @param period how many additions an eigenvector is used for, at least 1
 * @param seed of the eigenvector's iteration
 */
public record ProxyAdd(int period, long seed) implements Rewirer {
    /** Checks the period. */
    public ProxyAdd {
        if (period < 1) {
            throw new IllegalArgumentException("period " + period + " is not at least 1");
        }
    }

    /** @throws IllegalArgumentException if the graph is directed */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        Search search = new Search(ChangingGraph.of(graph));
        return Additions.collect(count, progress, search::next);
    }

    private final class Search {
        private final ChangingGraph graph;
        private double[] potentials = {};
        private double gap;
        private int added;

        Search(ChangingGraph graph) {
            this.graph = graph;
        }

        Optional<Addition> next() {
            if (added % period == 0) {
                FiedlerVector fiedler = FiedlerVector.of(graph, seed);
                potentials = fiedler.potentials();
                gap = fiedler.eigenvalue();
            }
            added++;
            Optional<Addition> best = gap > 1
                    ? BestNonEdge.of(graph, squares(potentials), (a, b) -> (1 - gap) * (a + b))
                    : BestNonEdge.of(graph, potentials, (fu, fv) -> gain(gap, fu, fv));
            best.ifPresent(added -> graph.add(added.edge().u(), added.edge().v()));
            return best;
        }
    }

    private static double[] squares(double[] numbers) {
        double[] squares = new double[numbers.length];
        Arrays.setAll(squares, v -> numbers[v] * numbers[v]);
        return squares;
    }

    /** To first order what the gap gains by an edge between vertices with these entries of f. */
    static double gain(double gap, double fu, double fv) {
        return (fu - fv) * (fu - fv) - gap * (fu * fu + fv * fv);
    }
}
