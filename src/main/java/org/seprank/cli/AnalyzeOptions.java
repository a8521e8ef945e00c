package org.seprank.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.study.Study;
import org.seprank.study.analyze.AnalyzeStudy;
import org.seprank.study.analyze.PairsStudy;
import org.seprank.study.analyze.RankFile;
import org.seprank.study.element.ElementFiles;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
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

    @Option(
            names = "--pairs",
            paramLabel = "FILE|sampled:N",
            defaultValue = "",
            description = {
                "Instead of partitions, ask how strongly a network that predicts links can tie two vertices together,",
                "for the pairs of a file (two ids a line, or an .npz of shape [k, 2]) or N drawn ones, half of them",
                "edges."
            })
    private String pairs = "";

    @Option(
            names = "--without-own-edges",
            description = "With --pairs: take each pair's own edge out first, as where edges are held out.")
    private boolean withoutOwnEdges;

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

    /** What is asked: of partitions, or of pairs. */
    Study study(GraphSource source, NetworkShape network, ElementFiles files, long seed) {
        if (pairs.isEmpty()) {
            if (withoutOwnEdges) {
                throw new IllegalArgumentException("--without-own-edges is about --pairs, but there are none");
            }
            AnalyzeStudy.Options options = new AnalyzeStudy.Options(maxDepth, top, certify, maxInputs, effort, seed);
            return new AnalyzeStudy(source, network, partitions, options, files, new RankFile(checkpoint, resume));
        }
        if (!partitions.isEmpty() || certify || checkpoint != null || files.asked()) {
            throw new IllegalArgumentException(
                    "--pairs takes the place of --partition, --certify, --checkpoint, --edges and --vertices-out");
        }
        return new PairsStudy(source, network, pairs, !withoutOwnEdges, seed);
    }

    /** How an interrupted run goes on; empty where nothing is kept. */
    String resumption() {
        return checkpoint == null ? "" : "--resume goes on from " + checkpoint;
    }
}
