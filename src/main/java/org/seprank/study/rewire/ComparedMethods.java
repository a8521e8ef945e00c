package org.seprank.study.rewire;

import java.util.ArrayList;
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
            int edits,
            int edges,
            int components,
            Value edgeHomophily,
            double spectralGap,
            double mean,
            double lowerQuartile,
            double minimum) {}

    private record LogWalkIndex(String method, int edits, String partition, int depth, double lnWalkIndex) {}

    private record Entry(String method, State state) {
        Row row() {
            return new Row(
                    method,
                    state.edits(),
                    state.edges(),
                    state.components(),
                    state.homophily(),
                    state.gap(),
                    state.mean(),
                    state.quantile(0.25),
                    state.quantile(0));
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
        double quantile(double share) {
            return vertexWalks.isEmpty() ? Double.NaN : vertexWalks.get(Distribution.place(vertexWalks.size(), share));
        }

        double mean() {
            return vertexWalks.stream().mapToDouble(walk -> walk).average().orElse(Double.NaN);
        }
    }

    void add(String method, State state) {
        entries.add(new Entry(method, state));
    }

    /** Whether there is nothing beside the graph as it is. */
    boolean isEmpty() {
        return entries.size() < 2;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(table()));
        if (!partitions.isEmpty()) {
            blocks.add(walkIndices());
        }
        blocks.add(lines(
                "mean-walk-index", "Mean ln(1 + walk index) of vertices", "mean ln(1 + walk index)", State::mean));
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
                "Methods on the same budgets; mean, quartile and minimum are of ln(1 + walk index) of each vertex for itself",
                Row.class,
                entries.stream().map(Entry::row).toList());
    }

    private Table walkIndices() {
        List<LogWalkIndex> rows = new ArrayList<>();
        for (Entry entry : entries) {
            for (int p = 0; p < partitions.size(); p++) {
                rows.add(new LogWalkIndex(
                        entry.method(),
                        entry.state().edits(),
                        partitions.get(p).name(),
                        depth,
                        entry.state().walks().get(p)));
            }
        }
        return Table.of("walk_indices", "ln of the walk index of each partition", LogWalkIndex.class, rows)
                .pivoted("partition", "ln_walk_index");
    }

    private Block lines(String key, String title, String quantity, ToDoubleFunction<State> measured) {
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        State before = entries.get(0).state();
        for (Entry entry : entries.subList(1, entries.size())) {
            lines.computeIfAbsent(
                            entry.method(),
                            name -> new ArrayList<>(List.of(Series.Point.of(0, measured.applyAsDouble(before)))))
                    .add(Series.Point.of(entry.state().edits(), measured.applyAsDouble(entry.state())));
        }
        List<Series> series = lines.entrySet().stream()
                .map(line -> line.getKey().startsWith("random")
                        ? Series.of(line.getKey(), line.getValue()).withStyle(Series.Style.REFERENCE)
                        : Series.of(line.getKey(), line.getValue()))
                .toList();
        return new Block.Figure(key, title, new LineChart(title, Axis.linear("edits"), Axis.linear(quantity), series));
    }
}
