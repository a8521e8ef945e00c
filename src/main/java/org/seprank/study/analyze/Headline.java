package org.seprank.study.analyze;

import java.math.BigInteger;
import org.seprank.rank.Certainty;
import org.seprank.report.number.Numbers;
import org.seprank.separation.Bound;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.estimate.RankEstimate;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.walk.Target;

/** The answer for a partition in one sentence: what is known, how sure that is, and what would make it surer. */
final class Headline {
    /** Ranks with more digits are given as powers of e. */
    private static final int DIGITS = 15;

    private Headline() {}

    static String of(PartitionAnalysis analysis, AnalyzeStudy.Options options) {
        SeparationAnalysis separation = analysis.separation();
        boolean ofVertex = separation.problem().target() instanceof Target.AtVertex; // others share the output's index
        if (ofVertex && separation.walkIndex().signum() == 0) {
            return analysis.name()
                    + ": no walk of the network's length crosses, so the sides do not interact at this depth: the separation "
                    + "rank is 1.";
        }
        String across =
                separation.interactionDimension().map(Headline::channels).orElse("");
        if (separation.pinned()) {
            return analysis.name() + ": the separation rank is exactly " + rank(separation.upper()) + across
                    + ", for almost all weights (" + separation.lower().name() + " meets "
                    + separation.upper().name()
                    + ").";
        }
        return analysis.name() + ": the separation rank is " + between(separation) + across + ". "
                + RankEstimate.of(separation).map(Headline::estimated).orElse("") + surer(separation, options);
    }

    private static String channels(InteractionDimension dimension) {
        String count = dimension.certainty() instanceof Certainty.AtLeast ? "at least " : "";
        return ", through " + count + dimension.value() + " independent "
                + (dimension.value() == 1 ? "channel" : "channels");
    }

    private static String between(SeparationAnalysis separation) {
        return "between " + rank(separation.lower()) + " and " + rank(separation.upper()) + " (ln from "
                + Numbers.real(separation.lower().nats()) + ", for almost all weights, by "
                + separation.lower().name()
                + "; to " + Numbers.real(separation.upper().nats()) + ", for all, by "
                + separation.upper().name() + ")";
    }

    /** A rank in digits, or as a power of e where there would be too many. */
    static String rank(Bound bound) {
        return bound.rank()
                .exact()
                .map(BigInteger::toString)
                .filter(digits -> digits.length() <= DIGITS)
                .orElseGet(() -> "e^" + Numbers.real(bound.nats()));
    }

    private static String estimated(RankEstimate estimate) {
        return "Estimate, extrapolated from " + Numbers.whole(BigInteger.valueOf(estimate.cases()))
                + " small problems: e^" + Numbers.real(estimate.nats()) + " (90 %: e^" + Numbers.real(estimate.from())
                + " to e^" + Numbers.real(estimate.to()) + "). ";
    }

    private static String surer(SeparationAnalysis separation, AnalyzeStudy.Options options) {
        double log = Math.log(options.maxInputs());
        if (separation.certified().isPresent()) {
            CertifiedRank rank = separation.certified().get();
            if (rank.certainty() instanceof Certainty.AtLeast) {
                return "The search for the rank was stopped at " + rank.samples()
                        + " inputs per side; --max-inputs allows more.";
            }
            return "Certified: " + rank.rank() + ", " + rank.certainty().describe() + ", from " + rank.samples()
                    + " inputs per side.";
        }
        String effort = "--effort " + Math.min(1000, 10 * options.effort()) + " searches longer";
        return separation.upper().nats() <= log
                ? "--certify finds the rank itself; " + effort + "."
                : "It is beyond --certify; " + effort + ".";
    }
}
