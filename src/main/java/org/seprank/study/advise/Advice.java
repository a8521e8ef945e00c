package org.seprank.study.advise;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.seprank.gnn.NetworkKind;
import org.seprank.report.Facts;
import org.seprank.report.Value;

/**
 * Which preprocessing to try first on a graph, by rules of which the first that applies decides:
 *
 * <ol>
 *   <li>networks without neighbours, and graphs of which no labels or features are known: leave it;
 *   <li>averaging over neighbours hides what features say, by {@link Rules#MARGIN} at every depth: remove edges, all of
 *       them unless a budget says less; leave it for networks that keep a vertex apart from its neighbours;
 *   <li>a budget is given: remove so many edges by walk indices;
 *   <li>the share of vertices told apart still rises at the last layer, and the spectral gap is below
 *       {@link Rules#TIGHT}: add a tenth more edges that raise the gap;
 *   <li>otherwise leave it.
 * </ol>
 *
 * @param method to try first; empty: leave the graph as it is
 * @param budget with which; empty: none
 * @param reason in plain words
 * @param confidence how sure the rule is
 * @param command that tries it against the graph as it is
 */
public record Advice(String method, String budget, String reason, Confidence confidence, String command) {
    private static final Set<NetworkKind> APART = EnumSet.of(
            NetworkKind.SAGE,
            NetworkKind.SAGE_MAX,
            NetworkKind.RESGCN,
            NetworkKind.RESGCN_EDGE,
            NetworkKind.RELATIONAL);
    private static final double CLEAR = 3;
    private static final double LIKELY = 1.5;

    /** How sure a rule is: by how many standard errors the difference that decided is off. */
    public enum Confidence {
        /** Three or more. */
        HIGH,
        /** One and a half or more. */
        MEDIUM,
        /** Fewer, or nothing was measured. */
        LOW
    }

    /** Whether it is to leave the graph as it is. */
    public boolean leaves() {
        return method.isEmpty();
    }

    /** The advice for a network on a graph that was measured. */
    static Advice of(Diagnosis diagnosis, Asked asked) {
        if (asked.model() == NetworkKind.LINEAR) {
            return leave("the network does not look at neighbours.", Confidence.HIGH, asked);
        }
        double own = diagnosis.share(0);
        double change = diagnosis.share(diagnosis.bestDepth()) - own;
        if (Double.isNaN(change)) {
            return unknown(asked);
        }
        Confidence confidence = confidence(change, diagnosis);
        if (change < -Rules.MARGIN) {
            return hiding(confidence, asked);
        }
        if (asked.budget() != null) {
            return first(
                    "wis",
                    asked.budget().text(),
                    "neighbours do not hide what features say, and this removal keeps the walks that carry interactions"
                            + " at this depth.",
                    change > Rules.MARGIN ? Confidence.MEDIUM : Confidence.LOW,
                    asked);
        }
        return keeping(change, diagnosis, confidence, asked);
    }

    private static Advice unknown(Asked asked) {
        String reason = "without labels and features nothing says what the task needs of the graph";
        return asked.budget() == null
                ? leave(reason + ".", Confidence.LOW, asked)
                : first(
                        "wis",
                        asked.budget().text(),
                        reason + "; this removal keeps the most walks at this depth.",
                        Confidence.LOW,
                        asked);
    }

    private static Advice hiding(Confidence confidence, Asked asked) {
        if (APART.contains(asked.model())) {
            return leave(
                    "averaging over neighbours hides what features say, but "
                            + asked.model().id() + " keeps a vertex apart from its neighbours and can pass over them.",
                    confidence == Confidence.HIGH ? Confidence.MEDIUM : Confidence.LOW,
                    asked);
        }
        return first(
                "random",
                asked.budget() == null ? "100%" : asked.budget().text(),
                "averaging over neighbours hides what features say; if the network does better without edges, try one that"
                        + " keeps a vertex apart from its neighbours, such as --model sage.",
                confidence,
                asked);
    }

    private static Advice keeping(double change, Diagnosis diagnosis, Confidence confidence, Asked asked) {
        int depth = diagnosis.depth();
        boolean rising = depth > 1 && diagnosis.share(depth) > diagnosis.share(depth - 1) + Rules.MARGIN;
        boolean tight = diagnosis.number("spectral gap, least of the components") < Rules.TIGHT;
        if (rising && tight) {
            return first(
                    "fosr",
                    "10%",
                    "what lies farther away helps, and the graph mixes slowly: these edges raise the spectral gap most.",
                    Confidence.LOW,
                    asked);
        }
        String best = diagnosis.bestDepth() < depth
                        && diagnosis.share(diagnosis.bestDepth()) > diagnosis.share(depth) + Rules.MARGIN
                ? " Fewer layers are worth a try: " + asked.train(diagnosis.bestDepth()) + "."
                : "";
        return leave(
                (change > Rules.MARGIN
                                ? "neighbours tell the class, and nothing measured says that other edges would tell more."
                                : "averaging over neighbours neither helps nor harms much.")
                        + best,
                change > Rules.MARGIN ? confidence : Confidence.LOW,
                asked);
    }

    private static Confidence confidence(double change, Diagnosis diagnosis) {
        double errors = Math.abs(change) / diagnosis.error();
        return errors >= CLEAR ? Confidence.HIGH : errors >= LIKELY ? Confidence.MEDIUM : Confidence.LOW;
    }

    private static Advice leave(String reason, Confidence confidence, Asked asked) {
        String budget = asked.budget() == null ? "10%" : asked.budget().text();
        return new Advice("", "", reason, confidence, asked.trial("wis,local-degree,fosr", budget));
    }

    private static Advice first(String method, String budget, String reason, Confidence confidence, Asked asked) {
        return new Advice(method, budget, reason, confidence, asked.trial(method, budget));
    }

    /** In a sentence or two. */
    String sentence() {
        String first = leaves() ? "leave the graph as it is" : method + " with " + budget;
        return "First try: " + first + "; confidence " + confidence.name().toLowerCase(Locale.ROOT) + ". Why: " + reason
                + " To see: " + command;
    }

    /** The advice for machines. */
    Facts facts() {
        Facts facts = Facts.of("advice", "Advice")
                .add("leaves", leaves())
                .add("method", leaves() ? Value.none() : Value.of(method))
                .add("budget", leaves() ? Value.none() : Value.of(budget));
        return facts.add("confidence", Value.of(confidence))
                .add("reason", reason)
                .add("command", command);
    }
}
