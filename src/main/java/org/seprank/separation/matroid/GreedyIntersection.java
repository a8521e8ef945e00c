package org.seprank.separation.matroid;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Takes classes by falling weight while they stay independent on both sides. At least half of the largest weight (the
 * intersection of two matroids is a 2-system). Time as for two sparse bases; what comes after a budget of work is left
 * out.
 */
final class GreedyIntersection implements CommonIndependentSets {
    private final GroundSet set;
    private final SparseSpan inside;
    private final SparseSpan outside;

    GreedyIntersection(GroundSet set, long budget) {
        this.set = set;
        int[] occurrences = set.occurrences();
        this.inside = new SparseSpan(occurrences, budget);
        this.outside = new SparseSpan(occurrences, budget);
    }

    @Override
    public BitSet heaviest(double[] weights) {
        inside.clear();
        outside.clear();
        BitSet taken = new BitSet();
        IntStream.range(0, set.size())
                .filter(j -> weights[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -weights[j]))
                .forEach(j -> {
                    SparseVector in = set.inside().get(j);
                    SparseVector out = set.outside().get(j);
                    if (inside.isExhausted() || outside.isExhausted()) {
                        return;
                    }
                    if ((in.isZero() || inside.isOutside(in)) && (out.isZero() || outside.isOutside(out))) {
                        add(inside, in);
                        add(outside, out);
                        taken.set(j);
                    }
                });
        return taken;
    }

    private static void add(SparseSpan span, SparseVector vector) {
        if (!vector.isZero()) {
            span.add();
        }
    }

    @Override
    public String describe() {
        return "greedy";
    }
}
