package org.seprank.separation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.seprank.graph.Adjacency;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * The bound {@code sep <= prod over removed (l,i) of C(D+k-1, k)}, times D_h for a removed root: the network depends on
 * the k removed copies of (l, i) through a polynomial that is homogeneous of degree k in {@code h^(l,i)}, so a multiset
 * of k indices is fixed and not k indices. D is D_h, and D_x for an input. Copies below parents on side I and copies
 * below parents on side Iᶜ are counted apart; those below removed parents join the larger of the two. Vertices with the
 * same closed in-neighbours have the same {@code h^(l,i)} for l >= 1 and count as one.
 *
 * <p>Any labels give a bound. They come from {@link Separator}, first with its own prices, which makes the bound at
 * most the separator bound, then with {@code log C(D+k-1,k) / k} per copy, the k taken from the previous round, and
 * with that lowered or raised for inputs; then with those prices times random factors of layers and of copies, and with
 * the best labels' own prices times small ones. The best labels are kept. Time O(L m) for each of the
 * {@value #RESTARTS} restarts times the effort; fewer on large graphs.
 */
final class MultisetSeparator {
    private static final int ROUNDS = 3;
    private static final double[] INPUT_SCALES = {1, 0.25, 4};
    private static final int RESTARTS = 100;
    /** Restarts times the places of the tables, layers times vertices and edges, for effort 1. */
    private static final long RESTART_WORK = 400_000;

    private static final double[] NOISES = {0, 0.3, 0.8, 1.5};

    private final SeparationProblem problem;
    private final Unfolding unfolding;
    private final int[] twin;

    private MultisetSeparator(SeparationProblem problem, Unfolding unfolding) {
        this.problem = problem;
        this.unfolding = unfolding;
        this.twin = twins(unfolding);
    }

    /**
     * The bound on the rank.
     *
     * @param effort how many restarts, at least 1; they are the same for the same effort
     */
    static Magnitude bound(SeparationProblem problem, Unfolding unfolding, int effort) {
        return new MultisetSeparator(problem, unfolding).best(effort);
    }

    /** The prices of the plain separator bound: log D_h, and log D_x for an input. */
    static double[][] plainPrices(SeparationProblem problem) {
        double[][] prices = new double[problem.depth()][problem.graph().vertexCount()];
        for (int layer = 0; layer < prices.length; layer++) {
            Arrays.fill(prices[layer], Math.log(layer == 0 ? problem.inputWidth() : problem.hiddenWidth()));
        }
        return prices;
    }

    private Magnitude best(int effort) {
        Cuts plain = cuts(plainPrices(problem));
        Cuts all = Cuts.all(unfolding, twin);
        Cuts best = plain;
        for (double inputScale : INPUT_SCALES) {
            Cuts cuts = all;
            for (int round = 0; round < ROUNDS; round++) {
                cuts = cuts(prices(cuts, all, inputScale));
                best = cuts.estimate(problem) < best.estimate(problem) ? cuts : best;
            }
        }
        best = searched(best, all, effort);
        return plain.product(problem).min(best.product(problem));
    }

    private Cuts searched(Cuts start, Cuts all, int effort) {
        int n = problem.graph().vertexCount();
        long work = Math.max(1, (long) problem.depth() * (n + problem.graph().edgeCount()));
        long restarts = Math.min((long) RESTARTS * effort, RESTART_WORK * effort / work);
        SplittableRandom random = new SplittableRandom(0);
        Cuts best = start;
        double least = best.estimate(problem);
        for (int restart = 0; restart < restarts; restart++) {
            boolean near = restart % 3 == 2;
            double[] scales = new double[problem.depth()];
            Arrays.setAll(scales, layer -> near ? 1 : Math.exp(0.7 * random.nextGaussian()));
            double noise = near ? 0.2 : NOISES[random.nextInt(NOISES.length)];
            Cuts cuts = near ? best : all;
            for (int round = 0; round < ROUNDS; round++) {
                double[][] prices = prices(cuts, all, 1);
                double spread = round == 0 ? noise : noise / 4;
                for (int layer = 0; layer < prices.length; layer++) {
                    for (int i = 0; i < n; i++) {
                        double factor = spread == 0 ? 1 : Math.exp(spread * random.nextGaussian());
                        prices[layer][i] *= scales[layer] * factor;
                    }
                }
                cuts = cuts(prices);
                double estimate = cuts.estimate(problem);
                if (estimate < least) {
                    least = estimate;
                    best = cuts;
                }
            }
        }
        return best;
    }

    private Cuts cuts(double[][] prices) {
        double rootPrice = Math.log(problem.hiddenWidth());
        return Cuts.of(Separator.of(unfolding, problem.partition(), prices, rootPrice), unfolding, twin);
    }

    /** The price per copy where as many copies are removed as before, or all of them where there were none. */
    private double[][] prices(Cuts before, Cuts all, double inputScale) {
        double[][] prices = new double[problem.depth()][twin.length];
        for (int layer = 0; layer < prices.length; layer++) {
            int width = layer == 0 ? problem.inputWidth() : problem.hiddenWidth();
            for (int i = 0; i < twin.length; i++) {
                int of = layer == 0 ? i : twin[i];
                double count = before.count(layer, of) > 0 ? before.count(layer, of) : all.count(layer, of);
                double price = count == 0 ? Math.log(width) : Cuts.estimate(width, count) / count;
                prices[layer][i] = layer == 0 ? inputScale * price : price;
            }
        }
        return prices;
    }

    /** For each vertex the first with the same closed in-neighbours. */
    private static int[] twins(Unfolding unfolding) {
        Adjacency in = unfolding.graph().in();
        int n = unfolding.graph().vertexCount();
        Map<List<Integer>, Integer> first = new HashMap<>();
        int[] twin = new int[n];
        for (int i = 0; i < n; i++) {
            int[] closed = Arrays.copyOfRange(in.neighbours(), in.offsets()[i], in.offsets()[i + 1] + 1);
            closed[closed.length - 1] = i;
            Arrays.sort(closed);
            Integer before = first.putIfAbsent(Arrays.stream(closed).boxed().toList(), i);
            twin[i] = before == null ? i : before;
        }
        return twin;
    }
}
