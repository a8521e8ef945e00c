package org.seprank.cli;

import org.seprank.study.Study;
import org.seprank.study.rewire.CompareStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank compare}. */
@Command(
        name = "compare",
        description =
                "Run several methods of rewire on one graph or dataset with the same budgets, beside random ones.",
        footer = {
            "",
            "Examples:",
            "  seprank compare graphs/karate.graphml --methods wis,spectral --protect attribute:faction",
            "  seprank compare graphs/sbm.graphml --methods all --partition attribute:block --report compared.html"
        })
final class CompareCommand extends GraphCommand {
    @Mixin
    private CompareOptions compared = new CompareOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        return new CompareStudy(
                source(),
                network.shape(),
                compared.methods(),
                compared.budgets(),
                compared.partitions(),
                compared.protect(),
                compared.seeds(),
                seed());
    }
}
