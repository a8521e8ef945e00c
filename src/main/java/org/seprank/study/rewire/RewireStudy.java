package org.seprank.study.rewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.analyze.SingletonTables;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.EditedDataset;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.measure.MeasureTables;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * A graph rewired by a method, and what that does to it.
 *
 * @param source the graph, or a dataset
 * @param network the network that the graph is prepared for; its depth is the method's
 * @param plan which edges change
 * @param partitions partitions whose walk indices and bounds are compared before and after, as on the command line
 * @param measures groups of further measures that are compared; may be empty
 * @param seed of everything random
 */
public record RewireStudy(
        GraphSource source,
        NetworkShape network,
        RewirePlan plan,
        List<String> partitions,
        Set<Group> measures,
        long seed) {
    /**
     * A graph and the edits that were decided on.
     *
     * @param before the graph as it was, or the dataset
     * @param edits in order
     * @param complete false where the work was interrupted
     * @param replayed the file that they come from; empty if a method decided on them
     */
    public record Decided(GraphInput before, EditList edits, boolean complete, String replayed) {
        /** The graph after the edits. */
        public Graph after() {
            return edits.applyWithRelations(before.graph());
        }

        /** The dataset after the edits, if it is one. */
        public Optional<NodeDataset> dataset() {
            return before.dataset().map(nodes -> EditedDataset.of(nodes, edits));
        }
    }

    /** Keeps the list. */
    public RewireStudy {
        partitions = List.copyOf(partitions);
        measures = Set.copyOf(measures);
    }

    /** Reads the graph or the dataset. */
    public GraphInput load() throws IOException {
        return source.readLabelled("");
    }

    /** Checks what can be checked before the work: depth, target and partitions. */
    public void check(GraphInput loaded) throws IOException {
        Graph graph = loaded.graph();
        network.targetIn(graph);
        if (!partitions.isEmpty()) {
            ChosenPartitions.of(graph, partitions, seed);
        }
    }

    /** What a file of the edits says about them. */
    public EditHeader header(GraphInput loaded) {
        return plan.header(loaded, network, seed);
    }

    /**
     * Decides on the edits.
     *
     * @param decided the first of them, from an earlier run
     * @param sink gets each new one at once, if the method removes
     */
    public Decided decide(GraphInput loaded, EditList decided, EditSink sink, Progress progress) throws IOException {
        EditList rewiring = plan.decide(loaded, network, decided, new RewirePlan.Watch(seed, sink, progress));
        return new Decided(loaded, rewiring, !progress.cancelled(), "");
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
                addMeasures(further, decided.before(), after, progress);
            } catch (CancellationException interrupted) {
                compared.add("(interrupted)", Value.missing(), Value.missing());
            }
        }
        Document.Builder document = Document.of("rewire")
                .add(GraphFacts.of(decided.before()))
                .add(plan.facts(network, decided.edits(), decided.replayed()))
                .add(compared.table());
        int made = decided.edits().size();
        int asked = decided.replayed().isEmpty() ? plan.asked(before).orElse(made) : made;
        if (decided.complete() && made < asked) {
            document.note(asked + " edits were asked for, " + made + " made: the method found no more that fit.");
        }
        further.forEach(document::add);
        return Outcome.of(document.build(), decided.complete());
    }

    /** A line per measure, at the network's depth. */
    private void addMeasures(List<Block> blocks, GraphInput read, Graph after, Progress progress) throws IOException {
        Graph before = read.graph();
        if (measures.isEmpty()) {
            return;
        }
        if (after.vertexCount() != before.vertexCount()) {
            blocks.add(new Block.Note("Further measures compare graphs on the same vertices; this method adds some."));
            return;
        }
        List<Partition> named = partitions.isEmpty()
                ? List.of()
                : ChosenPartitions.of(before, partitions, seed).partitions();
        MeasureOptions options = MeasureOptions.seeded(seed)
                .withGroups(measures)
                .withDepths(new MeasureOptions.Depths(network.depth(), network.depth()))
                .withQuestion(new MeasureOptions.Question(
                        named, network.targetIn(before), network.inputWidth(), network.hiddenWidth()));
        BeforeAfter both = BeforeAfter.of(List.of(before, after), read.labels(), options, progress);
        blocks.add(MeasureTables.of(both, List.of("before", "after"))
                .main("further_measures", "Further measures before and after"));
    }

    private void addSingletons(GraphMeasures measures, Graph before, Graph after, Progress progress) {
        if (SingletonWalkIndices.steps(before, network.depth()) > Estimate.UNASKED_STEPS) {
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
        List<String> wanted = new ArrayList<>(plan.protect());
        wanted.addAll(partitions);
        if (wanted.isEmpty()) {
            return;
        }
        Target target = network.targetIn(before);
        for (Partition partition : ChosenPartitions.of(before, wanted, seed).partitions()) {
            measures.add(
                    partition.name() + ": walk index",
                    Value.of(WalkIndex.of(before, partition.vertices(), target, network.depth())),
                    Value.of(WalkIndex.of(after, among(after, partition), target, network.depth())));
            Bounds old = bounds(before, partition.vertices());
            Bounds now = bounds(after, among(after, partition));
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

    /** The same vertices of a graph that may have more. */
    private static VertexSet among(Graph graph, Partition partition) {
        return VertexSet.of(graph.vertexCount(), partition.vertices().toArray());
    }

    private Bounds bounds(Graph graph, VertexSet inside) {
        SeparationProblem problem = new SeparationProblem(
                graph, inside, network.targetIn(graph), network.depth(), network.inputWidth(), network.hiddenWidth());
        return Bounds.of(problem, Bounds.Options.defaults());
    }
}
