package org.seprank.cli;

import org.jspecify.annotations.Nullable;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.ReadOptions;
import org.seprank.graph.io.codec.Direction;
import org.seprank.study.input.GraphSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a graph is named and read. */
final class GraphOptions {
    @Parameters(
            paramLabel = "GRAPH",
            description = {
                "A graph file, or family:NAME,key=value,.. such as family:cycle,n=12.",
                "The format is recognised by content and name; .gz is unpacked. Of many graphs (a graph6 file, a",
                "dataset of TUDataset or DGCNN) every one is asked about, unless --graph names it."
            })
    private String graph = "";

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "Read the file as this format: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatNames.class,
            converter = FormatNames.class)
    private @Nullable GraphFormat inputFormat;

    @ArgGroup
    private @Nullable DirectionChoice direction;

    @Option(
            names = "--vertices",
            paramLabel = "N",
            description = "The vertices are 0..N-1, also those that no edge names (integer edge lists).")
    private @Nullable Integer vertices;

    @Option(
            names = "--graph",
            paramLabel = "K",
            description = "Take the K-th graph, from 1, of a file or dataset of several.")
    private @Nullable Integer number;

    @Mixin
    private TakenOptions taken = new TakenOptions();

    /** Directed or not, for formats that leave it open. */
    static final class DirectionChoice {
        @Option(names = "--directed", required = true, description = "Edges have a direction, whatever the file says.")
        private boolean directed;

        @Option(names = "--undirected", required = true, description = "Edges have none, whatever the file says.")
        private boolean undirected;

        Direction chosen() {
            if (directed) {
                return Direction.DIRECTED;
            }
            return undirected ? Direction.UNDIRECTED : Direction.AUTO;
        }
    }

    /** The graph that was named. */
    GraphSource source(long seed) {
        ReadOptions options = ReadOptions.defaults()
                .withParallelEdges(taken.reading().parallel())
                .withLargestComponent(taken.reading().largestComponent());
        if (inputFormat != null) {
            options = options.withFormat(inputFormat);
        }
        if (direction != null) {
            options = options.withDirection(direction.chosen());
        }
        if (vertices != null) {
            options = options.withVertexCount(vertices);
        }
        return new GraphSource(graph, options, number, seed);
    }
}
