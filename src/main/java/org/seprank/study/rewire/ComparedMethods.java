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
import org.seprank.report.chart.BarChart;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

/** The graphs that several methods lead to, as a table and charts. */
final class ComparedMethods {
    private final List<Partition> partitions;
    private final List<Entry> entries = new ArrayList<>();

    ComparedMethods(List<Partition> partitions) {
        this.partitions = partitions;
    }

    private record Entry(String method, double seconds, State state) {}

    /**
     * A graph after edits.
     *
     * @param edits how many were made
     * @param edges how many there are
     * @param components how many there are
     * @param homophily the share of edges within a class
     * @param gap the smallest spectral gap of a component
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

    void add(String method, double seconds, State state) {
        entries.add(new Entry(method, seconds, state));
    }

    /** Whether there is nothing beside the graph as it is. */
    boolean isEmpty() {
        return entries.size() < 2;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(table()));
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
        blocks.add(durations());
        return blocks;
    }

    private Block table() {
        List<String> columns = new ArrayList<>(List.of(
                "method",
                "edits",
                "seconds",
                "edges",
                "components",
                "edge_homophily",
                "spectral_gap",
                "mean_ln_1_plus_walk_index",
                "lower_quartile",
                "minimum"));
        for (int p = 0; p < partitions.size(); p++) {
            columns.add("ln_" + partitions.get(p).name());
        }
        List<List<Value>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            State state = entry.state();
            List<Value> row = new ArrayList<>(List.of(
                    Value.of(entry.method()),
                    Value.of(state.edits()),
                    Value.of(entry.seconds()),
                    Value.of(state.edges()),
                    Value.of(state.components()),
                    state.homophily(),
                    Value.of(state.gap()),
                    Value.of(state.mean()),
                    Value.of(state.quantile(0.25)),
                    Value.of(state.quantile(0))));
            state.walks().forEach(walk -> row.add(Value.of(walk)));
            rows.add(row);
        }
        return new Table(
                "compared",
                "Methods on the same budgets; mean, quartile and minimum are of ln(1 + walk index) of each vertex for itself; seconds are of the"
                        + " largest budget",
                columns,
                rows);
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

    private Block durations() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        entries.subList(1, entries.size()).forEach(entry -> seconds.put(entry.method(), entry.seconds()));
        List<BarChart.Bar> bars =
                seconds.values().stream().map(BarChart.Bar::of).toList();
        String title = "Time of each method for the largest budget";
        return new Block.Figure(
                "seconds",
                title,
                new BarChart(
                        title,
                        Axis.linear("time").withUnit("s"),
                        List.copyOf(seconds.keySet()),
                        List.of(new BarChart.Bars("time", bars))));
    }
}
