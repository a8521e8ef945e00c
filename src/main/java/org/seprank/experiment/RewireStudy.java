package org.seprank.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.Labels;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.progress.Progress;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.EditList;
import org.seprank.rewire.EditSink;
import org.seprank.rewire.ProtectedWalkIndexSparsifier;
import org.seprank.rewire.RandomSparsifier;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.WalkIndexSparsifier;
import org.seprank.rewire.removal.ProtectedPartition;
import org.seprank.rewire.removal.Protection;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * A graph with edges removed by a method, and what that does to it.
 *
 * @param source the graph
 * @param network the network that the graph is prepared for; its depth is the method's
 * @param removal which edges go
 * @param partitions partitions whose walk indices and bounds are compared before and after, as on the command line
 * @param measures groups of further measures that are compared; may be empty
 * @param seed of everything random
 */
public record RewireStudy(
        GraphSource source,
        NetworkShape network,
        Removal removal,
        List<String> partitions,
        Set<Group> measures,
        long seed) {
    /** The methods. */
    public enum Method {
        /** Walk Index Sparsification. */
        WIS,
        /** Uniformly at random. */
        RANDOM
    }

    /**
     * Which edges go.
     *
     * @param method in which order
     * @param budget how many
     * @param rules ties, chunks and safeguards
     * @param protect partitions whose walk indices WIS keeps high, as on the command line; empty: those of all vertices
     */
    public record Removal(Method method, Budget budget, RemovalRules rules, List<String> protect) {
        /** Keeps the list. */
        public Removal {
            protect = List.copyOf(protect);
            if (method != Method.WIS && !protect.isEmpty()) {
                throw new IllegalArgumentException("--protect goes with --method wis only");
            }
        }
    }

    /**
     * A graph and the edits that were decided on.
     *
     * @param before the graph as it was
     * @param edits the edits, in order
     * @param complete false where the work was interrupted
     */
    public record Decided(GraphSource.Loaded before, EditList edits, boolean complete) {
        /** The graph after the edits. */
        public Graph after() {
            return edits.applyTo(before.graph());
        }
    }

    /** Keeps the list. */
    public RewireStudy {
        partitions = List.copyOf(partitions);
        measures = Set.copyOf(measures);
    }

    /**
     * Decides on the edits.
     *
     * @param decided the first of them, from an earlier run
     * @param sink gets each new one at once
     */
    public Decided decide(GraphSource.Loaded loaded, EditList decided, EditSink sink, Progress progress)
            throws IOException {
        Graph graph = loaded.graph();
        Sparsification task = Sparsification.of(graph, removal.budget()).resuming(decided);
        EditList edits = sparsifier(graph).sparsify(task, sink, progress);
        return new Decided(loaded, edits, !progress.cancelled());
    }

    private Sparsifier sparsifier(Graph graph) throws IOException {
        if (removal.method() == Method.RANDOM) {
            return RandomSparsifier.of(seed, removal.rules());
        }
        if (removal.protect().isEmpty()) {
            return WalkIndexSparsifier.of(network.depth(), removal.rules());
        }
        Target target = network.targetIn(graph);
        List<ProtectedPartition> protectedOnes = ChosenPartitions.of(graph, removal.protect(), seed).stream()
                .map(partition -> new ProtectedPartition(partition.vertices(), target))
                .toList();
        return ProtectedWalkIndexSparsifier.of(new Protection(network.depth(), protectedOnes), removal.rules());
    }

    /** What the edits do to the graph: measures before and after. */
    public Outcome compare(Decided decided, long startNanos, Progress progress) throws IOException {
        Graph before = decided.before().graph();
        Graph after = decided.after();
        GraphMeasures compared = GraphMeasures.of(before, after);
        List<Block> further = new ArrayList<>();
        if (!progress.cancelled()) {
            try {
                addSingletons(compared, before, after, progress);
                addPartitions(compared, before, after);
                addMeasures(further, before, after, progress);
            } catch (CancellationException interrupted) {
                compared.add("(interrupted)", Value.missing(), Value.missing());
            }
        }
        Document.Builder document = Document.of("rewire")
                .add(GraphFacts.of(decided.before()))
                .facts(
                        "rewire",
                        "Edges removed",
                        "method",
                        Value.of(describe()),
                        "removed",
                        Value.of(decided.edits().size()),
                        "ties",
                        Value.of(removal.rules().ties().name().toLowerCase(java.util.Locale.ROOT)),
                        "chunk",
                        Value.of(removal.rules().chunk()),
                        "keep_connected",
                        Value.of(removal.rules().keepConnected() ? "yes" : "no"),
                        "no_isolated",
                        Value.of(removal.rules().noIsolated() ? "yes" : "no"))
                .add(compared.table());
        further.forEach(document::add);
        document.add(Provenance.of(decided.before(), seed, startNanos).facts());
        return new Outcome(document.build(), decided.complete());
    }

    /** A line per measure, at the network's depth. */
    private void addMeasures(List<Block> blocks, Graph before, Graph after, Progress progress) throws IOException {
        if (measures.isEmpty()) {
            return;
        }
        List<Partition> named = partitions.isEmpty() ? List.of() : ChosenPartitions.of(before, partitions, seed);
        MeasureOptions options = MeasureOptions.seeded(seed)
                .withGroups(measures)
                .withDepths(new MeasureOptions.Depths(network.depth(), network.depth()))
                .withQuestion(new MeasureOptions.Question(
                        named, network.targetIn(before), network.inputWidth(), network.hiddenWidth()));
        Labels unknown = Labels.missing(before.vertexCount());
        BeforeAfter both = BeforeAfter.of(List.of(before, after), unknown, options, progress);
        blocks.add(MeasureTables.of(both, List.of("before", "after"))
                .main("further_measures", "Further measures before and after"));
    }

    private String describe() {
        if (removal.method() == Method.RANDOM) {
            return "random";
        }
        String name = (network.depth() - 1) + "-WIS (depth " + network.depth() + ")";
        return removal.protect().isEmpty() ? name : name + " protecting " + String.join(" ", removal.protect());
    }

    private void addSingletons(GraphMeasures measures, Graph before, Graph after, Progress progress) {
        if (CostEstimate.singletons(before, network.depth()) > CostEstimate.UNASKED_OPERATIONS) {
            return;
        }
        int depth = network.depth();
        SingletonTables old =
                SingletonTables.of(before, SingletonWalkIndices.vertexPrediction(before, depth, progress));
        SingletonTables now = SingletonTables.of(after, SingletonWalkIndices.vertexPrediction(after, depth, progress));
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            measures.add(SingletonTables.quantileName(share), old.quantile(share), now.quantile(share));
        }
        measures.add("vertex walk index, mean", Value.of(old.mean()), Value.of(now.mean()));
    }

    private void addPartitions(GraphMeasures measures, Graph before, Graph after) throws IOException {
        List<String> wanted = new ArrayList<>(removal.protect());
        wanted.addAll(partitions);
        if (wanted.isEmpty()) {
            return;
        }
        Target target = network.targetIn(before);
        for (Partition partition : ChosenPartitions.of(before, wanted, seed)) {
            measures.add(
                    partition.name() + ": walk index",
                    Value.of(WalkIndex.of(before, partition.vertices(), target, network.depth())),
                    Value.of(WalkIndex.of(after, partition.vertices(), target, network.depth())));
            Bounds old = bounds(before, partition);
            Bounds now = bounds(after, partition);
            measures.add(
                    partition.name() + ": ln rank from",
                    Value.of(old.tightestLower().nats()),
                    Value.of(now.tightestLower().nats()));
            measures.add(
                    partition.name() + ": ln rank to",
                    Value.of(old.tightestUpper().nats()),
                    Value.of(now.tightestUpper().nats()));
        }
    }

    private Bounds bounds(Graph graph, Partition partition) {
        SeparationProblem problem = new SeparationProblem(
                graph,
                partition.vertices(),
                network.targetIn(graph),
                network.depth(),
                network.inputWidth(),
                network.hiddenWidth());
        return Bounds.of(problem, Bounds.Options.defaults());
    }
}
