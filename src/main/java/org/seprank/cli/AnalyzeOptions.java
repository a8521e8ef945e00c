package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.analyze.AnalyzeStudy;
import org.seprank.study.analyze.RankFile;
import picocli.CommandLine.Option;

/** What is said of a graph's partitions. */
final class AnalyzeOptions {
    @Option(
            names = "--partition",
            paramLabel = "I",
            description = {
                "One side of a partition; repeatable. Vertex ids (0-15 or a,b,c), attribute:NAME, attribute:NAME=CLASS,",
                "labels, labels=CLASS (of a dataset), file:PATH, singletons, or found: bisection (two sides of nearly the",
                "same size), kway:K (so many parts), louvain, leiden, sign-cut, label-propagation, spanning-tree:K,",
                "girvan-newman:K.",
                "Default: every attribute with 2 to 12 classes, else bisection."
            })
    private List<String> partitions = List.of();

    @Option(names = "--certify", description = "Determine the separation rank itself, over GF(2^31-1).")
    private boolean certify;

    @Option(
            names = "--max-inputs",
            paramLabel = "R",
            defaultValue = "512",
            description = "Most inputs per side that --certify may use, at most 32768 (default: ${DEFAULT-VALUE}).")
    private int maxInputs = 512;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = {"Keep what --certify has found there, every minute or so and when interrupted."})
    private @Nullable Path checkpoint;

    @Option(names = "--resume", description = "Go on from the --checkpoint file, to the same result.")
    private boolean resume;

    @Option(
            names = "--effort",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "How long to search for tighter bounds, 1 to 1000; times grow about as it does",
                "(default: ${DEFAULT-VALUE}, a fraction of a second)."
            })
    private int effort = 1;

    @Option(
            names = "--max-depth",
            paramLabel = "L",
            defaultValue = "8",
            description = "Give walk indices for the depths 1 to L (default: ${DEFAULT-VALUE}).")
    private int maxDepth = 8;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "5",
            description =
                    "Name so many weakest and strongest vertices and most harmful edges (default: ${DEFAULT-VALUE}).")
    private int top = 5;

    List<String> partitions() {
        return partitions;
    }

    RankFile ranks() {
        return new RankFile(checkpoint, resume);
    }

    /** How an interrupted run goes on; empty where nothing is kept. */
    String resumption() {
        return checkpoint == null ? "" : "--resume goes on from " + checkpoint;
    }

    AnalyzeStudy.Options options(long seed) {
        return new AnalyzeStudy.Options(maxDepth, top, certify, maxInputs, effort, seed);
    }
}
