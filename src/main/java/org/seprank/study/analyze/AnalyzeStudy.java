package org.seprank.study.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.rank.EliminationJournal;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.separation.Bounds;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.CertifiedRankCost;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Verdict;
import org.seprank.study.element.ElementFiles;
import org.seprank.study.element.ElementStudy;
import org.seprank.study.element.ElementTables;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphRead;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.EachGraph;
import org.seprank.walk.SingletonWalkIndices;

/**
 * How strongly a network can model interactions across partitions of a graph: walk indices, bounds on the separation
 * rank and, on request, the certified rank.
 *
 * @param source the graph
 * @param network depth, widths and target
 * @param partitions as on the command line; empty: those that the graph's attributes suggest, else a bisection
 * @param options what else is wanted
 * @param files with what every partition's walk index loses without each edge, and the walk indices of every vertex
 * @param ranks where certified ranks are kept while they are computed
 */
public record AnalyzeStudy(
        GraphSource source,
        NetworkShape network,
        List<String> partitions,
        Options options,
        ElementFiles files,
        RankFile ranks)
        implements ElementStudy {
    private static final AnswerNumbers NUMBERS = new AnswerNumbers(Map.of(
            "partitions",
                    List.of(
                            "size",
                            "boundary",
                            "walk_index",
                            "interaction_dimension",
                            "ln_rank_from",
                            "ln_rank_to",
                            "rank"),
            "walk_index_by_depth", List.of("walk_index"),
            "singletons", List.of("minimum", "lower_quartile", "median", "upper_quartile", "maximum", "mean")));
    private static final double BOUND_PASSES = 20;

    /**
     * What else is wanted.
     *
     * @param maxDepth walk indices are given for the depths 1..maxDepth
     * @param top how many weakest and strongest vertices, and most harmful edges, are named
     * @param certify whether ranks are certified
     * @param maxInputs the largest number of inputs per side that certifying may use
     * @param effort how long to search for bounds, in 1..1000
     * @param seed of everything random
     */
    public record Options(int maxDepth, int top, boolean certify, int maxInputs, int effort, long seed) {}

    /** Keeps the list. */
    public AnalyzeStudy {
        partitions = List.copyOf(partitions);
        if (ranks.path() != null && !options.certify()) {
            throw new IllegalArgumentException("--checkpoint keeps certified ranks, but --certify is not given");
        }
    }

    @Override
    public Question question() {
        Question question = network.addTo(source.addTo(Question.of("analyze")))
                .with("partition", partitions)
                .with("max_depth", options.maxDepth())
                .with("top", options.top())
                .with("certify", options.certify())
                .with("effort", options.effort());
        return (options.certify() ? question.with("max_inputs", options.maxInputs()) : question)
                .with("seed", options.seed());
    }

    @Override
    public boolean labelled() {
        return ChosenPartitions.needLabels(partitions);
    }

    @Override
    public Map<String, Value> numbers(Document answer) {
        return NUMBERS.of(answer);
    }

    /** Nothing: its sentences say the numbers once more. */
    @Override
    public String remark(Document answer) {
        return "";
    }

    @Override
    public Outcome run(GraphInput input, Context context, Consumer<ElementTables> tables) throws IOException {
        Graph graph = input.graph();
        ChosenPartitions chosen = ChosenPartitions.of(input, partitions, options.seed());
        EliminationJournal journal = ranks.open();
        List<PartitionAnalysis> analyses = new ArrayList<>();
        Document.Builder document = Document.of("analyze");
        boolean complete = true;
        try {
            for (Partition partition : chosen.partitions()) {
                analyses.add(analyse(graph, partition, journal, context));
            }
            analyses.forEach(analysis -> document.note(Headline.of(analysis, options)));
            GraphFacts.ofWeights(graph, "").ifPresent(document::note);
            document.add(GraphFacts.of(input));
            AnalysisTables.add(document, analyses, this);
            Optional<SingletonWalkIndices> indices = addSingletons(document, graph, chosen.singletons(), context);
            if (files.asked()) {
                tables.accept(elements(input, chosen, context));
            }
            drawing(input, chosen, indices, context).ifPresent(document::add);
            if (context.draws()) {
                document.addAll(AnalysisFigures.of(analyses));
            }
        } catch (CancellationException interrupted) {
            complete = false;
            document.note("Interrupted: " + analyses.size() + " of "
                    + chosen.partitions().size() + " partitions were analysed.");
        } catch (EliminationJournal.OtherComputationException mismatch) {
            throw ranks.other(mismatch);
        } catch (UncheckedIOException unkept) {
            throw unkept.getCause();
        }
        ranks.keep(journal);
        Question question = question().with("partition", chosen.names());
        return new Outcome(context.provenance(question, input.inputs()), document.build(), Verdict.of(complete));
    }

    private ElementTables elements(GraphInput input, ChosenPartitions chosen, Context context) {
        MeasureOptions walks = MeasureOptions.seeded(options.seed())
                .withGroups(Set.of(Group.DEGREES, Group.WALKS))
                .withQuestion(new MeasureOptions.Question(
                        chosen.partitions(),
                        network.targetIn(input.graph()),
                        network.inputWidth(),
                        network.hiddenWidth()))
                .withDepths(new MeasureOptions.Depths(network.depth(), network.depth()));
        MeasureOptions byDepth =
                walks.withDepths(new MeasureOptions.Depths(1, Math.max(options.maxDepth(), network.depth())));
        return files.tables(input, walks, byDepth, context.progress());
    }

    @Override
    public EachGraph over(GraphSet set) throws IOException {
        if (ranks.path() != null) {
            throw new IllegalArgumentException(
                    "--checkpoint keeps the ranks of one graph, but there are " + set.size() + "; name one of them");
        }
        return ElementStudy.super.over(set);
    }

    private PartitionAnalysis analyse(Graph graph, Partition partition, EliminationJournal journal, Context context) {
        SeparationProblem problem = network.problem(graph, partition.vertices());
        SeparationAnalysis separation = SeparationAnalysis.of(problem, how(context), journal, context.progress());
        return PartitionAnalysis.of(partition.name(), separation, options, context.progress());
    }

    /** The graph with its first partition, and walk indices of single vertices as colours. */
    private Optional<Block> drawing(
            GraphInput input, ChosenPartitions chosen, Optional<SingletonWalkIndices> indices, Context context) {
        Graph graph = input.graph();
        boolean legible =
                graph.vertexCount() <= GraphPicture.USUAL_VERTICES || context.figures() == Context.Figures.ALL;
        if (!context.draws() || !legible) {
            return Optional.empty();
        }
        SingletonWalkIndices colours =
                indices.orElseGet(() -> SingletonWalkIndices.vertexPrediction(graph, network.depth()));
        return Optional.of(AnalysisFigures.drawing(this, input, chosen, colours));
    }

    private SeparationAnalysis.Options how(Context context) {
        Bounds.Options bounds = Bounds.Options.defaults().withEffort(options.effort());
        if (!options.certify()) {
            return SeparationAnalysis.Options.boundsOnly().withBounds(bounds);
        }
        CertifiedRank.Options rank = CertifiedRank.Options.withSeed(options.seed())
                .withMaxSamples(options.maxInputs())
                .withMaxTerms(CertifiedRank.Options.USUAL_TERMS);
        return SeparationAnalysis.Options.certifying(rank).withBounds(bounds).withThreads(context.threads());
    }

    /** Those that were found; none where they were left out. */
    private Optional<SingletonWalkIndices> addSingletons(
            Document.Builder document, Graph graph, boolean asked, Context context) {
        double steps = SingletonWalkIndices.steps(graph, network.depth());
        if (!asked && steps > Estimate.UNASKED_STEPS) {
            document.note("The walk indices of single vertices were left out, as they would take about "
                    + Numbers.duration(Estimate.seconds(steps)) + "; ask for them with --partition "
                    + ChosenPartitions.SINGLETONS + ".");
            return Optional.empty();
        }
        context.progress().start("walk indices of single vertices", graph.vertexCount());
        SingletonWalkIndices indices =
                SingletonWalkIndices.vertexPrediction(graph, network.depth(), context.progress());
        SingletonTables tables = SingletonTables.of(graph, indices);
        document.add(
                tables.distribution("Walk index of each vertex t: I = {t}, prediction at t, depth " + network.depth()));
        document.add(tables.extremes(options.top()));
        if (asked) {
            document.add(tables.all());
        }
        return Optional.of(indices);
    }

    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        GraphRead read = source.readAny(labelled(), context.warnings());
        if (read instanceof GraphInput input) {
            return Optional.of(estimate(input, context));
        }
        GraphSet set = (GraphSet) read;
        List<Estimate> each = new ArrayList<>();
        for (int number = 1; number <= set.size(); number++) {
            each.add(estimate(set.graph(number), context.withThreads(1)));
        }
        return Optional.of(Estimate.under(set.facts()).addAll(each, context.threads()));
    }

    private Estimate estimate(GraphInput input, Context context) throws IOException {
        Graph graph = input.graph();
        double arcs = graph.vertexCount() + 2.0 * graph.edgeCount();
        double passes = options.maxDepth() + BOUND_PASSES * network.depth();
        double bytes = 24.0 * graph.edgeCount() + 100.0 * graph.vertexCount();
        Estimate estimate = Estimate.under(GraphFacts.of(input));
        for (Partition partition :
                ChosenPartitions.of(input, partitions, options.seed()).partitions()) {
            String name = partition.name();
            estimate.add(name + ": walk indices and bounds", Estimate.seconds(passes * arcs), bytes);
            if (options.certify()) {
                CertifiedRankCost cost = CertifiedRankCost.of(
                        network.problem(graph, partition.vertices()),
                        how(context).rank());
                estimate.add(name + ": certified rank, at most", cost.seconds(context.threads()), cost.bytes());
            }
        }
        double singletons = SingletonWalkIndices.steps(graph, network.depth());
        return estimate.add("single vertices", Estimate.seconds(singletons), bytes);
    }
}
