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
 * with that lowered or raised for inputs. What follows are restarts, {@value #RESTARTS} times the effort and fewer on
 * large graphs: with such prices times random factors of layers and of copies and, every other time, with the prices of
 * one more copy in the groups of the best labels, {@code log((D+k)/(k+1))}, times random factors. From there each
 * descends: since {@code log C(D+k-1,k)} is concave in k, labels that are cheapest at the prices of one more copy cost
 * no more than the labels whose prices they were, unless they remove what was not removed before. The best labels are
 * kept. Time O(L m) for each round.
 */
final class MultisetSeparator {
    private static final int ROUNDS = 3;
    private static final double[] INPUT_SCALES = {1, 0.25, 4};
    private static final int DESCENT_ROUNDS = 3;
    private static final int RESTARTS = 150;
    /** Restarts times the places of the tables, layers times vertices and edges, for effort 1. */
    private static final long RESTART_WORK = 400_000;
    /** One restart of so many forgets the best labels. */
    private static final int FORGETTING = 2;

    private static final double[] NOISES = {0, 0.3, 0.8, 1.5};
    private static final double LAYER_NOISE = 0.7;
    private static final double[] NEAR_NOISES = {0.05, 0.1, 0.2, 0.4, 0.8};
    private static final double[] NEAR_LAYER_NOISES = {0, 0.1, 0.3};

    private final SeparationProblem problem;
    private final Unfolding unfolding;
    private final int[] twin;
    private final Cuts all;

    private MultisetSeparator(SeparationProblem problem, Unfolding unfolding) {
        this.problem = problem;
        this.unfolding = unfolding;
        this.twin = twins(unfolding);
        this.all = Cuts.all(unfolding, twin);
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
    static double[][][] plainPrices(SeparationProblem problem) {
        double[][][] prices = new double[problem.depth()][3][problem.graph().vertexCount()];
        for (int layer = 0; layer < prices.length; layer++) {
            for (double[] ofParent : prices[layer]) {
                Arrays.fill(ofParent, Math.log(width(problem, layer)));
            }
        }
        return prices;
    }

    private static int width(SeparationProblem problem, int layer) {
        return layer == 0 ? problem.inputWidth() : problem.hiddenWidth();
    }

    private Magnitude best(int effort) {
        Cuts plain = cuts(plainPrices(problem));
        Cuts best = plain;
        for (double inputScale : INPUT_SCALES) {
            Cuts cuts = all;
            for (int round = 0; round < ROUNDS; round++) {
                double[][][] prices = averagePrices(cuts);
                scale(prices[0], inputScale);
                cuts = cuts(prices);
                best = cheaper(best, cuts);
            }
        }
        best = searched(best, effort);
        return plain.product(problem).min(best.product(problem));
    }

    private Cuts cheaper(Cuts one, Cuts other) {
        return other.estimate(problem) < one.estimate(problem) ? other : one;
    }

    private Cuts searched(Cuts start, int effort) {
        int n = problem.graph().vertexCount();
        long work = Math.max(1, (long) problem.depth() * (n + problem.graph().edgeCount()));
        long restarts = Math.min((long) RESTARTS * effort, RESTART_WORK * effort / work);
        SplittableRandom random = new SplittableRandom(0);
        Cuts best = start;
        for (int restart = 0; restart < restarts; restart++) {
            Cuts begun = restart % FORGETTING == 0 ? afresh(random) : beside(best, random);
            best = cheaper(best, descended(begun));
        }
        return best;
    }

    private Cuts afresh(SplittableRandom random) {
        double[] scales = layerScales(LAYER_NOISE, random);
        double noise = NOISES[random.nextInt(NOISES.length)];
        Cuts cuts = all;
        for (int round = 0; round < ROUNDS; round++) {
            cuts = cuts(shaken(averagePrices(cuts), scales, round == 0 ? noise : noise / 4, random));
        }
        return cuts;
    }

    private Cuts beside(Cuts best, SplittableRandom random) {
        double[] scales = layerScales(NEAR_LAYER_NOISES[random.nextInt(NEAR_LAYER_NOISES.length)], random);
        double noise = NEAR_NOISES[random.nextInt(NEAR_NOISES.length)];
        return cuts(shaken(marginalPrices(best), scales, noise, random));
    }

    private double[] layerScales(double noise, SplittableRandom random) {
        double[] scales = new double[problem.depth()];
        Arrays.setAll(scales, layer -> Math.exp(noise * random.nextGaussian()));
        return scales;
    }

    /** The prices times a factor of the layer and one of the vertex, in place. */
    private static double[][][] shaken(double[][][] prices, double[] scales, double noise, SplittableRandom random) {
        for (int layer = 0; layer < prices.length; layer++) {
            scale(prices[layer], scales[layer]);
            for (int i = 0; noise > 0 && i < prices[layer][0].length; i++) {
                double factor = Math.exp(noise * random.nextGaussian());
                for (double[] ofParent : prices[layer]) {
                    ofParent[i] *= factor;
                }
            }
        }
        return prices;
    }

    private static void scale(double[][] prices, double factor) {
        for (double[] ofParent : prices) {
            for (int i = 0; i < ofParent.length; i++) {
                ofParent[i] *= factor;
            }
        }
    }

    private Cuts descended(Cuts start) {
        Cuts best = start;
        for (int round = 0; round < DESCENT_ROUNDS; round++) {
            Cuts next = cheaper(best, cuts(marginalPrices(best)));
            if (next == best) {
                break;
            }
            best = next;
        }
        return best;
    }

    private Cuts cuts(double[][][] prices) {
        double rootPrice = Math.log(problem.hiddenWidth());
        return Cuts.of(Separator.of(unfolding, problem.partition(), prices, rootPrice), unfolding, twin);
    }

    /** The price per copy where as many copies are removed as before, or all of them where there were none. */
    private double[][][] averagePrices(Cuts before) {
        double[][][] prices = plainPrices(problem);
        for (int layer = 0; layer < prices.length; layer++) {
            for (int i = 0; i < twin.length; i++) {
                double price = averagePrice(layer, i, before.count(layer, layer == 0 ? i : twin[i]));
                for (double[] ofParent : prices[layer]) {
                    ofParent[i] = price;
                }
            }
        }
        return prices;
    }

    private double averagePrice(int layer, int i, double count) {
        double size = count > 0 ? count : all.count(layer, layer == 0 ? i : twin[i]);
        int width = width(problem, layer);
        return size == 0 ? Math.log(width) : Cuts.estimate(width, size) / size;
    }

    /** The price of one more copy in each group that is removed, and per copy of all where none are. */
    private double[][][] marginalPrices(Cuts before) {
        double[][][] prices = plainPrices(problem);
        for (int layer = 0; layer < prices.length; layer++) {
            int more = width(problem, layer) - 1;
            for (int parent = 0; parent < 3; parent++) {
                for (int i = 0; i < twin.length; i++) {
                    double size = before.group(layer, layer == 0 ? i : twin[i], parent);
                    prices[layer][parent][i] = size > 0 ? Math.log1p(more / (size + 1)) : averagePrice(layer, i, 0);
                }
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
