package org.seprank.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code seprank dataset}, which has commands of its own. */
@Command(name = "dataset", description = "Look at datasets and fetch public ones.")
final class DatasetCommand {
    /** Adds it to the program. */
    static void addTo(CommandLine program, Console console) {
        CommandLine dataset = new CommandLine(new DatasetCommand());
        program.addSubcommand(dataset);
        dataset.addSubcommand(new DatasetInfoCommand(console))
                .addSubcommand(new DatasetFetchCommand(console))
                .addSubcommand(new DatasetListCommand(console));
    }
}
