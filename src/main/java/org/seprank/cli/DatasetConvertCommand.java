package org.seprank.cli;

import java.nio.file.Path;
import org.seprank.dataset.FeatureScaling;
import org.seprank.study.Study;
import org.seprank.study.convert.DatasetConvertStudy;
import org.seprank.study.input.DatasetSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank dataset convert}. */
@Command(
        name = "convert",
        description = "Read a dataset in one format and write it in another, with features, targets and splits.",
        footer = {
            "",
            "OUT is an npz file, or a folder of CSV; of many graphs a TU folder, or a DGCNN text that ends in .txt.",
            "",
            "Examples:",
            "  seprank dataset convert data.pt karate.npz",
            "  seprank dataset convert synthetic:csbm,n=500 csbm --split numpy:0.8/0.1/0.1,seed=1"
        })
final class DatasetConvertCommand extends StudyCommand {
    @Parameters(index = "0", paramLabel = "IN", description = "A file or folder, or synthetic:NAME,key=value,..")
    private String location = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "The file or folder to write.")
    private Path out = Path.of("");

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            defaultValue = "",
            description = "Of one graph: heterophilous-npz, gnn-benchmark-npz, csv or planetoid.")
    private String format = "";

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = "Write these splits, as train has them (default: the dataset's own).")
    private String split = "";

    @Option(names = "--seed", defaultValue = "0", description = "Of generated data (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private TakenOptions taken = new TakenOptions();

    DatasetConvertCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        return new DatasetConvertStudy(
                new DatasetSource(location, split, FeatureScaling.RAW, seed, taken.reading()), out, format);
    }
}
