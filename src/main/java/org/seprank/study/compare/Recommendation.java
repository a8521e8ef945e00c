package org.seprank.study.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.study.Sample;
import org.seprank.study.statistics.HolmCorrection;
import org.seprank.study.statistics.PairedComparison;

/**
 * Which method and budget to take: the one that leaves the fewest edges, whose number is what every epoch and every
 * prediction costs, among those whose mean loss to the graph as it is stays within what is accepted. It is
 * {@linkplain Certainty#CONFIRMED confirmed} where Wilcoxon's exact test says, after Holm's correction for all
 * candidates, that the loss is below that; else it holds {@linkplain Certainty#MEAN by the mean} alone. A confirmed one
 * goes before one that is not.
 *
 * @param chosen which; empty: leave the graph as it is
 * @param certainty how sure that is
 * @param loss to the graph as it is, in units of the metric
 * @param pValue of the loss being what is accepted, corrected; missing where there are too few pairs
 * @param sparser one that leaves fewer edges and holds by the mean alone, beside a confirmed one; empty: none
 */
record Recommendation(
        Optional<TrainedMethod> chosen,
        Certainty certainty,
        Sample loss,
        Value pValue,
        Optional<TrainedMethod> sparser) {
    private static final double LEVEL = 0.05;

    /** How sure a recommendation is. */
    enum Certainty {
        /** The loss is below what is accepted, at a level of 0.05 over all candidates. */
        CONFIRMED,
        /** The mean loss is, and chance cannot be excluded. */
        MEAN,
        /** No method qualifies, so that nothing is risked. */
        UNEDITED
    }

    private record Candidate(TrainedMethod method, Sample loss, Value pValue) {
        boolean confirmed() {
            return pValue.asDouble() < LEVEL;
        }
    }

    /**
     * The recommendation.
     *
     * @param unedited scores on the graph as it is
     * @param methods scores after methods and budgets, the controls among them
     * @param within the loss that is accepted
     */
    static Recommendation of(TrainedMethod unedited, List<TrainedMethod> methods, Metric metric, double within) {
        List<Candidate> candidates = candidates(unedited, methods, metric, within).stream()
                .filter(one -> one.method().edges() < unedited.edges())
                .filter(one -> one.loss().mean() <= within)
                .sorted(Comparator.comparingDouble(
                                (Candidate one) -> one.method().edges())
                        .thenComparingDouble(one -> one.loss().mean()))
                .toList();
        if (candidates.isEmpty()) {
            return new Recommendation(
                    Optional.empty(), Certainty.UNEDITED, Sample.of(), Value.missing(), Optional.empty());
        }
        Candidate sparsest = candidates.get(0);
        Candidate best =
                candidates.stream().filter(Candidate::confirmed).findFirst().orElse(sparsest);
        boolean less = sparsest.method().edges() < best.method().edges();
        return new Recommendation(
                Optional.of(best.method()),
                best.confirmed() ? Certainty.CONFIRMED : Certainty.MEAN,
                best.loss(),
                best.pValue(),
                less ? Optional.of(sparsest.method()) : Optional.empty());
    }

    /** All of them, with what they lose and how sure it is that this is less, or more, than what is accepted. */
    private static List<Candidate> candidates(
            TrainedMethod unedited, List<TrainedMethod> methods, Metric metric, double within) {
        List<Value> raw = new ArrayList<>();
        for (TrainedMethod method : methods) {
            double[] losses = method.losses(unedited, metric);
            double[] accepted = new double[losses.length];
            Arrays.fill(accepted, within);
            raw.add(PairedComparison.of(losses, accepted).wilcoxonPValue());
        }
        List<Value> corrected = HolmCorrection.of(raw);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            Sample loss = Sample.of(methods.get(i).losses(unedited, metric));
            candidates.add(new Candidate(methods.get(i), loss, corrected.get(i)));
        }
        return candidates;
    }

    /** The recommendation as facts for machines. */
    Facts facts(double edgesBefore, double within) {
        Facts facts = Facts.of("recommendation", "Recommendation").add("certainty", Value.of(certainty));
        if (chosen.isPresent()) {
            TrainedMethod method = chosen.get();
            facts = facts.add("method", method.method())
                    .add("budget", method.budget())
                    .add("edges", method.edges())
                    .add("edges_left", method.edges() / edgesBefore)
                    .add("loss", loss.mean())
                    .add("loss_from", loss.low())
                    .add("loss_to", loss.high())
                    .add("networks", loss.runs())
                    .add("holm_p_value", pValue);
        }
        return facts.add("within", within);
    }

    /** The recommendation in words. */
    String sentence(double edgesBefore, Metric metric, double within) {
        String name = metric.id().replace('-', ' ');
        String accepted = "the accepted loss of " + Numbers.brief(within);
        if (chosen.isEmpty()) {
            return "Recommendation: leave the graph as it is; no method removes edges at a mean loss of test " + name
                    + " within " + accepted + ".";
        }
        TrainedMethod method = chosen.get();
        String interval = Double.isNaN(loss.low())
                ? ""
                : ", 95 % interval of the loss " + Numbers.brief(loss.low()) + " to " + Numbers.brief(loss.high());
        String sure = certainty == Certainty.CONFIRMED
                ? "This is confirmed: p " + Numbers.brief(pValue.asDouble())
                        + " by Wilcoxon's test after Holm's correction."
                : "This holds by the mean alone and may be chance" + tooFew() + ".";
        return "Recommendation: " + method.method() + " with " + method.budget().text() + ". It leaves "
                + Numbers.brief(100 * method.edges() / edgesBefore) + " % of the edges, the fewest "
                + (certainty == Certainty.CONFIRMED ? "for which " : "whose mean keeps to ")
                + (certainty == Certainty.CONFIRMED ? "the loss is known to be within " + accepted : accepted)
                + ": test " + name + (loss.mean() < 0 ? " gains " : " loses ") + Numbers.brief(Math.abs(loss.mean()))
                + interval + ", over " + loss.runs()
                + " networks. " + sure
                + sparser.map(one -> " Fewer edges are left by " + one.method() + " with "
                                + one.budget().text() + ", within the same loss by the mean alone.")
                        .orElse("");
    }

    private String tooFew() {
        return loss.runs() < PairedComparison.FEWEST_FOR_WILCOXON
                ? "; " + PairedComparison.FEWEST_FOR_WILCOXON + " networks or more, by --seeds or splits, could tell"
                : "";
    }
}
