package org.seprank.separation.tightness;

import org.seprank.separation.Bounds;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationProblem;

/** Says of a case between which numbers its separation rank lies, and whether it is pinned exactly. */
public final class TightnessJudge {
    private TightnessJudge() {}

    /** Finds ranks of random matrices. */
    @FunctionalInterface
    interface Certifier {
        /** The rank of the values of a random network on so many random inputs per side. */
        int rank(SeparationProblem problem, int inputs);
    }

    /**
     * How much work a case may be.
     *
     * @param bounds what the bounds may enumerate
     * @param budget a rank is certified where the tightest upper bound is at most this
     * @param seed of the random matrices
     */
    public record Settings(Bounds.Options bounds, int budget, long seed) {}

    /**
     * Bounds and, where the budget allows, a certified rank.
     *
     * @throws WrongBoundException if they are not in order: a bound is wrong
     */
    public static CaseVerdict judge(TightnessSuite.Case one, Settings settings) {
        CertifiedRank.Options search = CertifiedRank.Options.withSeed(settings.seed);
        return judge(
                one,
                settings,
                (problem, inputs) ->
                        CertifiedRank.of(problem, search.withMaxSamples(inputs)).rank());
    }

    static CaseVerdict judge(TightnessSuite.Case one, Settings settings, Certifier certifier) {
        Bounds bounds = Bounds.of(one.problem(), settings.bounds);
        int least = bounds.tightestUpper()
                .rank()
                .exact()
                .filter(value -> value.bitLength() < Integer.SIZE)
                .map(Number::intValue)
                .orElse(Integer.MAX_VALUE);
        int certified = least <= settings.budget ? certifier.rank(one.problem(), least + 1) : 0;
        double slack = 1e-9 * Math.max(1, Math.abs(bounds.tightestUpper().nats()));
        if (bounds.tightestLower().nats() > bounds.tightestUpper().nats() + slack) {
            throw new WrongBoundException(one + ": a lower bound is above an upper one in " + bounds);
        }
        if (certified > least || (certified > 0 && bounds.tightestLower().nats() > Math.log(certified + 0.5))) {
            throw new WrongBoundException(one + ": the certified rank " + certified + " is not in " + bounds);
        }
        return new CaseVerdict(one, bounds, certified);
    }
}
