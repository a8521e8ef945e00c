package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.seprank.report.Document;
import org.seprank.study.ExitCode;
import org.seprank.study.batch.summary.BatchReport;
import org.seprank.study.engine.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  seprank report results/karate --by depth --metric walk_index --report karate.html --plot walk-index.svg"
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where the batch keeps its outcomes.")
    private Path folder = Path.of("");

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

    @Mixin
    private OutputOptions form = new OutputOptions();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Document document = BatchReport.of(Store.existing(folder), new BatchReport.Choice(metrics, by));
        form.write(document, console);
        return ExitCode.DONE;
    }
}
