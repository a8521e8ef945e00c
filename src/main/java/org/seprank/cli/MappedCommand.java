package org.seprank.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code seprank mapped}, which has commands of its own. */
@Command(
        name = "mapped",
        description = "Work on a graph that stays in a file, so that the disk bounds it and not memory.")
final class MappedCommand {
    /** The command with its own. */
    static CommandLine line(Console console) {
        return new CommandLine(new MappedCommand())
                .addSubcommand(new MappedBuildCommand(console))
                .addSubcommand(new MappedAnalyzeCommand(console))
                .addSubcommand(new MappedSparsifyCommand(console));
    }
}
