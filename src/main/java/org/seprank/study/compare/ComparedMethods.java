package org.seprank.study.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.Distribution;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.study.Sample;

/** The graphs that several methods lead to, as a table and charts. */
final class ComparedMethods {
    private final List<Partition> partitions;
    private final int depth;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * No graph yet.
     *
     * @param partitions whose walk indices are compared
     * @param depth of walks
     */
    ComparedMethods(List<Partition> partitions, int depth) {
        this.partitions = partitions;
        this.depth = depth;
    }

    private record Row(
            String method,
            Value budget,
            Value edits,
            Value edges,
            Value components,
            Value edgeHomophily,
            Value spectralGap,
            Value mean,
            Value lowerQuartile,
            Value minimum,
            int runs) {}

    private record LogWalkIndex(
            String method, Value budget, Value edits, String partition, int depth, Value lnWalkIndex) {}

    /**
     * What a method made of the graph with a budget.
     *
     * @param method its id
     * @param budget as it was asked for; none for the graph as it is
     * @param adds whether it adds edges
     * @param states of each run
     */
    record Entry(String method, Value budget, boolean adds, List<State> states) {
        Row row() {
            return new Row(
                    method,
                    budget,
                    mean(State::edits),
                    mean(State::edges),
                    mean(State::components),
                    mean(state -> state.homophily().asDouble()),
                    mean(State::gap),
                    mean(State::mean),
                    mean(state -> state.quantile(0.25)),
                    mean(state -> state.quantile(0)),
                    states.size());
        }

        /** Over the runs; whole where all are. */
        Value mean(ToDoubleFunction<State> measured) {
            double[] values = states.stream().mapToDouble(measured).toArray();
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            boolean whole = Arrays.stream(values).allMatch(value -> value == values[0] && value == Math.rint(value));
            return whole && Double.isFinite(mean) ? Value.of((long) mean) : Value.of(mean);
        }

        Series.Point point(ToDoubleFunction<State> measured) {
            Sample sample = Sample.of(states.stream().mapToDouble(measured).toArray());
            double edits = mean(State::edits).asDouble();
            return new Series.Point(edits, mean(measured).asDouble(), sample.low(), sample.high());
        }
    }

    /**
     * A graph after edits.
     *
     * @param edits how many were made
     * @param edges how many there are
     * @param components how many there are
     * @param homophily the share of edges within a class
     * @param gap the spectral gap, 0 where the graph has fallen apart
     * @param vertexWalks ln(1 + walk index) of every vertex for itself, ascending; empty if not counted
     * @param walks ln of the walk index of every stated partition
     */
    record State(
            int edits,
            int edges,
            int components,
            Value homophily,
            double gap,
            List<Double> vertexWalks,
            List<Double> walks) {
        /** One of which only the edges are counted. */
        static State unmeasured(int edits, int edges) {
            return new State(edits, edges, 0, Value.missing(), Double.NaN, List.of(), List.of());
        }

        double quantile(double share) {
            return vertexWalks.isEmpty() ? Double.NaN : vertexWalks.get(Distribution.place(vertexWalks.size(), share));
        }

        double mean() {
            return vertexWalks.stream().mapToDouble(walk -> walk).average().orElse(Double.NaN);
        }
    }

    /** Adds the graph as it is; the first. */
    void add(State before) {
        entries.add(new Entry("(none)", Value.none(), false, List.of(before)));
    }

    /** Adds the runs of a method with one budget, in the order of seeds; a single one where no seed matters. */
    void add(String method, String budget, boolean adds, List<State> states) {
        entries.add(new Entry(method, Value.of(budget), adds, List.copyOf(states)));
    }

    /** Whether there is nothing beside the graph as it is. */
    boolean isEmpty() {
        return entries.size() < 2;
    }

    /** How many edges were edited, and nothing that takes time. */
    Block counts() {
        Table counted = table().only("method", "budget", "edits", "edges", "runs");
        return new Table(counted.key(), "Edits of methods, means over runs", counted.columns(), counted.rows());
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(table()));
        if (!partitions.isEmpty()) {
            blocks.add(walkIndices());
        }
        new ControlDifferences(entries, partitions).table().ifPresent(blocks::add);
        blocks.add(
                lines("mean-walk-index", "Mean ln(1 + walk index) of vertices", "mean ln(1 + walk index)", State::mean)
                        .ofTable("compared"));
        for (int p = 0; p < partitions.size(); p++) {
            int at = p;
            blocks.add(lines(
                    "walk-index-" + (p + 1),
                    "Walk index of " + partitions.get(p).name(),
                    "ln walk index",
                    state -> state.walks().get(at)));
        }
        blocks.add(lines("spectral-gap", "Spectral gap", "spectral gap", State::gap));
        return blocks;
    }

    private Table table() {
        return Table.of(
                "compared",
                "Methods on the same budgets, means over runs; mean, quartile and minimum are of ln(1 + walk index) of each vertex"
                        + " for itself",
                Row.class,
                entries.stream().map(Entry::row).toList());
    }

    private Table walkIndices() {
        List<LogWalkIndex> rows = new ArrayList<>();
        for (Entry entry : entries) {
            for (int p = 0; p < partitions.size(); p++) {
                int at = p;
                rows.add(new LogWalkIndex(
                        entry.method(),
                        entry.budget(),
                        entry.mean(State::edits),
                        partitions.get(p).name(),
                        depth,
                        entry.mean(state -> state.walks().get(at))));
            }
        }
        return Table.of("walk_indices", "ln of the walk index of each partition", LogWalkIndex.class, rows)
                .pivoted("partition", "ln_walk_index");
    }

    private Block.Figure lines(String key, String title, String quantity, ToDoubleFunction<State> measured) {
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        Series.Point before = entries.get(0).point(measured);
        for (Entry entry : entries.subList(1, entries.size())) {
            lines.computeIfAbsent(entry.method(), name -> new ArrayList<>(List.of(before)))
                    .add(entry.point(measured));
        }
        List<Series> series = lines.entrySet().stream()
                .map(line -> line.getKey().startsWith("random")
                        ? Series.of(line.getKey(), line.getValue()).withStyle(Series.Style.REFERENCE)
                        : Series.of(line.getKey(), line.getValue()))
                .toList();
        return new Block.Figure(key, title, new LineChart(title, Axis.linear("edits"), Axis.linear(quantity), series));
    }
}
