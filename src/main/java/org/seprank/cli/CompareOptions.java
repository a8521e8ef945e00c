package org.seprank.cli;

import java.util.List;
import java.util.stream.Stream;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.study.compare.CompareStudy;
import picocli.CommandLine.Option;

/** Which methods are compared, and how far they go. */
final class CompareOptions {
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
            paramLabel = "N|P%",
            description = "Numbers of edits, or percentages of the edges (default: 10%%,30%%).")
    private List<String> budgets = List.of();

    @Option(
            names = "--mean-degree",
            split = ",",
            paramLabel = "D",
            description = "As many edits as give these mean degrees, by methods that only remove or only add edges.")
    private List<Double> meanDegrees = List.of();

    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "Compare the walk index of this partition too; repeatable, written as for analyze.",
                "Methods that rewire for stated partitions are run for these."
            })
    private List<String> partitions = List.of();

    @Option(
            names = "--protect",
            paramLabel = "I",
            description = {
                "Let wis keep the walk index of this partition high, and methods that rewire for stated partitions be run",
                "for it; repeatable, written as for rewire --protect. It is compared too."
            })
    private List<String> protect = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each method, with the seeds from --seed on (default: ${DEFAULT-VALUE}).")
    private int seeds = 3;

    @Option(
            names = "--no-measures",
            description = "Only count edges of the edited graphs, for a quick look at methods on a large graph.")
    private boolean unmeasured;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "Leave out methods that may take longer for the largest budget, by a rough estimate.")
    private double limit = Double.POSITIVE_INFINITY;

    List<String> protect() {
        return protect;
    }

    int seeds() {
        return seeds;
    }

    CompareStudy.Scope scope(long seed) {
        return new CompareStudy.Scope(seeds, seed, !unmeasured, limit);
    }

    List<String> methods() {
        return methods.equals(List.of("all")) ? all() : methods;
    }

    List<Budget> budgets() {
        List<String> counted = budgets.isEmpty() && meanDegrees.isEmpty() ? List.of("10%", "30%") : budgets;
        return Stream.concat(
                        counted.stream().map(Budget::parseRemoval),
                        meanDegrees.stream().map(Budget::meanDegree))
                .toList();
    }

    List<String> partitions() {
        return partitions;
    }

    private List<String> all() {
        return Methods.all().stream()
                .filter(method -> !partitions.isEmpty() || !protect.isEmpty() || !method.needsInteractions())
                .map(Method::id)
                .toList();
    }
}
