package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seprank.graph.VertexSet;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * Lower bounds for almost all weights from common independent sets: with {@code D = min(D_x, D_h)} and for each channel
 * d = 2..D a set C_d of classes that is independent on both sides and a face of the cone of all columns, {@code sep >=
 * prod_j C(s_j + k_j, k_j)}, where s_j counts the sets that have class j and k_j is its degree. Proofs in
 * {@code src/site/markdown/bounds.md}.
 *
 * <p>Directed graphs and the prediction at a vertex are no different. Sets are exact up to a given number of classes,
 * in time O(D r² n) with n classes and sets of r, and greedy beyond, in the time of 2 D sparse eliminations.
 *
 * @param rank the bound on the rank
 * @param note how the sets were found, and the mode where it is not 1
 */
public record MatroidBound(Magnitude rank, String note) {
    private static final MatroidBound NOTHING = new MatroidBound(Magnitude.ONE, "no class crosses");
    private static final int ONE_SIDED_CANDIDATES = 4;
    /** Weight of a one-sided class beside that of a crossing one: it only breaks ties. */
    private static final double ONE_SIDED = 1e-4;

    /**
     * The bound for one mode.
     *
     * @param mode r, in 1..depth-1: copies in layer r are the factors
     * @param width D, at least 1
     * @param constant inputs set to all ones; any set gives a bound
     */
    static MatroidBound of(
            Unfolding unfolding, VertexSet side, int mode, int width, VertexSet constant, SearchEffort effort) {
        Optional<GroundSet> all = GroundSet.of(unfolding, side, mode, constant);
        if (all.isEmpty()) {
            return new MatroidBound(Magnitude.ONE, "mode " + mode + " has too many entries");
        }
        GroundSet crossing = all.get().crossing();
        if (crossing.size() == 0) {
            return NOTHING;
        }
        Optional<Kernel> kernel = Kernel.of(crossing, effort);
        if (kernel.isEmpty()) {
            return new MatroidBound(Magnitude.ONE, "kernel not verified within the effort");
        }
        double[] importance = new double[crossing.size()];
        Arrays.fill(importance, 1);
        CommonIndependentSets search = CommonIndependentSets.of(crossing, effort);
        ChannelSets sets = ChannelSets.of(crossing, kernel.get(), importance, search, width);
        return new MatroidBound(product(crossing, sets), note(mode, search, kernel.get()));
    }

    private static String note(int mode, CommonIndependentSets search, Kernel kernel) {
        List<String> notes = new ArrayList<>();
        notes.add(search.describe());
        if (mode > 1) {
            notes.add("mode " + mode);
        }
        if (kernel.nullity() > 0) {
            notes.add("nullity " + kernel.nullity());
        }
        return String.join(", ", notes);
    }

    private static Magnitude product(GroundSet set, ChannelSets sets) {
        int[] channels = sets.channels();
        Magnitude product = Magnitude.ONE;
        for (int j = 0; j < channels.length; j++) {
            if (set.crosses(j)) {
                product = product.times(
                        Magnitude.multisets(channels[j], set.degrees().get(j)));
            }
        }
        return product;
    }

    /**
     * For mode 1, the same with one-sided classes in the sets, which makes the weights of the second layer count:
     * {@code sep >= prod_j C(s_j + k_j, k_j) · min(D_h, N_I, N_J)}, where N_I is the number of distinct sums of at most
     * k_j elements of {d : j in C_d} over the classes j within I.
     *
     * @param width D
     * @param hiddenWidth D_h
     */
    static MatroidBound withRoot(
            Unfolding unfolding, VertexSet side, int width, int hiddenWidth, VertexSet constant, SearchEffort effort) {
        Optional<GroundSet> all = GroundSet.of(unfolding, side, 1, constant);
        if (all.isEmpty() || all.get().crossing().size() == 0) {
            return NOTHING;
        }
        GroundSet set = all.get();
        Optional<Kernel> kernel = Kernel.of(set, effort);
        if (kernel.isEmpty()) {
            return new MatroidBound(Magnitude.ONE, "kernel not verified within the effort");
        }
        CommonIndependentSets search = CommonIndependentSets.of(set, effort);
        ChannelSets sets = ChannelSets.of(set, kernel.get(), importance(set), search, width);
        int root = Math.min(sums(set, sets, true, hiddenWidth), sums(set, sets, false, hiddenWidth));
        return new MatroidBound(
                product(set, sets).times(Magnitude.of(root)), note(1, search, kernel.get()) + ", root factor " + root);
    }

    private static double[] importance(GroundSet set) {
        double[] importance = new double[set.size()];
        for (boolean inside : new boolean[] {true, false}) {
            oneSided(set, inside)
                    .boxed()
                    .sorted((a, b) ->
                            set.degrees().get(b).compareTo(set.degrees().get(a)))
                    .limit(ONE_SIDED_CANDIDATES)
                    .forEach(j -> importance[j] = ONE_SIDED);
        }
        IntStream.range(0, set.size()).filter(set::crosses).forEach(j -> importance[j] = 1);
        return importance;
    }

    private static IntStream oneSided(GroundSet set, boolean inside) {
        List<SparseVector> other = inside ? set.outside() : set.inside();
        return IntStream.range(0, set.size()).filter(j -> other.get(j).isZero());
    }

    /** The number of distinct sums of multisets of channels over the classes of a side, at most {@code cap}. */
    private static int sums(GroundSet set, ChannelSets sets, boolean inside, int cap) {
        Set<List<Integer>> sums = new HashSet<>();
        sums.add(Collections.nCopies(sets.sets().size(), 0));
        for (int j : oneSided(set, inside).toArray()) {
            int[] own = IntStream.range(0, sets.sets().size())
                    .filter(d -> sets.sets().get(d).get(j))
                    .toArray();
            int times = set.degrees().get(j).min(BigInteger.valueOf(cap)).intValueExact();
            for (int taken = 0; taken < times && own.length > 0 && sums.size() < cap; taken++) {
                sums.addAll(sums.stream()
                        .flatMap(sum -> onceMore(sum, own))
                        .limit(2L * cap)
                        .toList());
            }
        }
        return Math.min(sums.size(), cap);
    }

    private static Stream<List<Integer>> onceMore(List<Integer> sum, int[] channels) {
        return Arrays.stream(channels).mapToObj(d -> {
            List<Integer> more = new ArrayList<>(sum);
            more.set(d, more.get(d) + 1);
            return more;
        });
    }
}
