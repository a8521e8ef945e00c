package org.seprank.cli;

import java.util.List;
import org.seprank.dataset.FeatureScaling;
import org.seprank.study.compare.Downstream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Networks that are trained after the edits of every method. */
final class DownstreamOptions {
    @Option(
            names = "--train",
            description = {
                "Train networks on the dataset as it is and after every method and budget, as many on each split as",
                "--seeds, say which method keeps the metric, and recommend one."
            })
    private boolean train;

    @Option(
            names = "--within",
            paramLabel = "LOSS",
            defaultValue = "0.01",
            description = "With --train: the loss of the metric that is accepted (default: ${DEFAULT-VALUE}).")
    private double within = 0.01;

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = "With --train: the splits, as for train (default: the dataset's own).")
    private String split = "";

    @Option(
            names = "--features",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "With --train: raw, row_normalized or auto, as for train (default: ${DEFAULT-VALUE}).")
    private FeatureScaling scaling = FeatureScaling.AUTO;

    @Mixin
    private PlanOptions plan = new PlanOptions();

    boolean trains() {
        return train;
    }

    int depth() {
        return plan.depth();
    }

    /**
     * The networks.
     *
     * @param seed of the first
     * @param seeds how many on each split
     */
    Downstream downstream(long seed, int seeds) {
        return new Downstream(plan.plan(seed, seeds), split, scaling, within);
    }

    /**
     * Checks that no option is given that only means something with others.
     *
     * @param given the names of all options that are
     * @param own the names of those here
     * @throws IllegalArgumentException if one is
     */
    void check(List<String> given, List<String> own) {
        given.stream()
                .filter(name -> !train && own.contains(name) && !name.equals("--depth"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is for networks that are trained; say --train");
                });
    }
}
