package org.seprank.separation.monomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Adjacency;
import org.seprank.graph.VertexSet;

/**
 * A bound for depth 2. A layer-1 vertex j in the boundary multiplies the traces {@code N(j)∩I} and {@code N(j)∩Iᶜ}.
 * Vertices with the same trace on one side are joined into a group, and the exponents of {@code h^(1,j)} are fixed only
 * in sum over each group: {@code sep <= base · prod_groups C(D_h+K-1, K)}, K the group's total degree, and base the
 * least of D_h and the same count for the vertices inside either side. Every boundary vertex chooses one of its two
 * groups.
 */
public final class Traces {
    private static final int EXHAUSTIVE = 12;

    private final int width;
    private final List<int[]> choices = new ArrayList<>(); // the two groups that a kind of boundary vertex may join
    private final List<BigInteger> degrees = new ArrayList<>(); // of each kind
    private int groups;
    private BigInteger insideI = BigInteger.ZERO;
    private BigInteger outsideI = BigInteger.ZERO;

    private Traces(int width) {
        this.width = width;
    }

    /** The bound on the rank for a network of depth 2. Time O(m) expected, and more for at most 12 pairs of traces. */
    public static Magnitude bound(Unfolding unfolding, VertexSet side, int width) {
        if (unfolding.depth() != 2) {
            throw new IllegalArgumentException("depth " + unfolding.depth() + " is not 2");
        }
        Traces traces = new Traces(width);
        traces.collect(unfolding, side);
        return traces.base().times(traces.best());
    }

    private void collect(Unfolding unfolding, VertexSet side) {
        Map<List<Integer>, Integer> groupOf = new HashMap<>();
        Map<List<Integer>, BigInteger> kinds = new LinkedHashMap<>();
        for (int j = 0; j < unfolding.graph().vertexCount(); j++) {
            BigInteger degree = unfolding.copies(1).at(j);
            List<Integer> in = new ArrayList<>();
            List<Integer> out = new ArrayList<>();
            split(unfolding.graph().in(), j, side, in, out);
            if (out.isEmpty()) {
                insideI = insideI.add(degree);
            } else if (in.isEmpty()) {
                outsideI = outsideI.add(degree);
            } else if (degree.signum() > 0) {
                List<Integer> kind = List.of(number(groupOf, in), number(groupOf, out));
                kinds.merge(kind, degree, BigInteger::add);
            }
        }
        groups = groupOf.size();
        kinds.forEach((kind, degree) -> {
            choices.add(new int[] {kind.get(0), kind.get(1)});
            degrees.add(degree);
        });
    }

    private static void split(Adjacency adjacency, int j, VertexSet side, List<Integer> in, List<Integer> out) {
        (side.contains(j) ? in : out).add(j);
        for (int k = adjacency.offsets()[j]; k < adjacency.offsets()[j + 1]; k++) {
            int i = adjacency.neighbours()[k];
            (side.contains(i) ? in : out).add(i);
        }
        in.sort(null);
        out.sort(null);
    }

    private static int number(Map<List<Integer>, Integer> numbers, List<Integer> trace) {
        Integer known = numbers.putIfAbsent(trace, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private Magnitude base() {
        return Magnitude.of(width).min(Magnitude.multisets(width, insideI)).min(Magnitude.multisets(width, outsideI));
    }

    private Magnitude best() {
        int[] chosen = new int[choices.size()];
        if (chosen.length <= EXHAUSTIVE) {
            Magnitude best = Magnitude.UNBOUNDED;
            for (int code = 0; code < 1 << chosen.length; code++) {
                for (int k = 0; k < chosen.length; k++) {
                    chosen[k] = code >> k & 1;
                }
                best = best.min(product(totals(chosen)));
            }
            return best;
        }
        Magnitude allIn = improved(chosen);
        Arrays.fill(chosen, 1);
        return allIn.min(improved(chosen));
    }

    private BigInteger[] totals(int[] chosen) {
        BigInteger[] totals = new BigInteger[groups];
        Arrays.fill(totals, BigInteger.ZERO);
        for (int k = 0; k < chosen.length; k++) {
            int group = choices.get(k)[chosen[k]];
            totals[group] = totals[group].add(degrees.get(k));
        }
        return totals;
    }

    private Magnitude product(BigInteger[] totals) {
        Magnitude product = Magnitude.ONE;
        for (BigInteger total : totals) {
            product = product.times(Magnitude.multisets(width, total));
        }
        return product;
    }

    /** One pass of moves, each of a single kind to its other group, taken when the logarithm falls. */
    private Magnitude improved(int[] chosen) {
        BigInteger[] totals = totals(chosen);
        for (int k = 0; k < chosen.length; k++) {
            int from = choices.get(k)[chosen[k]];
            int to = choices.get(k)[1 - chosen[k]];
            BigInteger degree = degrees.get(k);
            BigInteger less = totals[from].subtract(degree);
            BigInteger more = totals[to].add(degree);
            double before = nats(totals[from]) + nats(totals[to]);
            if (nats(less) + nats(more) < before) {
                totals[from] = less;
                totals[to] = more;
                chosen[k] = 1 - chosen[k];
            }
        }
        return product(totals);
    }

    private double nats(BigInteger total) {
        return Magnitude.multisets(width, total).nats();
    }
}
