package org.seprank.study.experiment.curves;

import java.util.ArrayList;
import java.util.List;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Table;
import org.seprank.study.Sample;
import org.seprank.study.experiment.Findings;

/**
 * A kind of walk index sparsification beside another removal: the difference of the mean accuracies over all fractions,
 * in per cent, over pairs of equal seeds.
 *
 * @param model the network
 * @param wis the kind
 * @param other the other removal
 * @param pairs how many
 * @param difference its mean; NaN without pairs
 * @param from lower end of its 95 % interval by Student's t on the logit scale; NaN for fewer than two pairs
 * @param to upper end
 */
record WisComparison(String model, String wis, String other, int pairs, double difference, double from, double to) {
    private static final double ROUNDING = 1e-9; // per cent

    /** All of them. */
    static List<WisComparison> all(Curves curves) {
        List<WisComparison> all = new ArrayList<>();
        for (NetworkKind model : curves.protocol().models()) {
            for (RemovalMethod wis : curves.protocol().methods()) {
                for (RemovalMethod other : curves.protocol().methods()) {
                    if (wis.byWalkIndex() && !other.byWalkIndex()) {
                        all.add(of(curves, model, wis, other));
                    }
                }
            }
        }
        return all;
    }

    private static WisComparison of(Curves curves, NetworkKind model, RemovalMethod wis, RemovalMethod other) {
        double[] differences = curves.wholeCurves(wis, model);
        double[] others = curves.wholeCurves(other, model);
        for (int s = 0; s < differences.length; s++) {
            differences[s] -= others[s];
        }
        Metric metric = curves.metric();
        double range = 100 * (metric.greatest() - metric.least());
        Sample sample = Sample.within(-range, range, differences);
        return new WisComparison(
                model.id(), wis.id(), other.id(), sample.runs(), sample.mean(), sample.low(), sample.high());
    }

    static Table table(List<WisComparison> all) {
        return Table.of(
                "wis_against_others",
                "Walk index sparsification less other removals, mean over all fractions in per cent; a difference whose"
                        + " 95 % interval holds 0 does not refute the claim",
                WisComparison.class,
                all);
    }

    /**
     * Held where the difference is not below 0, or its interval reaches 0: such a difference is no evidence.
     *
     * @param score the metric in words
     */
    Findings.Statement statement(String score) {
        boolean held = difference >= -ROUNDING || to >= 0;
        return new Findings.Statement(
                model + " keeps with " + wis + " not less " + score + " than with " + other, held);
    }
}
