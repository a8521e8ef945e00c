package org.seprank.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Study;
import org.seprank.study.lab.AllLabsStudy;
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

    @Option(names = "--all", description = "Run every system as it is set, and judge all claims.")
    private boolean everything;

    boolean isAll() {
        return everything;
    }

    /** Every laboratory as it is set, what is finished being kept in a folder if there is one. */
    Study all(@Nullable Path folder) {
        if (isNamed() || !assignments.isEmpty()) {
            throw new IllegalArgumentException("--all runs every system as it is set; leave out "
                    + (isNamed() ? "'" + name + "'" : "--set " + assignments.get(0)));
        }
        return AllLabsStudy.asSet(seed, seeds, folder);
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    Study study() {
        return LabCatalogue.study(name, assignments, seed, seeds);
    }
}
