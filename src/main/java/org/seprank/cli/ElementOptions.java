package org.seprank.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seprank.study.element.ElementFiles;
import picocli.CommandLine.Option;

/** Files with a row for every edge and every vertex. */
final class ElementOptions {
    /** The options, without dashes, that name files. */
    static final Set<String> NAMES = Set.of("edges", "vertices-out");

    @Option(
            names = "--edges",
            paramLabel = "FILE.csv",
            description = "Also write a row for every edge, with a column for each quantity.")
    private @Nullable Path edges;

    @Option(
            names = "--vertices-out",
            paramLabel = "FILE.csv",
            description = "Also write a row for every vertex, with a column for each quantity.")
    private @Nullable Path vertices;

    ElementFiles files() {
        return new ElementFiles(Optional.ofNullable(edges), Optional.ofNullable(vertices));
    }
}
