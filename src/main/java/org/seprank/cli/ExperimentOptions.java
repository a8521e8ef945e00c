package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Listing;
import org.seprank.study.Study;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.ExperimentStudy;
import org.seprank.study.experiment.Scale;
import org.seprank.study.experiment.catalogue.ExperimentCatalogue;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment runs, and how. */
final class ExperimentOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The experiment.")
    private String name = "";

    @Option(
            names = "--scale",
            defaultValue = "small",
            description = "smoke: seconds; small: minutes; paper: as published (default: ${DEFAULT-VALUE}).")
    private Scale scale = Scale.SMALL;

    @Option(names = "--dataset", defaultValue = "", description = "Another dataset than the experiment's own.")
    private String dataset = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the experiment; can be repeated. They are listed without NAME.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--images",
            paramLabel = "FOLDER",
            description = "IDX files (MNIST, Fashion-MNIST) for walk-index-importance; short for --set images=FOLDER.")
    private @Nullable String images;

    @Option(
            names = "--resume",
            description = "Go on where an interrupted run with the same options stopped; with --out.")
    private boolean resume;

    /** Whether the study itself has something to say about what an earlier run left in the folder. */
    boolean mayGoOn(@Nullable Path folder) throws IOException {
        return resume || (folder != null && ExperimentStudy.hasCells(folder));
    }

    Study study(long seed, @Nullable Path folder) {
        if (name.isEmpty()) {
            return Listing.of(ExperimentCatalogue.document());
        }
        Experiment experiment = ExperimentCatalogue.named(name);
        List<String> all = new ArrayList<>(assignments);
        if (images != null) {
            all.add("images=" + images);
        }
        return new ExperimentStudy(experiment, experiment.options(scale, seed, dataset, all), folder, resume);
    }
}
