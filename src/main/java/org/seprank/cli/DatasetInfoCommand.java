package org.seprank.cli;

import org.seprank.dataset.FeatureScaling;
import org.seprank.study.Study;
import org.seprank.study.catalogue.DatasetInfoStudy;
import org.seprank.study.input.DatasetSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank dataset info}. */
@Command(name = "info", description = "What a dataset holds.")
final class DatasetInfoCommand extends StudyCommand {
    @Parameters(paramLabel = "DATASET", description = "A file or folder, or synthetic:NAME,key=value,..")
    private String location = "";

    @Option(names = "--seed", defaultValue = "0", description = "Of generated data (default: ${DEFAULT-VALUE}).")
    private long seed;

    DatasetInfoCommand(Console console) {
        super(console);
    }

    @Override
    Study study() {
        return new DatasetInfoStudy(new DatasetSource(location, "", FeatureScaling.RAW, seed));
    }
}
