package org.seprank.cli;

import org.seprank.study.input.NetworkShape;
import picocli.CommandLine.Option;

/** The network that a graph is looked at for. */
final class NetworkOptions {
    @Option(
            names = "--depth",
            paramLabel = "L",
            defaultValue = "3",
            description = "Number of layers, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int depth = 3;

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

    NetworkShape shape() {
        return new NetworkShape(depth, inputWidth, hiddenWidth, target);
    }
}
