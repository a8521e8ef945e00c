package org.seprank.study.interaction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.TrainedNetwork;
import org.seprank.gnn.training.Trainer;
import org.seprank.graph.partition.Partition;
import org.seprank.rank.Certainty;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditList;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.study.Outcome;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.train.PredictStudy;
import org.seprank.study.train.TrainStudy;
import org.seprank.walk.Target;
import org.seprank.work.Progress;

/**
 * How much interaction across partitions a trained network really models: it is probed on grids of inputs whose two
 * sides come from different samples.
 *
 * @param training the network and how it is trained, where none is given
 * @param question what is measured
 * @param partitions as on the command line; empty: those that the graph suggests
 * @param extent what is measured beside
 * @param seed of samples, resamples and partitions
 */
public record InteractionsStudy(
        TrainStudy training, InteractionQuestion question, List<String> partitions, Extent extent, long seed) {
    /**
     * What is measured beside the trained network's interaction across the partitions.
     *
     * @param graph which graph of the dataset is probed
     * @param every measure after every so many epochs; 0: only at the end
     * @param across measure on so many random partitions of growing boundaries, and correlate; 0: none
     * @param companions whether influence by hop, mixing and smoothness by layer are reported
     * @param budgets train and measure again after so many edits of given lists
     */
    public record Extent(int graph, int every, int across, boolean companions, List<Budget> budgets) {
        /** Checks the ranges. */
        public Extent {
            if (every < 0 || across < 0) {
                throw new IllegalArgumentException("every " + every + " or across " + across + " is negative");
            }
            budgets = List.copyOf(budgets);
        }
    }

    /** Keeps the list. */
    public InteractionsStudy {
        partitions = List.copyOf(partitions);
    }

    /**
     * Trains, or loads, and measures.
     *
     * @param network a kept network instead of training one
     * @param edits lists of edits of the dataset's graph by name, for the budgets
     */
    public Outcome run(Dataset dataset, Optional<Path> network, Map<String, EditList> edits, Progress progress)
            throws IOException {
        ProbedGraph probed = ProbedGraph.of(dataset, extent.graph());
        List<Partition> chosen =
                ChosenPartitions.of(probed.graph(), partitions, seed).partitions();
        InteractionProbe probe = new InteractionProbe(probed, question, seed, training.threads());
        Document.Builder document = Document.of("interactions");
        TrainingHistory history = new TrainingHistory(probe, chosen);
        Network trained = network.isPresent() ? loaded(network.get(), dataset) : trained(dataset, history, progress);
        Scalar scalar = probe.scalar(trained);
        document.add(about(dataset, probed, trained, scalar));
        document.add(measured(probe, probed, chosen, trained, progress));
        document.note("Each rank is a lower bound on the separation rank of the trained function, witnessed by these"
                + " samples at the tolerance; entropies are in nats.");
        if (question.replicates() > 0) {
            document.add(intervals(probe, chosen, trained, progress));
        }
        history.blocks().forEach(document::add);
        if (extent.across() > 0) {
            AcrossPartitions.measure(probe, trained, extent.across(), progress)
                    .blocks(seed)
                    .forEach(document::add);
        }
        if (extent.companions()) {
            companions(probe, probed, trained).forEach(document::add);
        }
        if (!edits.isEmpty() && dataset instanceof NodeDataset nodes) {
            String target = scalar.place() instanceof Scalar.AtVertex at
                    ? probed.graph().ids().id(at.vertex())
                    : "graph";
            new BeforeAfter(training, question.about(target, scalar.ofClass()), edits, extent.budgets())
                    .run(nodes, chosen, seed, progress)
                    .forEach(document::add);
        }
        return Outcome.of(document.build(), !progress.cancelled());
    }

    /** Trains a network and only measures it across random partitions. */
    public AcrossPartitions across(Dataset dataset, Progress progress) throws IOException {
        ProbedGraph probed = ProbedGraph.of(dataset, extent.graph());
        InteractionProbe probe = new InteractionProbe(probed, question, seed, training.threads());
        Network trained = trained(dataset, new TrainingHistory(probe, List.of()), progress);
        return AcrossPartitions.measure(probe, trained, extent.across(), progress);
    }

    private static Network loaded(Path file, Dataset dataset) throws IOException {
        Network network = TrainedNetwork.load(file, false);
        PredictStudy.check(
                file,
                network,
                TrainStudy.task(dataset, DatasetSource.splits(dataset).get(0)));
        return network;
    }

    private Network trained(Dataset dataset, TrainingHistory history, Progress progress) throws IOException {
        Task task = TrainStudy.task(dataset, DatasetSource.splits(dataset).get(0));
        Network network = Network.of(
                training.network().fittedTo(task.shape()), training.options().optimizer());
        Trainer.of(network, task, training.options()).run(progress, epoch -> {
            if (extent.every() > 0 && (epoch.number() % extent.every() == 0 || epoch.number() == 1)) {
                history.add(network, epoch);
            }
        });
        return network;
    }

    private Block about(Dataset dataset, ProbedGraph probed, Network network, Scalar scalar) {
        Task task = TrainStudy.task(dataset, DatasetSource.splits(dataset).get(0));
        Metric metric = training.options().stopping().metric();
        String place = scalar.place() instanceof Scalar.AtVertex at
                ? "vertex " + probed.graph().ids().id(at.vertex())
                : "graph " + probed.index();
        String kind = scalar instanceof Scalar.Logit ? "logit" : "margin";
        return Facts.of("network", "Trained network")
                .add("dataset", dataset.name())
                .add("sha256", dataset.contentHash())
                .add("network", network.fitted().toJson())
                .add(
                        "test_" + metric.id().replace('-', '_'),
                        task.measure(metric, task.predict(network), org.seprank.dataset.Split.Part.TEST))
                .add("scalar", kind + " of class " + scalar.ofClass() + " at " + place)
                .add(
                        "samples",
                        Value.of(question.samples())
                                .shown(question.samples() + " x " + question.samples() + ", "
                                        + Value.of(question.source()).text()))
                .add("seed", seed);
    }

    private record Row(
            String partition, InteractionTables.Side side, Value tolerance, InteractionTables.Numbers numbers) {}

    private Block measured(
            InteractionProbe probe, ProbedGraph probed, List<Partition> chosen, Network network, Progress progress) {
        List<Row> rows = new ArrayList<>();
        Scalar scalar = probe.scalar(network);
        for (Partition partition : chosen) {
            InteractionMeasures measures = probe.measure(network, partition.vertices(), scalar, progress)
                    .measures();
            double walks = probe.logWalkIndex(network, partition.vertices());
            rows.add(new Row(
                    partition.name(),
                    InteractionTables.Side.of(probed.graph(), partition.vertices(), walks),
                    tolerance(measures.certainty()),
                    InteractionTables.Numbers.of(measures)));
        }
        return Table.of("interactions", "Interaction across each partition", Row.class, rows);
    }

    private static Value tolerance(Certainty certainty) {
        Value tolerance = certainty instanceof Certainty.Numerical numerical
                ? Value.of(numerical.tolerance())
                : Value.missing(certainty.id());
        return tolerance.shown(certainty.describe());
    }

    private Block intervals(InteractionProbe probe, List<Partition> chosen, Network network, Progress progress) {
        return InteractionTables.intervalTable(chosen.stream()
                .flatMap(partition -> InteractionTables.intervals(
                        partition, probe.measure(network, partition.vertices(), probe.scalar(network), progress)))
                .toList());
    }

    private static List<Block> companions(InteractionProbe probe, ProbedGraph probed, Network network) {
        int vertex = probe.target(network) instanceof Target.AtVertex at ? at.t() : probed.hub();
        List<Block> blocks = new ArrayList<>(InteractionCompanions.influence(probed, network, vertex));
        blocks.add(InteractionCompanions.mixing(probed, network, vertex, probe.scalar(network)));
        blocks.add(InteractionCompanions.smoothness(probed, network));
        return blocks;
    }
}
