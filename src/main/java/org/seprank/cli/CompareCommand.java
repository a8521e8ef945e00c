package org.seprank.cli;

import org.seprank.study.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.Outcome;
import org.seprank.study.rewire.CompareStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank compare}. */
@Command(
        name = "compare",
        description =
                "Run several methods of rewire on one graph or dataset with the same budgets, beside random ones.",
        footer = {
            "",
            "Examples:",
            "  seprank compare graphs/karate.graphml --methods wis,spectral,fosr --budgets 10%%,30%%",
            "  seprank compare graphs/sbm.graphml --methods all --partition attribute:block --report compared.html"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(
            names = "--methods",
            split = ",",
            required = true,
            paramLabel = "NAME",
            description = "Names as 'seprank methods' lists them, or all.")
    private List<String> methods = List.of();

    @Option(
            names = "--budgets",
            split = ",",
            defaultValue = "10%,30%",
            paramLabel = "N|P%",
            description = "Numbers of edits, or percentages of the edges (default: ${DEFAULT-VALUE}).")
    private List<String> budgets = List.of();

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "Compare the walk index of this partition too; repeatable, written as for analyze.",
                "Methods that rewire for stated partitions are run for these."
            })
    private List<String> partitions = List.of();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private OutputOptions form = new OutputOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        form.check();
        CompareStudy study = new CompareStudy(
                graph.source(run.seed()),
                network.shape(),
                methods.equals(List.of("all")) ? all() : methods,
                budgets.stream().map(Budget::parseRemoval).toList(),
                partitions,
                run.seed());
        try (TerminalProgress progress = new TerminalProgress(console.interruption(), form.quiet())) {
            Outcome outcome = study.run(progress);
            form.write(outcome, console);
            return outcome.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    private List<String> all() {
        return Methods.all().stream()
                .filter(method -> !partitions.isEmpty() || !method.needsInteractions())
                .map(Method::id)
                .toList();
    }
}
