package org.seprank.lab.tensor;

import java.util.List;
import java.util.SplittableRandom;
import org.seprank.linear.Matrices;

/** Factorizations over perfect binary trees of the modes in order. */
final class PerfectTrees {
    private PerfectTrees() {}

    /** The tree over 1..order; 2, 4, 8, .. modes. */
    static ModeTree of(int order) {
        return of(1, order);
    }

    private static ModeTree of(int first, int order) {
        return order == 1
                ? new ModeTree(first, List.of())
                : new ModeTree(0, List.of(of(first, order / 2), of(first + order / 2, order / 2)));
    }

    /** Independent normal parameters. */
    static TreeFactorization random(
            int order, int size, List<Integer> widths, double deviation, SplittableRandom random) {
        return TreeFactorization.random(
                of(order), size, widths, (rows, columns) -> Matrices.gaussian(rows, columns, deviation, random));
    }
}
