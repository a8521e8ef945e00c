package org.seprank.separation.tightness;

import java.util.function.Predicate;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;

/**
 * What is known about the separation rank of one case.
 *
 * @param problem the case
 * @param bounds its bounds
 * @param certified a lower bound from a matrix with one more input per side than the tightest upper bound, or from the
 *     coefficient matrix, 0 where both would be beyond the budget
 */
public record CaseVerdict(TightnessSuite.Case problem, Bounds bounds, int certified) {
    /** Whether a rank was certified. */
    public boolean withinBudget() {
        return certified > 0;
    }

    /** Whether the tightest upper bound is the rank, by certificate or because a lower bound reaches it. */
    public boolean pinned() {
        return bounds.meet() || is(bounds.tightestUpper(), certified);
    }

    /** Whether this is a pinned case where that upper bound has the value of the tightest one. */
    public boolean reaches(String name) {
        return pinned() && bounds.named(Bound.Side.UPPER, name).filter(tight()).isPresent();
    }

    /** Whether this is a pinned case where no other upper bound has that value. */
    public boolean onlyReaches(String name) {
        return reaches(name)
                && bounds.of(Bound.Side.UPPER).stream().filter(tight()).count() == 1;
    }

    /** ln of the tightest upper bound less ln of what is known from below: the certified rank or a lower bound. */
    public double gap() {
        double known = Math.max(bounds.tightestLower().nats(), certified > 0 ? Math.log(certified) : 0);
        return pinned() ? 0 : bounds.tightestUpper().nats() - known;
    }

    private Predicate<Bound> tight() {
        Bound tightest = bounds.tightestUpper();
        return bound -> bound.rank().compareTo(tightest.rank()) == 0;
    }

    private static boolean is(Bound bound, int rank) {
        return bound.rank()
                .exact()
                .filter(value -> value.bitLength() < 32 && value.intValue() == rank)
                .isPresent();
    }
}
