package org.seprank.study.rewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Distribution;
import org.seprank.measure.Group;
import org.seprank.measure.MeasureOptions;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.study.Estimate;
import org.seprank.study.analyze.SingletonTables;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.measure.MeasureTables;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * A graph before and after edits. What a group of further measures says is not said twice.
 *
 * @param network for which both are looked at
 * @param partitions whose walk indices and bounds are compared
 * @param measures groups of further measures; may be empty
 * @param seed of what is found or sampled
 */
record RewireComparison(NetworkShape network, List<Partition> partitions, Set<Group> measures, long seed) {
    /** A measure: machines know it by its id, people by its name. */
    private record Row(String id, String measure, Value partition, Value depth, Value before, Value after) {}

    /** The table, a figure of the walk indices of single vertices, and the further measures. */
    List<Block> blocks(GraphInput input, Graph after, Progress progress) throws IOException {
        Graph before = input.graph();
        List<Row> rows = new ArrayList<>(structure(before, after));
        List<Block> figures = new ArrayList<>();
        if (SingletonWalkIndices.steps(before, network.depth()) <= Estimate.UNASKED_STEPS) {
            SingletonTables old = singletons(before, progress);
            SingletonTables now = singletons(after, progress);
            rows.addAll(vertices(old, now));
            figures.add(RewireFigures.walkIndices(old, now, network.depth()));
        }
        rows.addAll(partitions(before, after));
        List<Block> blocks = new ArrayList<>(List.of(table(rows)));
        blocks.addAll(figures);
        if (!measures.isEmpty()) {
            blocks.add(further(input, after, progress));
        }
        return blocks;
    }

    private static Table table(List<Row> rows) {
        Table named = Table.of("measures", "Before and after", Row.class, rows);
        List<List<Value>> shown = rows.stream()
                .map(row ->
                        List.of(Value.of(row.measure()), row.before(), row.after(), change(row.before(), row.after())))
                .toList();
        return named.without("measure")
                .shownAs(new Table(named.key(), named.title(), List.of("measure", "before", "after", "change"), shown));
    }

    /** In per cent of the value before. */
    private static Value change(Value before, Value after) {
        double per = 100 * (after.asDouble() - before.asDouble()) / Math.abs(before.asDouble());
        return Double.isFinite(per)
                ? Value.of(per).shown(per == 0 ? "0 %" : String.format(Locale.ROOT, "%+.0f %%", per))
                : Value.missing("no change in per cent");
    }

    private List<Row> structure(Graph before, Graph after) {
        List<Row> rows = new ArrayList<>();
        if (!measures.contains(Group.DEGREES)) {
            rows.add(row("edges", Value.of(before.edgeCount()), Value.of(after.edgeCount())));
            rows.add(row("components", components(before), components(after)));
            rows.add(row("isolated vertices", Value.of(isolated(before)), Value.of(isolated(after))));
            rows.add(row("mean degree", Value.of(meanDegree(before)), Value.of(meanDegree(after))));
        }
        rows.add(row(
                "maximum degree",
                Value.of(before.out().maxDegree()),
                Value.of(after.out().maxDegree())));
        return rows;
    }

    private static Value components(Graph graph) {
        return Value.of(Components.of(graph).count());
    }

    private static long isolated(Graph graph) {
        Adjacency out = graph.out();
        long count = 0;
        for (int v = 0; v < graph.vertexCount(); v++) {
            count += out.degree(v) + graph.in().degree(v) == 0 ? 1 : 0;
        }
        return count;
    }

    private static double meanDegree(Graph graph) {
        double arcs = graph.directed() ? graph.edgeCount() : 2.0 * graph.edgeCount();
        return graph.vertexCount() == 0 ? 0 : arcs / graph.vertexCount();
    }

    private static Row row(String name, Value before, Value after) {
        return new Row(name.replace(' ', '_'), name, Value.none(), Value.none(), before, after);
    }

    /** Five quantiles and the mean. */
    private List<Row> vertices(SingletonTables old, SingletonTables now) {
        List<Row> rows = new ArrayList<>();
        for (int q = 0; q < Distribution.SHARES.size(); q++) {
            double share = Distribution.SHARES.get(q);
            rows.add(vertex(Distribution.SHARE_NAMES.get(q), old.quantile(share), now.quantile(share)));
        }
        if (!measures.contains(Group.WALKS)) {
            rows.add(vertex("mean", Value.of(old.mean()), Value.of(now.mean())));
        }
        return rows;
    }

    private SingletonTables singletons(Graph graph, Progress progress) {
        return SingletonTables.of(
                graph, SingletonWalkIndices.vertexPrediction(graph, network.depth(), progress.silent()));
    }

    private Row vertex(String statistic, Value before, Value after) {
        return new Row(
                "vertex_walk_index_" + statistic.replace(' ', '_'),
                "vertex walk index, " + statistic,
                Value.none(),
                Value.of(network.depth()),
                before,
                after);
    }

    private List<Row> partitions(Graph before, Graph after) {
        Target target = network.targetIn(before);
        List<Row> rows = new ArrayList<>();
        for (Partition partition : partitions) {
            VertexSet side = partition.vertices();
            VertexSet among = VertexSet.of(after.vertexCount(), side.toArray()); // the graph may have more vertices
            if (!measures.contains(Group.WALKS)) {
                rows.add(ofPartition(
                        partition,
                        "walk index",
                        Value.of(WalkIndex.of(before, side, target, network.depth())),
                        Value.of(WalkIndex.of(after, among, target, network.depth()))));
            }
            if (!measures.contains(Group.SEPARATION)) {
                SeparationAnalysis old = SeparationAnalysis.of(network.problem(before, side));
                SeparationAnalysis now = SeparationAnalysis.of(network.problem(after, among));
                if (network.depth() > 1) {
                    rows.add(ofPartition(partition, "interaction dimension", dimension(old), dimension(now)));
                }
                rows.add(ofPartition(
                        partition,
                        "ln rank from",
                        Value.of(old.lower().nats()),
                        Value.of(now.lower().nats())));
                rows.add(ofPartition(
                        partition,
                        "ln rank to",
                        Value.of(old.upper().nats()),
                        Value.of(now.upper().nats())));
            }
        }
        return rows;
    }

    private static Value dimension(SeparationAnalysis analysis) {
        return Value.of(analysis.interactionDimension().orElseThrow().value());
    }

    private Row ofPartition(Partition partition, String quantity, Value before, Value after) {
        return new Row(
                quantity.replace(' ', '_'),
                partition.name() + ": " + quantity,
                Value.of(partition.name()),
                Value.of(network.depth()),
                before,
                after);
    }

    /** A line per measure, at the network's depth. */
    private Block further(GraphInput input, Graph after, Progress progress) throws IOException {
        Graph before = input.graph();
        if (after.vertexCount() != before.vertexCount()) {
            return new Block.Note("Further measures compare graphs on the same vertices; this method adds some.");
        }
        MeasureOptions options = MeasureOptions.seeded(seed)
                .withGroups(measures)
                .withDepths(new MeasureOptions.Depths(network.depth(), network.depth()))
                .withQuestion(new MeasureOptions.Question(
                        partitions, network.targetIn(before), network.inputWidth(), network.hiddenWidth()))
                .withSubject(new MeasureOptions.Subject(
                        List.of(), input.dataset().map(NodeDataset::features).orElse(null)));
        BeforeAfter both = BeforeAfter.of(List.of(before, after), input.labels(), options, progress);
        return MeasureTables.of(both, List.of("before", "after"), before.weighted() || after.weighted())
                .main("further_measures", "Further measures before and after");
    }
}
