package org.seprank.study.interaction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.Task;
import org.seprank.graph.VertexIds;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.DatasetSource;
import org.seprank.study.input.EditedSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.interaction.range.RangeQuestion;
import org.seprank.study.interaction.range.RangeStudy;
import org.seprank.study.train.KeptNetwork;
import org.seprank.study.train.NetworkSettings;
import org.seprank.study.train.TrainingCost;
import org.seprank.study.train.TrainingPlan;
import org.seprank.walk.Target;

/**
 * How much interaction across partitions a trained network really models: it is probed on grids of inputs whose two
 * sides come from different samples.
 *
 * @param data the dataset
 * @param network a kept network; null: the first of {@code training} is trained
 * @param training the networks and how they are trained; their number counts where there are edits
 * @param asked what is measured
 * @param partitions as on the command line; empty: those that the graph suggests
 * @param extent what is measured beside
 */
public record InteractionsStudy(
        EditedSource data,
        @Nullable Path network,
        TrainingPlan training,
        InteractionQuestion asked,
        List<String> partitions,
        Extent extent)
        implements Study {
    /**
     * What is measured beside the trained network's interaction across the partitions.
     *
     * @param graph which graph of the dataset is probed, from 1
     * @param every measure after every so many epochs; 0: only at the end
     * @param across measure on so many random partitions of growing boundaries, and correlate; 0: none
     * @param companions whether influence by hop, mixing, and smoothness and ranks by layer are reported
     * @param range what is asked about the network's range
     * @param edits train and measure again after so many edits of given lists
     * @param grid where the grids of the trained network are written; null: nowhere
     */
    public record Extent(
            int graph,
            int every,
            int across,
            boolean companions,
            RangeQuestion range,
            EditBudgets edits,
            @Nullable Path grid) {
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
        if (network != null && extent.every() > 0) {
            throw new IllegalArgumentException("--every measures while a network is trained, but --network names one");
        }
    }

    /** Of samples, resamples and partitions. */
    private long seed() {
        return data.source().seed();
    }

    @Override
    public Question question() {
        Question question = data.addTo(Question.of("interactions"));
        boolean trains = network == null || !extent.edits().isEmpty();
        question = trains
                ? training.addTo(question).with("first_seed", training.network().seed())
                : question.with("metric", training.options().stopping().watched());
        question = network == null ? question : question.with("network", network.toString());
        question = asked.addTo(question.with("partition", partitions))
                .with("graph", extent.graph())
                .with("every", extent.every())
                .with("across", extent.across())
                .with("companions", extent.companions());
        question = extent.range().addTo(question);
        return extent.edits().isEmpty()
                ? question
                : extent.edits().addTo(question).with("seeds", training.seeds());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        GridFile grids = GridFile.to(extent.grid());
        DatasetInput input = data.read();
        Dataset dataset = input.dataset();
        input.warnings().forEach(context.warnings());
        ChosenPartitions chosen = ProbedGraph.of(dataset, extent.graph() - 1).chosen(partitions, seed());
        InteractionProbe probe = InteractionProbe.of(dataset, extent.graph() - 1, asked, seed())
                .withThreads(context.threads())
                .across(chosen.partitions());
        List<EditBudgets.Prefix> edits =
                extent.edits().isEmpty() ? List.of() : extent.edits().over(input.oneGraph());
        Question question = input.resolved(question()).with("partition", chosen.names());
        List<Block.Input> inputs = input.with(extent.edits().inputs());
        inputs.addAll(extent.range().tasks().inputs());
        Document.Builder document = Document.of("interactions").add(DatasetFacts.of(dataset));
        try {
            TrainingHistory history =
                    new TrainingHistory(probe, chosen.partitions(), extent.companions(), context.progress());
            Network probed = network == null
                    ? trained(dataset, history, context)
                    : loaded(new KeptNetwork(network), dataset, inputs);
            question = resolved(question, probe, probed);
            document.add(about(dataset, probe, probed))
                    .addAll(InteractionTables.of(probe, chosen.partitions(), probed, grids, context.progress()))
                    .addAll(history.blocks());
            grids.write();
            addBeside(document, probe, probed, context);
            if (!edits.isEmpty()) {
                document.addAll(new EditedNetworks(training, fixed(probe, probed), chosen.partitions(), seed())
                        .run(dataset, edits, context));
            }
        } catch (CancellationException interrupted) {
            document.note("Interrupted before all was measured.");
        }
        boolean complete = !context.progress().cancelled();
        return new Outcome(context.provenance(question, inputs), document.build(), Verdict.of(complete));
    }

    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        DatasetInput input = data.read();
        Dataset dataset = input.dataset();
        GnnSpec spec = network == null
                ? training.network().over(dataset)
                : loaded(new KeptNetwork(network), dataset, new ArrayList<>()).spec();
        int chosen = ProbedGraph.of(dataset, extent.graph() - 1)
                .chosen(partitions, seed())
                .partitions()
                .size();
        int edited = extent.edits().isEmpty()
                ? 0
                : training.seeds() * extent.edits().over(input.oneGraph()).size();
        InteractionCost cost = new InteractionCost(dataset, spec, asked.samples(), context.threads());
        return Optional.of(estimate(Estimate.under(DatasetFacts.of(dataset)), cost, chosen, edited));
    }

    /**
     * The parts of the work.
     *
     * @param chosen number of partitions
     * @param edited number of networks that are trained on edited graphs
     */
    private Estimate estimate(Estimate estimate, InteractionCost cost, int chosen, int edited) {
        int epochs = training.options().epochs();
        double measured = chosen * cost.grid();
        estimate.add("reading and start", TrainingCost.START_SECONDS, 0);
        if (network == null) {
            estimate.add("training", cost.training(epochs), cost.bytes());
        }
        if (extent.every() > 0) {
            double times = 1 + (double) epochs / extent.every();
            estimate.add("measuring during training", times * measured, cost.bytes());
        }
        estimate.add("measuring", measured, cost.bytes());
        if (extent.across() > 0) {
            estimate.add("measuring across random partitions", extent.across() * cost.grid(), cost.bytes());
        }
        if (extent.range().vertices() > 0) {
            estimate.add("measuring the range", extent.range().vertices() * cost.influences(), cost.bytes());
        }
        return edited == 0
                ? estimate
                : estimate.add(
                        edited + " networks on edited graphs",
                        edited * (cost.training(epochs) + measured),
                        cost.bytes());
    }

    private Network trained(Dataset dataset, TrainingHistory history, Context context) throws IOException {
        return training.trained(dataset, 0, context.progress(), (network, epoch) -> {
            if (extent.every() > 0 && (epoch.number() % extent.every() == 0 || epoch.number() == 1)) {
                history.add(network, epoch);
            }
        });
    }

    private static Network loaded(KeptNetwork kept, Dataset dataset, List<Block.Input> inputs) throws IOException {
        Task task = Task.of(dataset, DatasetSource.splits(dataset).get(0));
        Network network = kept.load(false, task);
        inputs.add(kept.input());
        return network;
    }

    /** The question with what was found out of the network where nothing was said. */
    private Question resolved(Question question, InteractionProbe probe, Network network) {
        InteractionQuestion fixed = fixed(probe, network);
        Metric metric = training.options().metric(probe.probed().dataset().truth());
        return question.and(NetworkSettings.of(network.spec()))
                .with("metric", metric)
                .with("target", fixed.target())
                .with("class", fixed.ofClass());
    }

    /** The question of the vertex and the class that were found. */
    private InteractionQuestion fixed(InteractionProbe probe, Network network) {
        VertexIds ids = probe.probed().graph().ids();
        Target found = probe.target(network);
        String target = NetworkShape.GRAPH;
        if (found instanceof Target.AtVertex at) {
            target = ids.id(at.t());
        } else if (found instanceof Target.OfPair pair) {
            target = ids.id(pair.u()) + "," + ids.id(pair.v());
        }
        return asked.about(target, probe.scalar(network).ofClass());
    }

    private Facts about(Dataset dataset, InteractionProbe probe, Network network) {
        Task task = Task.of(dataset, DatasetSource.splits(dataset).get(0));
        Metric metric = training.options().metric(task.truth());
        Scalar scalar = probe.scalar(network);
        Facts facts = Facts.of("network", "Trained network")
                .add(
                        "test_" + metric.id().replace('-', '_'),
                        task.measure(metric, task.predict(network), Split.Part.TEST))
                .add("scalar", scalar instanceof Scalar.Logit ? "logit" : "margin")
                .add("class", scalar.ofClass());
        VertexIds ids = probe.probed().graph().ids();
        if (scalar.place() instanceof Scalar.AtVertex at) {
            facts = facts.add("vertex", ids.id(at.vertex()));
        } else if (scalar.place() instanceof Scalar.OfPair pair) {
            facts = facts.add("u", ids.id(pair.u())).add("v", ids.id(pair.v()));
        } else {
            facts = facts.add("graph", probe.probed().index());
        }
        return facts.add("samples", asked.samples());
    }

    private void addBeside(Document.Builder document, InteractionProbe probe, Network network, Context context)
            throws IOException {
        if (extent.across() > 0) {
            document.addAll(AcrossPartitions.measure(probe, network, extent.across(), context.progress())
                    .blocks(asked.samples(), seed()));
        }
        if (extent.companions()) {
            document.addAll(InteractionCompanions.of(probe, network));
        }
        if (extent.range().vertices() > 0) {
            ProbedGraph probed = probe.probedBy(network);
            document.addAll(new RangeStudy(network, extent.range(), seed())
                    .blocks(
                            new RangeStudy.Subject(probed.dataset(), probed.graph(), probed.batch()),
                            new RangeStudy.Across(probe.partitions(), probe.target(network)),
                            probe.scalar(network),
                            context.progress()));
        }
    }
}
