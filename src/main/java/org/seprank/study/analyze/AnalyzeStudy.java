package org.seprank.study.analyze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.chart.NetworkDrawing;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.Outcome;
import org.seprank.study.Provenance;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * How strongly a network can model interactions across partitions of a graph: walk indices, bounds on the separation
 * rank and, on request, the certified rank.
 *
 * @param source the graph
 * @param network depth, widths and target
 * @param partitions as on the command line; empty: those that the graph's attributes suggest, else a bisection
 * @param options what else is wanted
 */
public record AnalyzeStudy(GraphSource source, NetworkShape network, List<String> partitions, Options options) {
    /** The largest graph that a report draws unasked. */
    static final int REPORTED_VERTICES = 600;

    /** The partition that stands for every vertex against the rest. */
    public static final String SINGLETONS = "singletons";

    /**
     * What else is wanted.
     *
     * @param maxDepth walk indices are given for the depths 1..maxDepth
     * @param top how many weakest and strongest vertices, and most harmful edges, are named
     * @param certify whether ranks are certified
     * @param maxInputs the largest number of inputs per side that certifying may use
     * @param seed of everything random
     */
    public record Options(int maxDepth, int top, boolean certify, int maxInputs, long seed) {}

    /** Keeps the list. */
    public AnalyzeStudy {
        partitions = List.copyOf(partitions);
    }

    /** Runs the study; where {@code progress} asks to stop, the outcome covers the partitions that were finished. */
    public Outcome run(Progress progress) throws IOException {
        GraphSource.Loaded loaded = source.load();
        return run(loaded, progress);
    }

    private Outcome run(GraphSource.Loaded loaded, Progress progress) throws IOException {
        long start = System.nanoTime();
        Graph graph = loaded.graph();
        List<Partition> chosen = ChosenPartitions.of(graph, partitions, options.seed());
        List<PartitionAnalysis> analyses = new ArrayList<>();
        Document.Builder document = Document.of("analyze").add(GraphFacts.of(loaded));
        boolean complete = true;
        try {
            for (Partition partition : chosen) {
                analyses.add(analyse(graph, partition, progress));
            }
            AnalysisTables.add(document, analyses, this);
            addSingletons(document, graph, progress);
        } catch (CancellationException interrupted) {
            complete = false;
            document.note("Interrupted: " + analyses.size() + " of " + chosen.size() + " partitions were analysed.");
        }
        Provenance provenance = Provenance.of(loaded, options.seed(), start);
        return new Outcome(document.add(provenance.facts()).build(), complete);
    }

    SeparationProblem problem(Graph graph, Partition partition) {
        return new SeparationProblem(
                graph,
                partition.vertices(),
                network.targetIn(graph),
                network.depth(),
                network.inputWidth(),
                network.hiddenWidth());
    }

    private PartitionAnalysis analyse(Graph graph, Partition partition, Progress progress) {
        SeparationProblem problem = problem(graph, partition);
        SeparationAnalysis separation = SeparationAnalysis.of(problem, how(), progress);
        return PartitionAnalysis.of(partition.name(), separation, options, progress);
    }

    private SeparationAnalysis.Options how() {
        if (!options.certify()) {
            return SeparationAnalysis.Options.boundsOnly();
        }
        CertifiedRank.Options rank =
                CertifiedRank.Options.withSeed(options.seed()).withMaxSamples(options.maxInputs());
        return SeparationAnalysis.Options.certifying(rank)
                .withThreads(Parallel.current().threads());
    }

    private void addSingletons(Document.Builder document, Graph graph, Progress progress) {
        boolean asked = partitions.contains(SINGLETONS);
        double work = CostEstimate.singletons(graph, network.depth());
        if (!asked && work > CostEstimate.UNASKED_OPERATIONS) {
            document.note("The walk indices of single vertices were left out, as they would take about "
                    + CostEstimate.duration(work) + "; ask for them with --partition " + SINGLETONS + ".");
            return;
        }
        progress.start("walk indices of single vertices", graph.vertexCount());
        SingletonTables tables =
                SingletonTables.of(graph, SingletonWalkIndices.vertexPrediction(graph, network.depth(), progress));
        document.add(
                tables.distribution("Walk index of each vertex t: I = {t}, prediction at t, depth " + network.depth()));
        document.add(tables.extremes(options.top()));
        if (asked) {
            document.add(tables.all());
        }
    }

    /** The drawing as a figure of a report, unless nothing could be seen on it. */
    public List<Block.Figure> figures() throws IOException {
        if (source.load().graph().vertexCount() > REPORTED_VERTICES) {
            return List.of();
        }
        NetworkDrawing drawing = drawing();
        return List.of(new Block.Figure("graph", "The graph", drawing));
    }

    /** The first partition drawn, with the walk indices of single vertices as colours. */
    public NetworkDrawing drawing() throws IOException {
        Graph graph = source.load().graph();
        List<Partition> chosen = ChosenPartitions.of(graph, partitions, options.seed());
        SingletonWalkIndices indices = SingletonWalkIndices.vertexPrediction(graph, network.depth());
        VertexSet side = chosen.isEmpty()
                ? VertexSet.of(graph.vertexCount())
                : chosen.get(0).vertices();
        String name = chosen.isEmpty() ? "" : ", " + chosen.get(0).name();
        return GraphPicture.of(graph, options.seed())
                .drawing(
                        source.location() + name,
                        "walk index of each vertex, depth " + network.depth(),
                        side,
                        v -> indices.at(v).doubleValue());
    }

    /** What running it would take. */
    public Document estimate() throws IOException {
        GraphSource.Loaded loaded = source.load();
        Graph graph = loaded.graph();
        List<Partition> chosen = ChosenPartitions.of(graph, partitions, options.seed());
        return CostEstimate.of(this, loaded, chosen);
    }
}
