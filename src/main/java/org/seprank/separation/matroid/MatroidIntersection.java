package org.seprank.separation.matroid;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The heaviest common independent set of the two matroids, by augmenting along paths of least cost and, among those, of
 * fewest arcs (Frank, Journal of Algorithms 2, 1981; Schrijver, Combinatorial Optimization, section 41.3). Weights are
 * rounded to multiples of 2^-36, as ties must be exact.
 *
 * <p>Time O(r · (a · r · n + p · r · n)), n classes, r the size of the set, a the rounds until the distances stand, p
 * the length of a path.
 */
final class MatroidIntersection implements CommonIndependentSets {
    private static final double SCALE = 0x1p36;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final int size;
    private final Tableau inside;
    private final Tableau outside;
    private final long[] weight;
    private final long[] cost; // of the best path to an element
    private final int[] arcs; // of that path
    private final int[] before; // the element before it on that path, or -1
    private final BitSet chosen = new BitSet();

    MatroidIntersection(GroundSet set) {
        size = set.size();
        inside = new Tableau(set.inside(), set.vertices());
        outside = new Tableau(set.outside(), set.vertices());
        weight = new long[size];
        cost = new long[size];
        arcs = new int[size];
        before = new int[size];
    }

    @Override
    public BitSet heaviest(double[] weights) {
        for (int j = 0; j < size; j++) {
            weight[j] = Math.round(weights[j] * SCALE);
        }
        chosen.clear();
        do {
            inside.become(chosen);
            outside.become(chosen);
        } while (augment());
        return (BitSet) chosen.clone();
    }

    @Override
    public String describe() {
        return "exact";
    }

    private boolean augment() {
        Arrays.fill(cost, UNREACHED);
        for (int y = 0; y < size; y++) {
            if (candidate(y) && inside.isFree(y)) {
                reach(y, -weight[y], 0, -1);
            }
        }
        int rounds = 2 * chosen.cardinality() + 3;
        while (rounds-- > 0 && relax()) {
            // until no distance falls
        }
        int end = -1;
        for (int y = 0; y < size; y++) {
            if (candidate(y)
                    && cost[y] != UNREACHED
                    && outside.isFree(y)
                    && (end < 0 || isBetter(cost[y], arcs[y], end))) {
                end = y;
            }
        }
        if (end < 0 || cost[end] >= 0) {
            return false;
        }
        for (int j = end; j >= 0; j = before[j]) {
            chosen.flip(j);
        }
        return true;
    }

    private boolean candidate(int y) {
        return weight[y] > 0 && !chosen.get(y);
    }

    private boolean isBetter(long newCost, int newArcs, int than) {
        return newCost < cost[than] || (newCost == cost[than] && newArcs < arcs[than]);
    }

    private boolean reach(int j, long newCost, int newArcs, int from) {
        if (!isBetter(newCost, newArcs, j)) {
            return false;
        }
        cost[j] = newCost;
        arcs[j] = newArcs;
        before[j] = from;
        return true;
    }

    /** Follows every arc once: from y outside to x of the set by the second matroid, from x to y by the first. */
    private boolean relax() {
        boolean fell = false;
        for (int y = 0; y < size; y++) {
            if (candidate(y) && cost[y] != UNREACHED) {
                boolean free = outside.isFree(y);
                for (int x = chosen.nextSetBit(0); x >= 0; x = chosen.nextSetBit(x + 1)) {
                    if (free || outside.canReplace(x, y)) {
                        fell |= reach(x, cost[y] + weight[x], arcs[y] + 1, y);
                    }
                }
            }
        }
        for (int y = 0; y < size; y++) {
            if (candidate(y)) {
                boolean free = inside.isFree(y);
                for (int x = chosen.nextSetBit(0); x >= 0; x = chosen.nextSetBit(x + 1)) {
                    if (cost[x] != UNREACHED && (free || inside.canReplace(x, y))) {
                        fell |= reach(y, cost[x] - weight[y], arcs[x] + 1, x);
                    }
                }
            }
        }
        return fell;
    }
}
