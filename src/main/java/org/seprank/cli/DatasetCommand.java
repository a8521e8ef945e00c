package org.seprank.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code seprank dataset}, which has commands of its own. */
@Command(name = "dataset", description = "Look at datasets, convert them and fetch public ones.")
final class DatasetCommand {
    /** The command with its own. */
    static CommandLine line(Console console) {
        return new CommandLine(new DatasetCommand())
                .addSubcommand(new DatasetInfoCommand(console))
                .addSubcommand(new DatasetConvertCommand(console))
                .addSubcommand(new DatasetFetchCommand(console))
                .addSubcommand(new DatasetListCommand(console));
    }
}
