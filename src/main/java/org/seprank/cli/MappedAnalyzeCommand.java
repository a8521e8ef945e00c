package org.seprank.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Study;
import org.seprank.study.mapped.MappedAnalyzeStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank mapped analyze}. */
@Command(
        name = "analyze",
        description = "Degrees, walk counts, walk indices and triangles of a graph that stays in a file, exact.",
        footer = {
            "",
            "Example:",
            "  seprank mapped analyze web.csr --depth 6 --vertices sites.csv --column country --triangles"
        })
final class MappedAnalyzeCommand extends StudyCommand {
    @Parameters(index = "0", paramLabel = "FILE.csr", description = "Written by mapped build.")
    private Path file = Path.of("");

    @Option(names = "--depth", paramLabel = "L", defaultValue = "3", description = "1..64 (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--vertex",
            paramLabel = "T",
            defaultValue = "-1",
            description = "Vertex prediction at T (default: graph prediction).")
    private long target;

    @Option(
            names = "--vertices",
            paramLabel = "TABLE.csv",
            description = "A table whose first column has the vertices.")
    private @Nullable Path table;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of it: every value is a partition, of the vertices that have it and the rest.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--triangles", description = "Count triangles.")
    private boolean triangles;

    @Option(
            names = "--per-vertex",
            paramLabel = "OUT.csv",
            description = "Write degree, triangles and the walk indices of every vertex alone.")
    private @Nullable Path perVertex;

    @Mixin
    private RunOptions run = new RunOptions();

    MappedAnalyzeCommand(Console console) {
        super(console);
    }

    @Override
    boolean isBatched() {
        return false;
    }

    @Override
    int threads() {
        return run.threads();
    }

    @Override
    Study study() {
        return new MappedAnalyzeStudy(file, depth, target, table, columns, triangles, perVertex);
    }
}
