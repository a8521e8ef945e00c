package org.seprank.spark.command;

import java.util.ArrayList;
import java.util.List;
import org.seprank.cli.Console;
import org.seprank.cli.ExtensionCommand;
import org.seprank.spark.graph.BlockAnalysis;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seprank spark graph-analyze}. */
@Command(
        name = "graph-analyze",
        description =
                "Walk counts, walk indices of partitions and triangles of one graph too large for one machine, exact.",
        footer = {
            "",
            "Examples:",
            "  seprank spark graph-analyze web.parquet --depth 6 --vertices sites.csv --column country --master local[4]"
        })
public final class GraphAnalyzeCommand extends ExtensionCommand {
    @Mixin
    private BlockOptions blocks = new BlockOptions();

    @Option(names = "--depth", paramLabel = "L", defaultValue = "3", description = "1..64 (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--vertex",
            paramLabel = "ID",
            defaultValue = "",
            description = "Vertex prediction there (default: graph prediction).")
    private String target = "";

    @Option(
            names = "--vertices",
            paramLabel = "TABLE",
            defaultValue = "",
            description = "A table of vertices, .csv or .parquet, with a column id.")
    private String vertices = "";

    @Option(
            names = "--column",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of it: every value is a partition, of the vertices that have it and the rest.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--triangles", description = "Count triangles.")
    private boolean triangles;

    /** One that speaks to this console. */
    public GraphAnalyzeCommand(Console console) {
        super(console);
    }

    @Override
    protected Study asked() {
        return new BlockAnalysis(blocks.plan(), depth, target, vertices, columns, triangles);
    }
}
