package org.seprank.spark.command;

import org.seprank.cli.Console;
import org.seprank.cli.ExtensionCommand;
import org.seprank.spark.session.PlaceCheck;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seprank spark check}. */
@Command(
        name = "check",
        description = "Start Spark and run a small task on it: says whether seprank runs there, and on what.",
        footer = {"", "Examples:", "  seprank spark check --master local[2]"})
public final class SparkCheckCommand extends ExtensionCommand {
    @Mixin
    private PlaceOptions place = new PlaceOptions();

    /** One that speaks to this console. */
    public SparkCheckCommand(Console console) {
        super(console);
    }

    @Override
    protected Study asked() {
        return new PlaceCheck(place.place());
    }
}
