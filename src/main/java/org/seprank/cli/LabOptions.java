package org.seprank.cli;

import java.util.ArrayList;
import java.util.List;
import org.seprank.study.Study;
import org.seprank.study.lab.LabCatalogue;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which laboratory runs, and how. */
final class LabOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The system.")
    private String name = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the system; can be repeated. The systems' settings are listed without NAME.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of seeds; the claim is judged by the medians (default: ${DEFAULT-VALUE}).")
    private int seeds = 1;

    boolean isNamed() {
        return !name.isEmpty();
    }

    Study study() {
        return LabCatalogue.study(name, assignments, seed, seeds);
    }
}
