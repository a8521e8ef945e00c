package org.seprank.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Study;
import org.seprank.study.compare.CompareStudy;
import org.seprank.study.compare.Downstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code seprank compare}. */
@Command(
        name = "compare",
        description =
                "Run several methods of rewire on one graph or dataset with the same budgets, beside random ones.",
        defaultValueProvider = CompareCommand.Depth.class,
        footer = {
            "",
            "Examples:",
            "  seprank compare graphs/karate.graphml --methods wis,spectral --protect attribute:faction",
            "  seprank compare graphs/sbm.graphml --methods all --partition attribute:block --report compared.html",
            "  seprank compare planetoid/cora --methods wis,local-degree --budgets 30%% --train --seeds 5 --within 0.01",
            "  seprank compare tolokers.npz --methods all --budgets 10%% --seeds 1 --no-measures"
        })
final class CompareCommand extends GraphCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CompareOptions compared = new CompareOptions();

    @Mixin
    private WidthOptions network = new WidthOptions();

    @Mixin
    private DownstreamOptions downstream = new DownstreamOptions();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        downstream.check(
                names(spec.commandLine().getParseResult().matchedOptions()),
                names(spec.mixins().getOrDefault("downstream", spec).options()));
        Downstream trained = downstream.trains() ? downstream.downstream(seed(), compared.seeds()) : null;
        return new CompareStudy(
                source(),
                network.shape(downstream.depth()),
                compared.methods(),
                compared.budgets(),
                compared.partitions(),
                compared.protect(),
                compared.scope(seed()),
                trained);
    }

    private static List<String> names(List<OptionSpec> options) {
        return options.stream().map(OptionSpec::longestName).toList();
    }

    /** As deep as the networks that the other commands look at graphs for. */
    static final class Depth implements IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec argument) {
            boolean depth = argument instanceof OptionSpec option
                    && option.longestName().equals("--depth");
            return depth ? "3" : null;
        }
    }
}
