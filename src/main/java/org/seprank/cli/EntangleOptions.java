package org.seprank.cli;

import java.util.List;
import org.seprank.entangle.SampledEntanglement;
import org.seprank.study.Study;
import org.seprank.study.entangle.EntangleStudy;
import org.seprank.study.entangle.RearrangedFiles;
import org.seprank.study.entangle.TableSource;
import org.seprank.study.input.NetworkShape;
import picocli.CommandLine.Option;

/** Across which partitions the entanglement of data is measured, and how. */
final class EntangleOptions {
    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "One side of a partition of the sites, written as for analyze: names or numbers of sites (0-15 or a,b,c),",
                "file:PATH, singletons; where the sites are vertices of a graph also all others. Repeatable (default: those",
                "that the graph suggests, if there is one)."
            })
    private List<String> partitions = List.of();

    @Option(
            names = "--levels",
            paramLabel = "L",
            defaultValue = "3",
            description = {
                "Measure the canonical partitions of the levels 1 to L: every axis halved l times, each block against the",
                "rest; 0: none (default: ${DEFAULT-VALUE})."
            })
    private int levels = 3;

    @Option(
            names = "--theta",
            paramLabel = "T",
            defaultValue = "0.085",
            description = "T of the feature map (cos pi T x, sin pi T x) (default: ${DEFAULT-VALUE}).")
    private double theta = 0.085;

    @Option(
            names = "--batch",
            paramLabel = "M",
            defaultValue = "500",
            description = "Samples in a batch, 1 to 8192 (default: ${DEFAULT-VALUE}).")
    private int batch = 500;

    @Option(
            names = "--batches",
            paramLabel = "B",
            defaultValue = "2",
            description = "Batches, over which the mean is taken (default: ${DEFAULT-VALUE}).")
    private int batches = 2;

    @Option(
            names = "--noise",
            paramLabel = "E",
            defaultValue = "0",
            description = "Random numbers added to Gram matrices, relative to their mean; published code takes 1e-4"
                    + " (default: ${DEFAULT-VALUE}).")
    private double noise;

    Study study(TableSource source, NetworkShape network, RearrangedFiles files, long seed) {
        SampledEntanglement.Options sampling = new SampledEntanglement.Options(theta, batch, batches, noise, seed);
        return new EntangleStudy(source, sampling, levels, partitions, network, files);
    }
}
