package org.seprank.rewire.structure;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Joins vertices at distances 2..S that have few walks between them ("LASER", locality-aware sequential rewiring;
 * Barbero et al. 2023, arXiv 2310.01668). Every vertex u picks of its orbit {@code {v : dist(u, v) = r}} the
 * {@code max(minAdd, round(ρ · |orbit|))} vertices of smallest connectivity {@code μ = (Ã^k)_uv}, {@code Ã = A + I}
 * with weights ignored; equal ones in an order drawn from the seed. Distances are those of the graph before. An edge is
 * added where either end picks the other, in relation {@code r - 1}, with weight 1.
 *
 * <p><b>Order.</b> The i-th pick of an orbit has rank {@code i / |orbit|}, a pair the smaller rank of its two ends;
 * pairs come by rank, then by distance, then in an order drawn from the seed. So a prefix is about what a smaller ρ
 * gives, over all orbits alike. The rank is the score of the edit.
 *
 * <p>Only undirected graphs. Exact up to the rounding of double numbers in μ, which cannot overflow. Breadth-first
 * search from u is limited to depth (S + k) / 2, the farthest from which a walk of length k still comes back to
 * distance S. Time O(n · k · m) at worst, when every vertex is near; memory O(n) per thread, O(n · S) and O(count).
 *
 * @param options how much is joined
 * @param seed decides between equal vertices
 */
public record LocalitySnapshots(Options options, long seed) implements Rewirer {
    /**
     * @throws IllegalArgumentException if the graph is directed, or the work is estimated to exceed
     *     {@link Options#mostSteps}
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "LASER is defined on undirected graphs; read the graph with --undirected");
        }
        EditList.Builder rewiring = EditList.builder();
        if (count > 0 && graph.edgeCount() > 0) {
            try {
                for (Pick pick : new OrbitPicks(graph, options, seed).first(count, progress)) {
                    rewiring.add(Edit.add(pick.u(), pick.v()), 1, pick.distance() - 1)
                            .scored(pick.rank());
                }
            } catch (CancellationException e) {
                return EditList.builder().build(); // no pair is known to be the first before all are
            }
        }
        return rewiring.build();
    }

    /**
     * The parameters of the method.
     *
     * @param snapshots S, the largest distance, in 2..64; 1 or less would add nothing
     * @param density ρ, the share of an orbit that is picked, in 0..1
     * @param leastPerOrbit minAdd, the least number picked of an orbit that has as many, at least 0
     * @param walkLength k, the length of the walks counted, in 1..64; with k &lt; r no pair at distance r has a walk
     * @param mostSteps work that is refused if estimated to be more, in visits of an edge; about 5e8 are done per
     *     second and thread
     */
    public record Options(int snapshots, double density, int leastPerOrbit, int walkLength, double mostSteps) {
        /** Checks the values. */
        public Options {
            requireIn("snapshots", snapshots, 2, 64);
            StructureSettings.requireFraction("density", density);
            requireIn("least per orbit", leastPerOrbit, 0, Integer.MAX_VALUE);
            requireIn("walk length", walkLength, 1, 64);
            if (!(mostSteps > 0)) {
                throw new IllegalArgumentException("most steps " + mostSteps + " is not positive");
            }
        }

        /** S = 3, ρ = 0.5, at least 1 per orbit, k = 8, at most 5e10 steps. */
        public static Options defaults() {
            return new Options(3, 0.5, 1, 8, 5e10);
        }

        private static void requireIn(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(name + " " + value + " is not in " + least + ".." + most);
            }
        }

        /** How many of an orbit of that size are picked. */
        int quota(int orbit) {
            return (int) Math.min(orbit, Math.max(leastPerOrbit, Math.round(density * orbit)));
        }
    }
}
