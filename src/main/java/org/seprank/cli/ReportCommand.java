package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Study;
import org.seprank.study.batch.summary.BatchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank report}. */
@Command(
        name = "report",
        description =
                "What the studies of a batch found: a table of all, failures, and charts by options that are numbers.",
        footer = {
            "",
            "Examples:",
            "  seprank report results/karate",
            "  seprank report results/karate --by depth --metric walk_index --report karate.html --plot walk-index.svg",
            "  seprank report gallery results -o results/index.html"
        })
final class ReportCommand extends StudyCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "Where the batch keeps its outcomes.")
    private @Nullable Path folder;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            split = ",",
            description = "Numbers to show, by the names that the report's note lists (default: the main ones).")
    private List<String> metrics = List.of();

    @Option(
            names = "--by",
            paramLabel = "OPTION",
            defaultValue = "",
            description = "The option along the charts (default: the first that is a number).")
    private String by = "";

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        if (folder == null) {
            throw new IllegalArgumentException("name the folder where the batch keeps its outcomes");
        }
        return new BatchReport(folder, metrics, by);
    }
}
