package org.seprank.cli;

import org.seprank.study.input.NetworkShape;
import picocli.CommandLine.Option;

/** The network that a graph is looked at for, but for its depth. */
final class WidthOptions {
    @Option(
            names = "--input-width",
            paramLabel = "DX",
            defaultValue = "8",
            description = "Features per vertex (default: ${DEFAULT-VALUE}).")
    private int inputWidth = 8;

    @Option(
            names = "--hidden-width",
            paramLabel = "DH",
            defaultValue = "16",
            description = "Hidden width (default: ${DEFAULT-VALUE}).")
    private int hiddenWidth = 16;

    @Option(
            names = "--target",
            paramLabel = "T",
            defaultValue = "graph",
            description =
                    "'graph' for graph prediction, the id of the vertex that is predicted, or U,V for the link of two"
                            + " (default: ${DEFAULT-VALUE}).")
    private String target = "graph";

    NetworkShape shape(int depth) {
        return new NetworkShape(depth, inputWidth, hiddenWidth, target);
    }
}
