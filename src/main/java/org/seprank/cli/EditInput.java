package org.seprank.cli;

import java.nio.file.Path;
import org.seprank.study.input.EditsFile;
import picocli.CommandLine.Option;

/** How edit lists are read. */
final class EditInput {
    @Option(
            names = "--force",
            description = "Make edits of a list that is of another graph, too, if each of them can be made.")
    private boolean force;

    EditsFile file(Path path) {
        return new EditsFile(path, force);
    }
}
