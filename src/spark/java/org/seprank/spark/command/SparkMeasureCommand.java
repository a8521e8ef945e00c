package org.seprank.spark.command;

import org.seprank.cli.Console;
import picocli.CommandLine.Command;

/** {@code seprank spark measure}. */
@Command(
        name = "measure",
        description = "Measure every one of many graphs: a row of a table each.",
        footer = {
            "",
            "Examples:",
            "  seprank spark measure molecules.g6 --out measures.parquet --master local[4] -- --groups degrees,clustering"
        })
public final class SparkMeasureCommand extends EachGraphCommand {
    /** One that speaks to this console. */
    public SparkMeasureCommand(Console console) {
        super(console, "measure");
    }
}
