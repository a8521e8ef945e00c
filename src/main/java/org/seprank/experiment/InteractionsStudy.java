package org.seprank.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.Dataset;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.Epoch;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.TrainedNetwork;
import org.seprank.gnn.training.Trainer;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.GrownSets;
import org.seprank.graph.partition.Partition;
import org.seprank.progress.Progress;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.separation.interaction.Correlation;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.walk.Target;

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
     * @param companions whether influence by hop and smoothness by layer are reported
     */
    public record Extent(int graph, int every, int across, boolean companions) {
        /** Checks the ranges. */
        public Extent {
            if (every < 0 || across < 0) {
                throw new IllegalArgumentException("every " + every + " or across " + across + " is negative");
            }
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
     */
    public Outcome run(Dataset dataset, Optional<Path> network, Progress progress) throws IOException {
        ProbedGraph probed = ProbedGraph.of(dataset, extent.graph());
        List<Partition> chosen = ChosenPartitions.of(probed.graph(), partitions, seed);
        InteractionProbe probe = new InteractionProbe(probed, question, seed, training.threads());
        Document.Builder document = Document.of("interactions");
        List<List<Value>> history = new ArrayList<>();
        Network trained = network.isPresent()
                ? loaded(network.get(), dataset)
                : trained(dataset, new History(probe, chosen, history), progress);
        Scalar scalar = probe.scalar(trained);
        document.add(about(dataset, probed, trained, scalar));
        document.add(measured(probe, probed, chosen, trained, progress));
        document.note("Each rank is a lower bound on the separation rank of the trained function, witnessed by these"
                + " samples at the tolerance; entropies are in nats.");
        if (question.replicates() > 0) {
            document.add(intervals(probe, chosen, trained, progress));
        }
        if (!history.isEmpty()) {
            document.add(new Block.Table(
                    "training",
                    "Over training",
                    InteractionTables.columns("epoch", "loss", "validation", "test", "partition"),
                    history));
        }
        if (extent.across() > 0) {
            across(probe, probed, trained, progress).forEach(document::add);
        }
        if (extent.companions()) {
            companions(probe, probed, trained).forEach(document::add);
        }
        return new Outcome(document.build(), !progress.cancelled());
    }

    private static Network loaded(Path file, Dataset dataset) throws IOException {
        Network network = TrainedNetwork.load(file, false);
        PredictStudy.check(
                file,
                network,
                TrainStudy.task(dataset, DatasetSource.splits(dataset).get(0)));
        return network;
    }

    /** Measures while a network is trained. */
    private record History(InteractionProbe probe, List<Partition> chosen, List<List<Value>> rows) {
        void add(Network network, Epoch epoch) {
            Scalar scalar = probe.scalar(network);
            for (Partition partition : chosen) {
                InteractionMeasures measures = probe.measure(network, partition.vertices(), scalar, Progress.none())
                        .measures();
                rows.add(InteractionTables.row(
                        List.of(
                                Value.of(epoch.number()),
                                Value.of(epoch.loss()),
                                Value.of(epoch.validation()),
                                Value.of(epoch.test()),
                                Value.of(partition.name())),
                        measures));
            }
        }
    }

    private Network trained(Dataset dataset, History history, Progress progress) throws IOException {
        Task task = TrainStudy.task(dataset, DatasetSource.splits(dataset).get(0));
        GnnSpec spec = training.specFor(task, training.network().seed());
        Network network = Network.of(spec, training.options().optimizer());
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
        return Document.of("facts")
                .facts(
                        "network",
                        "Trained network",
                        "dataset",
                        Value.of(dataset.name()),
                        "sha256",
                        Value.of(dataset.contentHash()),
                        "network",
                        Value.of(network.spec().toJson()),
                        "test_" + metric.id().replace('-', '_'),
                        Value.of(task.measure(metric, task.predict(network), org.seprank.dataset.Split.Part.TEST)),
                        "scalar",
                        Value.of(kind + " of class " + scalar.ofClass() + " at " + place),
                        "samples",
                        Value.of(question.samples() + " x " + question.samples() + ", "
                                + question.source().name().toLowerCase(java.util.Locale.ROOT)),
                        "seed",
                        Value.of(seed))
                .build()
                .blocks()
                .get(0);
    }

    private Block measured(
            InteractionProbe probe, ProbedGraph probed, List<Partition> chosen, Network network, Progress progress) {
        List<List<Value>> rows = new ArrayList<>();
        Scalar scalar = probe.scalar(network);
        for (Partition partition : chosen) {
            InteractionMeasures measures = probe.measure(network, partition.vertices(), scalar, progress)
                    .measures();
            List<Value> row = new ArrayList<>(List.of(Value.of(partition.name())));
            row.addAll(InteractionTables.facts(
                    probed.graph(), partition.vertices(), probe.logWalkIndex(network, partition.vertices())));
            row.add(Value.of(measures.certainty().describe()));
            rows.add(InteractionTables.row(row, measures));
        }
        return new Block.Table(
                "interactions",
                "Interaction across each partition",
                InteractionTables.columns("partition", "size", "boundary", "ln_walk_index", "tolerance"),
                rows);
    }

    private Block intervals(InteractionProbe probe, List<Partition> chosen, Network network, Progress progress) {
        List<List<Value>> rows = new ArrayList<>();
        for (Partition partition : chosen) {
            rows.addAll(InteractionTables.intervals(
                    partition, probe.measure(network, partition.vertices(), probe.scalar(network), progress)));
        }
        return InteractionTables.intervalTable(rows);
    }

    /** Entropy against the logarithm of the walk index over random partitions. */
    private List<Block> across(InteractionProbe probe, ProbedGraph probed, Network network, Progress progress) {
        int n = probed.graph().vertexCount();
        List<VertexSet> sets = GrownSets.spread(probed.graph(), Math.max(1, n / 2), extent.across(), seed);
        Scalar scalar = probe.scalar(network);
        List<List<Value>> rows = new ArrayList<>();
        double[] walks = new double[sets.size()];
        double[] entropies = new double[sets.size()];
        double[] energies = new double[sets.size()];
        for (int i = 0; i < sets.size(); i++) {
            walks[i] = probe.logWalkIndex(network, sets.get(i));
            InteractionMeasures measures =
                    probe.measure(network, sets.get(i), scalar, progress).measures();
            entropies[i] = measures.raw().entanglementEntropy();
            energies[i] = measures.interactionEnergy();
            List<Value> row = new ArrayList<>(List.of(Value.of(i)));
            row.addAll(InteractionTables.facts(probed.graph(), sets.get(i), walks[i]));
            rows.add(InteractionTables.row(row, measures));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "across",
                "Random partitions of half the vertices, by ascending boundary",
                InteractionTables.columns("partition", "size", "boundary", "ln_walk_index"),
                rows));
        blocks.add(new Block.Table(
                "correlation",
                "Spearman correlation with ln walk index over those partitions (95 %, permutation p-value)",
                List.of("measure", "coefficient", "from", "to", "p_value", "partitions"),
                List.of(correlation("entropy", walks, entropies), correlation("interaction_energy", walks, energies))));
        return blocks;
    }

    private List<Value> correlation(String name, double[] walks, double[] measured) {
        if (walks.length < Correlation.FEWEST_SAMPLES) {
            return List.of(
                    Value.of(name),
                    Value.missing(),
                    Value.missing(),
                    Value.missing(),
                    Value.missing(),
                    Value.of(walks.length));
        }
        Correlation c = Correlation.spearman(walks, measured, Correlation.Options.withSeed(seed));
        return List.of(
                Value.of(name),
                Value.of(c.coefficient()),
                Value.of(c.lower()),
                Value.of(c.upper()),
                Value.of(c.pValue()),
                Value.of(c.samples()));
    }

    private static List<Block> companions(InteractionProbe probe, ProbedGraph probed, Network network) {
        int vertex = probe.target(network) instanceof Target.AtVertex at ? at.t() : probed.hub();
        List<Block> blocks = new ArrayList<>(InteractionCompanions.influence(probed, network, vertex));
        blocks.add(InteractionCompanions.smoothness(probed, network));
        return blocks;
    }
}
