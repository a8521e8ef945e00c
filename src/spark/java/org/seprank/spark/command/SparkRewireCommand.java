package org.seprank.spark.command;

import org.seprank.cli.Console;
import picocli.CommandLine.Command;

/** {@code seprank spark rewire}. */
@Command(
        name = "rewire",
        description =
                "Rewire every one of many graphs: a row of a table each, with the graph after edits as a line of sparse6.",
        footer = {
            "",
            "Examples:",
            "  seprank spark rewire molecules.g6 --out sparse.parquet -- --method wis --remove 20%%"
        })
public final class SparkRewireCommand extends EachGraphCommand {
    /** One that speaks to this console. */
    public SparkRewireCommand(Console console) {
        super(console, "rewire");
    }

    @Override
    boolean rewired() {
        return true;
    }
}
