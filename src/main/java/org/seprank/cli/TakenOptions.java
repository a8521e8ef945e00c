package org.seprank.cli;

import org.seprank.graph.ParallelEdges;
import org.seprank.study.input.DatasetReading;
import picocli.CommandLine.Option;

/** What of the graphs of a file or dataset is taken. */
final class TakenOptions {
    @Option(
            names = "--merge",
            paramLabel = "RULE",
            description = {
                "Edges with the same ends become one, which weighs what the first does (first, the default),",
                "the most (max) or all together (sum); without weights every edge weighs 1."
            })
    private ParallelEdges merge = ParallelEdges.FIRST;

    @Option(
            names = "--largest-component",
            description = "Take the largest component only; of several, the one with the first vertex.")
    private boolean largestComponent;

    DatasetReading reading() {
        return new DatasetReading(merge, largestComponent);
    }
}
