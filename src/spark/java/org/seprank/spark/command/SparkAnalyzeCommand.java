package org.seprank.spark.command;

import org.seprank.cli.Console;
import picocli.CommandLine.Command;

/** {@code seprank spark analyze}. */
@Command(
        name = "analyze",
        description = "Walk indices and bounds of every one of many graphs: a row of a table each.",
        footer = {
            "",
            "Examples:",
            "  seprank spark analyze graphs/motifs --out motifs.csv -- --depth 2 --partition bisection"
        })
public final class SparkAnalyzeCommand extends EachGraphCommand {
    /** One that speaks to this console. */
    public SparkAnalyzeCommand(Console console) {
        super(console, "analyze");
    }
}
