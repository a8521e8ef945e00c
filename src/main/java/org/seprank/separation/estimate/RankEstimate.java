package org.seprank.separation.estimate;

import java.util.Optional;
import org.seprank.rank.Certainty;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.walk.Target;

/**
 * An estimate of a separation rank between bounds that do not meet. It is an extrapolation, not a theorem: the rank is
 * put where between the {@link ScalableBracket} the certified ranks of small problems of the same {@link ProblemGroup}
 * lie, at their median, with the interval that holds 90 % of them. Those problems have at most 8 vertices and widths 2
 * and 3, and the share of other problems whose ranks lie in the interval is not known. Neither estimate nor interval
 * exceeds what the bounds allow.
 *
 * @param nats ln of the estimated rank
 * @param from ln of the lower end of the interval
 * @param to ln of the upper end
 * @param group what it was calibrated on
 * @param cases how many certified ranks that is
 */
public record RankEstimate(double nats, double from, double to, ProblemGroup group, long cases) {
    /** The share of calibration cases in an interval. */
    public static final double LEVEL = 0.9;

    /**
     * The estimate; empty where bounds or a certificate tell the rank, and where no problem of that kind was
     * calibrated, as for predictions of pairs.
     */
    public static Optional<RankEstimate> of(SeparationAnalysis analysis) {
        double least = analysis.lower().nats();
        double most = analysis.upper().nats();
        boolean certified = analysis.certified()
                .filter(rank -> !(rank.certainty() instanceof Certainty.AtLeast))
                .isPresent();
        boolean ofPair = analysis.problem().target() instanceof Target.OfPair;
        if (ofPair || analysis.pinned() || certified || !(most < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        ProblemGroup group = ProblemGroup.of(analysis.problem());
        ScalableBracket bracket = ScalableBracket.of(analysis.bounds());
        return Calibration.of(group)
                .map(positions -> new RankEstimate(
                        clipped(bracket.at(positions.median()), least, most),
                        clipped(bracket.at(positions.low()), least, most),
                        clipped(bracket.at(positions.high()), least, most),
                        group,
                        positions.cases()));
    }

    private static double clipped(double nats, double least, double most) {
        return Math.max(least, Math.min(most, nats));
    }
}
