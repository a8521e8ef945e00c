package org.seprank.cli;

import org.seprank.study.input.NetworkShape;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The network that a graph is looked at for. */
final class NetworkOptions {
    @Option(
            names = "--depth",
            paramLabel = "L",
            defaultValue = "3",
            description = "Number of layers, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int depth = 3;

    @Mixin
    private WidthOptions widths = new WidthOptions();

    NetworkShape shape() {
        return widths.shape(depth);
    }
}
