package org.seprank.cli;

import java.nio.file.Path;
import org.seprank.study.Study;
import org.seprank.study.mapped.MappedBuildStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code seprank mapped build}. */
@Command(
        name = "build",
        description = "Sort the edges of a file into compressed sparse rows that other commands map into memory.",
        footer = {
            "",
            "IN is text with two whole numbers on each line, also .gz, or the NAME.graph of WebGraph beside its",
            "NAME.properties. Directions, self-loops and repeated edges are dropped, the latter two counted.",
            "",
            "Example:",
            "  seprank mapped build web.edges.gz web.csr"
        })
final class MappedBuildCommand extends StudyCommand {
    @Parameters(index = "0", paramLabel = "IN", description = "The edges.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.csr", description = "The file to write.")
    private Path out = Path.of("");

    MappedBuildCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    Study study() {
        return new MappedBuildStudy(in, out);
    }
}
