package org.seprank.cli;

import java.util.Set;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank measure}. */
@Command(
        name = "measure",
        description = {
            "Measure a graph, or a graph before and after edits: degrees, homophily, clustering, distances, walk indices,",
            "separation bounds, spectral gap, effective resistance, curvature, receptive fields, Jacobian bounds, range of walks",
            "and tasks, alignment with features, fidelity after edits.",
            "GRAPH may be a dataset, whose labels and features are then known."
        },
        footer = {
            "",
            "Examples:",
            "  seprank measure graphs/karate.graphml --labels faction --partition attribute:faction",
            "  seprank measure graphs/karate.graphml --edits edits.csv --budgets 0,10%%,30%%",
            "  seprank measure synthetic:csbm,n=500 --groups degrees,homophily,spectrum --format json",
            "  seprank measure graphs/karate.graphml --groups range --target-matrix rectangle:2"
        })
final class MeasureCommand extends GraphCommand {
    @Mixin
    private MeasuredOptions measured = new MeasuredOptions();

    MeasureCommand(Console console) {
        super(console);
    }

    @Override
    Set<String> outputs() {
        return Set.of("each", "edges", "vertices-out");
    }

    @Override
    Study study() {
        return measured.study(source(), seed());
    }
}
