package org.seprank.study.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.FittedSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedDataset;
import org.seprank.study.train.TrainStudy;
import org.seprank.work.Progress;

/**
 * How the interaction of trained networks changes with the graph that they are trained on: for each edit list and each
 * budget, networks of several seeds are trained and measured on the edited graph. Target, class, samples and partitions
 * stay those of the unedited graph.
 *
 * @param training the networks; their number of seeds counts
 * @param question what is measured, of a named vertex and class
 * @param edits edit lists by name
 * @param budgets how many edits of each list are made
 */
record BeforeAfter(
        TrainStudy training, InteractionQuestion question, Map<String, EditList> edits, List<Budget> budgets) {
    BeforeAfter {
        edits = new LinkedHashMap<>(edits);
        budgets = List.copyOf(budgets);
    }

    private record Row(
            String editsOf,
            int edits,
            String partition,
            int boundary,
            double lnWalkIndex,
            double test,
            double entropy,
            double entropyStd,
            double interactionEnergy,
            double energyStd) {}

    private record Key(String quantity, String line) {}

    /** The table and its charts. */
    List<Block> run(NodeDataset dataset, List<Partition> partitions, long seed, Progress progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<Key, List<Series.Point>> lines = new LinkedHashMap<>();
        progress.start("training on edited graphs", (long) edits.size() * budgets.size());
        int done = 0;
        for (Map.Entry<String, EditList> list : edits.entrySet()) {
            for (Budget budget : budgets) {
                int count = count(list.getKey(), list.getValue(), budget, dataset.graph());
                EditList made = list.getValue().prefix(count);
                Place place = new Place(list.getKey(), count, partitions);
                measure(EditedDataset.of(dataset, made), place, seed, rows, lines);
                progress.advanceTo(++done);
                if (progress.cancelled()) {
                    return blocks(rows, lines);
                }
            }
        }
        return blocks(rows, lines);
    }

    /**
     * Where measurements belong.
     *
     * @param list the edit list's name
     * @param edits how many were made
     * @param partitions what is measured
     */
    private record Place(String list, int edits, List<Partition> partitions) {}

    private static int count(String name, EditList list, Budget budget, Graph graph) {
        if (!list.vertices().isEmpty()) {
            throw new IllegalArgumentException(
                    name + " adds vertices, but partitions are compared on the vertices there were");
        }
        int count = budget.edits(graph.edgeCount());
        if (count > list.size()) {
            throw new IllegalArgumentException(
                    "a budget of --budgets is " + count + " edits, but " + name + " has only " + list.size());
        }
        return count;
    }

    private void measure(
            NodeDataset dataset, Place place, long seed, List<Row> rows, Map<Key, List<Series.Point>> lines)
            throws IOException {
        InteractionProbe probe = new InteractionProbe(ProbedGraph.of(dataset, 0), question, seed, training.threads());
        SummaryStatistics tests = new SummaryStatistics();
        List<SummaryStatistics> entropies = new ArrayList<>();
        List<SummaryStatistics> energies = new ArrayList<>();
        double[] walks = new double[place.partitions().size()];
        for (int p = 0; p < walks.length; p++) {
            entropies.add(new SummaryStatistics());
            energies.add(new SummaryStatistics());
        }
        for (int s = 0; s < training.seeds(); s++) {
            Network network = trained(dataset, training.network().seed() + s, tests);
            for (int p = 0; p < walks.length; p++) {
                Partition partition = place.partitions().get(p);
                InteractionMeasures measures = probe.measure(
                                network, partition.vertices(), probe.scalar(network), Progress.none())
                        .measures();
                entropies.get(p).addValue(measures.raw().entanglementEntropy());
                energies.get(p).addValue(measures.interactionEnergy());
                walks[p] = probe.logWalkIndex(network, partition.vertices());
            }
        }
        for (int p = 0; p < walks.length; p++) {
            Partition partition = place.partitions().get(p);
            rows.add(new Row(
                    place.list(),
                    place.edits(),
                    partition.name(),
                    partition.vertices().boundary(dataset.graph()).size(),
                    walks[p],
                    tests.getMean(),
                    entropies.get(p).getMean(),
                    entropies.get(p).getStandardDeviation(),
                    energies.get(p).getMean(),
                    energies.get(p).getStandardDeviation()));
            String line = place.partitions().size() == 1 ? place.list() : place.list() + ", " + partition.name();
            put(lines, new Key("entropy", line), point(place.edits(), entropies.get(p)));
            put(lines, new Key("walk-index", line), Series.Point.of(place.edits(), walks[p]));
        }
    }

    private Network trained(NodeDataset dataset, long seed, SummaryStatistics tests) throws IOException {
        Split split = DatasetSource.splits(dataset).get(0);
        Task task = TrainStudy.task(dataset, split);
        FittedSpec spec = training.network().withSeed(seed).fittedTo(task.shape());
        Network network = Network.of(spec, training.options().optimizer());
        Trainer.of(network, task, training.options()).run(Progress.none());
        Metric metric = training.options().stopping().metric();
        tests.addValue(task.measure(metric, task.predict(network), Split.Part.TEST));
        return network;
    }

    private static Series.Point point(int edits, SummaryStatistics s) {
        double spread = s.getN() > 1 ? s.getStandardDeviation() : Double.NaN;
        return new Series.Point(edits, s.getMean(), s.getMean() - spread, s.getMean() + spread);
    }

    private static void put(Map<Key, List<Series.Point>> lines, Key key, Series.Point point) {
        lines.computeIfAbsent(key, k -> new ArrayList<>()).add(point);
    }

    private List<Block> blocks(List<Row> rows, Map<Key, List<Series.Point>> lines) {
        return List.of(
                Table.of(
                        "before_after",
                        "Networks trained on edited graphs, means and deviations over " + training.seeds() + " seeds",
                        Row.class,
                        rows),
                chart("entropy", "Entanglement entropy of networks trained on edited graphs", "entropy", lines),
                chart("walk-index", "Walk index of the edited graphs", "ln walk index", lines));
    }

    private static Block chart(String quantity, String title, String name, Map<Key, List<Series.Point>> lines) {
        List<Series> series = lines.entrySet().stream()
                .filter(line -> line.getKey().quantity().equals(quantity))
                .map(line -> Series.of(line.getKey().line(), line.getValue()))
                .toList();
        Axis up = Axis.linear(name).withUnit("nats");
        return new Block.Figure(
                quantity + "-by-edits", title, new LineChart(title, Axis.linear("edits made"), up, series));
    }
}
