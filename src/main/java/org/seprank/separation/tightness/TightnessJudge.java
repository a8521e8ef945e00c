package org.seprank.separation.tightness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.seprank.separation.Bounds;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationProblem;

/**
 * Says of cases between which numbers their separation ranks lie, and whether they are pinned exactly. Ranks are
 * remembered: cases whose networks compute the same have the same rank, and for almost all weights a wider input layer
 * than {@code D_h} makes no difference to it. Not safe for use by several threads.
 */
public final class TightnessJudge {
    private final Settings settings;
    private final Certifier certifier;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    private TightnessJudge(Settings settings, Certifier certifier) {
        this.settings = settings;
        this.certifier = certifier;
    }

    /** Finds ranks of random matrices. */
    interface Certifier {
        /** The rank of the values of a random network on so many random inputs per side. */
        int rank(SeparationProblem problem, int inputs);

        /** The rank of the coefficient matrix of a random network; empty if that has too many terms. */
        OptionalInt rankOfCoefficients(SeparationProblem problem);
    }

    private record Search(CertifiedRank.Options options) implements Certifier {
        @Override
        public int rank(SeparationProblem problem, int inputs) {
            return CertifiedRank.of(problem, options.withMaxSamples(inputs)).rank();
        }

        @Override
        public OptionalInt rankOfCoefficients(SeparationProblem problem) {
            return CertifiedRank.ofCoefficients(problem, options)
                    .map(found -> OptionalInt.of(found.rank()))
                    .orElseGet(OptionalInt::empty);
        }
    }

    /**
     * How much work a case may be.
     *
     * @param bounds what the bounds may enumerate
     * @param budget a rank is certified where the tightest upper bound is at most this
     * @param terms or where the coefficient matrix comes from at most so many terms
     * @param seed of the random matrices
     */
    public record Settings(Bounds.Options bounds, int budget, int terms, long seed) {}

    /** A judge who remembers nothing yet. */
    public static TightnessJudge of(Settings settings) {
        return of(
                settings,
                new Search(CertifiedRank.Options.withSeed(settings.seed).withMaxTerms(settings.terms)));
    }

    static TightnessJudge of(Settings settings, Certifier certifier) {
        return new TightnessJudge(settings, certifier);
    }

    /**
     * Bounds and, where the budget allows, a certified rank.
     *
     * @throws WrongBoundException if they are not in order: a bound is wrong
     */
    public CaseVerdict judge(TightnessSuite.Case one) {
        Bounds bounds = Bounds.of(one.problem(), settings.bounds);
        int least = bounds.tightestUpper()
                .rank()
                .exact()
                .filter(value -> value.bitLength() < Integer.SIZE)
                .map(Number::intValue)
                .orElse(Integer.MAX_VALUE);
        int certified = certified(one.problem(), least);
        double slack = 1e-9 * Math.max(1, Math.abs(bounds.tightestUpper().nats()));
        if (bounds.tightestLower().nats() > bounds.tightestUpper().nats() + slack) {
            throw new WrongBoundException(one + ": a lower bound is above an upper one in " + bounds);
        }
        if (certified > least || (certified > 0 && bounds.tightestLower().nats() > Math.log(certified + 0.5))) {
            throw new WrongBoundException(one + ": the certified rank " + certified + " is not in " + bounds);
        }
        return new CaseVerdict(one, bounds, certified);
    }

    private int certified(SeparationProblem problem, int least) {
        int width = problem.hiddenWidth();
        SeparationProblem narrow = problem.withWidths(Math.min(problem.inputWidth(), width), width);
        String fingerprint = narrow.fingerprint();
        Integer known = ranks.get(fingerprint);
        if (known != null && (known > 0 || least > settings.budget)) {
            return known;
        }
        int rank = least <= settings.budget
                ? certifier.rank(narrow, least + 1)
                : certifier.rankOfCoefficients(narrow).orElse(0);
        ranks.put(fingerprint, rank);
        return rank;
    }
}
