package org.seprank.study.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.study.Context;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.train.TrainingPlan;
import org.seprank.work.Progress;

/**
 * How the interaction of trained networks changes with the graph that they are trained on: for each edit list and each
 * budget, networks of several seeds are trained and measured on the edited graph. Target, class, samples and partitions
 * stay those of the unedited graph.
 */
final class EditedNetworks {
    private final TrainingPlan training;
    private final InteractionQuestion question;
    private final List<Partition> partitions;
    private final long seed;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Series.Point>> entropies = new LinkedHashMap<>();
    private final Map<String, List<Series.Point>> walkIndices = new LinkedHashMap<>();

    /**
     * What is to be measured.
     *
     * @param training the networks; their number of seeds counts
     * @param question what is measured, of a named vertex and class
     * @param partitions across which
     * @param seed of samples
     */
    EditedNetworks(TrainingPlan training, InteractionQuestion question, List<Partition> partitions, long seed) {
        this.training = training;
        this.question = question;
        this.partitions = partitions;
        this.seed = seed;
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

    /** What the networks of one edited graph have across one partition. */
    private static final class Samples {
        private final SummaryStatistics entropy = new SummaryStatistics();
        private final SummaryStatistics energy = new SummaryStatistics();
        private double logWalkIndex;
    }

    /** The table and its charts; of what was done when {@code context} asks to stop. */
    List<Block> run(Dataset dataset, List<EditBudgets.Prefix> edits, Context context) throws IOException {
        Progress progress = context.progress();
        progress.start("training on edited graphs", edits.size());
        try {
            for (int i = 0; i < edits.size(); i++) {
                measure(edits.get(i), edits.get(i).over(dataset), context.silent());
                progress.advanceTo(i + 1L);
            }
        } catch (CancellationException interrupted) {
            return blocks();
        }
        return blocks();
    }

    private List<Block> blocks() {
        return List.of(
                Table.of(
                        "before_after",
                        "Networks trained on edited graphs, means and deviations over " + training.seeds() + " seeds",
                        Row.class,
                        rows),
                chart(
                        "entropy_by_edits",
                        "Entanglement entropy of networks trained on edited graphs",
                        "entropy",
                        entropies),
                chart("walk_index_by_edits", "Walk index of the edited graphs", "ln walk index", walkIndices));
    }

    private void measure(EditBudgets.Prefix made, Dataset dataset, Context context) throws IOException {
        InteractionProbe probe = InteractionProbe.of(dataset, 0, question, seed).withThreads(context.threads());
        SummaryStatistics tests = new SummaryStatistics();
        List<Samples> samples =
                partitions.stream().map(partition -> new Samples()).toList();
        for (int s = 0; s < training.seeds(); s++) {
            Network network = training.trained(dataset, s, context.progress());
            tests.addValue(test(dataset, network));
            for (int p = 0; p < samples.size(); p++) {
                add(samples.get(p), probe, network, partitions.get(p), context.progress());
            }
        }
        for (int p = 0; p < samples.size(); p++) {
            report(made, probe.probed().graph(), partitions.get(p), samples.get(p), tests.getMean());
        }
    }

    private static void add(
            Samples samples, InteractionProbe probe, Network network, Partition partition, Progress progress) {
        InteractionMeasures measures = probe.measure(network, partition.vertices(), probe.scalar(network), progress);
        samples.entropy.addValue(measures.raw().entanglementEntropy());
        samples.energy.addValue(measures.interactionEnergy());
        samples.logWalkIndex = probe.logWalkIndex(network, partition.vertices());
    }

    private double test(Dataset dataset, Network network) {
        Task task = Task.of(dataset, DatasetSource.splits(dataset).get(0));
        Metric metric = training.options().metric(dataset.truth());
        return task.measure(metric, task.predict(network), Split.Part.TEST);
    }

    private void report(EditBudgets.Prefix made, Graph graph, Partition partition, Samples samples, double test) {
        rows.add(new Row(
                made.list(),
                made.count(),
                partition.name(),
                partition.vertices().boundary(graph).size(),
                samples.logWalkIndex,
                test,
                samples.entropy.getMean(),
                samples.entropy.getStandardDeviation(),
                samples.energy.getMean(),
                samples.energy.getStandardDeviation()));
        String line = partitions.size() == 1 ? made.list() : made.list() + ", " + partition.name();
        put(entropies, line, point(made.count(), samples.entropy));
        put(walkIndices, line, Series.Point.of(made.count(), samples.logWalkIndex));
    }

    private static Series.Point point(int edits, SummaryStatistics s) {
        double spread = s.getN() > 1 ? s.getStandardDeviation() : Double.NaN;
        return new Series.Point(edits, s.getMean(), s.getMean() - spread, s.getMean() + spread);
    }

    private static void put(Map<String, List<Series.Point>> lines, String line, Series.Point point) {
        lines.computeIfAbsent(line, k -> new ArrayList<>()).add(point);
    }

    private static Block chart(String key, String title, String name, Map<String, List<Series.Point>> lines) {
        List<Series> series = lines.entrySet().stream()
                .map(line -> Series.of(line.getKey(), line.getValue()))
                .toList();
        Axis up = Axis.linear(name).withUnit("nats");
        return new Block.Figure(key, title, new LineChart(title, Axis.linear("edits made"), up, series));
    }
}
