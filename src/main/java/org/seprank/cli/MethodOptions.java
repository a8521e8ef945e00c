package org.seprank.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Ties;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.rewire.RewirePlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which edges change. */
final class MethodOptions {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "wis",
            description = {
                "wis: Walk Index Sparsification; random: the control; all others: see 'seprank methods'",
                "(default: ${DEFAULT-VALUE})."
            })
    private String method = "wis";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the method, as 'seprank methods' lists them; repeatable.")
    private Map<String, String> values = Map.of();

    @Mixin
    private AmountOptions amount = new AmountOptions();

    @Option(
            names = "--ties",
            paramLabel = "RULE",
            defaultValue = "first",
            description = "Of equally good edges remove the first or the last (default: ${DEFAULT-VALUE}).")
    private Ties ties = Ties.FIRST;

    @Option(
            names = "--chunk",
            paramLabel = "K",
            defaultValue = "1",
            description =
                    "Rank the edges once, remove the best K, rank again (default: ${DEFAULT-VALUE}, exact greedy).")
    private int chunk = 1;

    @Option(names = "--keep-connected", description = "Never split a component.")
    private boolean keepConnected;

    @Option(names = "--no-isolated", description = "Never take a vertex's last edge.")
    private boolean noIsolated;

    @Option(
            names = "--protect",
            paramLabel = "I",
            description = {
                "Keep the walk indices of these partitions high instead of those of all vertices; repeatable,",
                "written as for analyze --partition. --target says what is predicted. data-entanglement[:FILE] stands for",
                "those across which the data asks most of the walks: that of the dataset, or of a table or dataset."
            })
    private List<String> protect = List.of();

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            description = {
                "What of the partitions stays or grows: walk-index, interaction-dimension or lower-bound; short for",
                "--set objective=WHAT."
            })
    private @Nullable String objective;

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = {
                "The split whose training part a method that trains on labels (ugs) learns from, written as for train;",
                "needed where the dataset has several."
            })
    private String split = "";

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(values);
        if (objective != null) {
            parameters.put("objective", objective);
        }
        return parameters;
    }

    AmountOptions amount() {
        return amount;
    }

    RewirePlan plan(long seed) {
        Method chosen = Methods.named(method);
        RemovalRules rules = new RemovalRules(ties, chunk, keepConnected, noIsolated);
        return new RewirePlan(chosen, amount.budget(chosen), rules, protect, parameters(), split, seed);
    }
}
