package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.removal.BridgeSearch;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The union of k uniform spanning trees stays longest: the score of an edge is the share of k random spanning trees, of
 * each component, that have it. A tree is drawn with probability in proportion to the product of its weights, by
 * loop-erased random walks (D. Wilson, STOC 1996). An edge is in it with probability {@code w_e R_e} (G. Kirchhoff,
 * 1847), weight times effective resistance, so that the score is an unbiased estimate of that without a linear system,
 * with a standard error of {@code sqrt(p (1 - p) / k)}, p = w_e R_e. All edges with a score above 0 are the union of
 * the trees, which has the components of the graph.
 *
 * <p>A bridge is in every tree, score 1, and goes after all other edges of score 1. Otherwise of equal scores, and
 * there are many of score 0 in dense graphs, the edge with the smaller {@code w_e (1/s_u + 1/s_v)} goes first, s the
 * sum of the weights at a vertex: half of that bounds w_e R_e from below. Undirected graphs with positive finite
 * weights only.
 *
 * <p>Expected time O(k H), H the mean time that the walk from a random vertex needs to the vertex of the largest
 * strength: O(n) or so where walks mix fast, up to O(n m) on paths and the like; a step takes O(log d) with weights,
 * O(1) without. On all threads of {@link Parallel#current()}, memory O(n + m) and 12 n bytes per thread; the trees do
 * not depend on the threads.
 *
 * @param trees k, at least 1
 * @param seed of the walks
 */
public record SpanningTrees(int trees, long seed) implements EdgeScore {
    /** Checks k. */
    public SpanningTrees {
        if (trees < 1) {
            throw new IllegalArgumentException("number of spanning trees " + trees + " is not at least 1");
        }
    }

    /** @throws IllegalArgumentException if the graph is directed or has a weight that is not positive */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        EffectiveResistance.checkConductors(graph);
        RandomWalk walk = RandomWalk.of(graph);
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom[] streams = new SplittableRandom[trees]; // set apart before threads come in
        Arrays.setAll(streams, i -> random.split());
        int[] counts = new int[graph.edgeCount()];
        progress.start("drawing spanning trees", trees);
        Parallel.current().each(trees, progress, i -> {
            int[] tree = walk.tree(streams[i], progress);
            synchronized (counts) {
                for (int e : tree) {
                    counts[e]++;
                }
            }
        });
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count / trees)
                .toArray();
    }

    @Override
    public double[] amongEqual(Graph graph) {
        double[] strengths = Strengths.of(graph, graph.out());
        BitSet bridges = BridgeSearch.of(graph);
        double[] bounds = new double[graph.edgeCount()];
        Arrays.setAll(
                bounds,
                e -> bridges.get(e)
                        ? Double.POSITIVE_INFINITY
                        : graph.weight(e) * (1 / strengths[graph.source(e)] + 1 / strengths[graph.target(e)]));
        return bounds;
    }
}
