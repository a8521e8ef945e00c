package org.seprank.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seprank.entangle.Rearrangement;
import org.seprank.study.entangle.RearrangedFiles;
import picocli.CommandLine.Option;

/** Whether sites are rearranged, and what is written of it. */
final class RearrangeOptions {
    @Option(
            names = "--rearrange",
            description = {
                "Find an order of the sites under which correlated ones are near each other, by recursive balanced cuts, and",
                "measure the canonical partitions after it too."
            })
    private boolean rearrange;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many cuts are tried each time, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int starts = 10;

    @Option(
            names = "--swaps",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many swaps are tried at last for each site (default: ${DEFAULT-VALUE}).")
    private int swaps = 30;

    @Option(names = "--order-out", paramLabel = "FILE", description = "Write the order found, as place,site.")
    private @Nullable Path order;

    @Option(
            names = "--table-out",
            paramLabel = "FILE",
            description = "Write the table in the order found: npz where the name says so, else CSV.")
    private @Nullable Path table;

    RearrangedFiles files(long seed) {
        Optional<Rearrangement.Options> options =
                rearrange ? Optional.of(new Rearrangement.Options(starts, swaps, seed)) : Optional.empty();
        return new RearrangedFiles(options, Optional.ofNullable(order), Optional.ofNullable(table));
    }
}
