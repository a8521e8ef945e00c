package org.seprank.study.interaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.seprank.dataset.Dataset;
import org.seprank.gnn.Network;
import org.seprank.gnn.Precision;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.gnn.probe.GridProbe;
import org.seprank.gnn.probe.Scalar;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.interaction.BootstrapInterval;
import org.seprank.separation.interaction.InteractionGrid;
import org.seprank.separation.interaction.InteractionMeasure;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.separation.interaction.Tolerance;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/** Measures how strongly one network mixes the two sides of partitions of one graph. */
public final class InteractionProbe {
    private static final long COLUMNS = 0x5EEDC01L; // keeps the samples of the two sides apart

    private final ProbedGraph probed;
    private final InteractionQuestion question;
    private final long seed;
    private final int threads;
    private final List<Partition> partitions;
    private final Map<Integer, Integer> hubs = new ConcurrentHashMap<>(); // by depth
    private final Map<Integer, Target.OfPair> hubPairs = new ConcurrentHashMap<>(); // by depth

    private InteractionProbe(
            ProbedGraph probed, InteractionQuestion question, long seed, int threads, List<Partition> partitions) {
        this.probed = probed;
        this.question = question;
        this.seed = seed;
        this.threads = threads;
        this.partitions = List.copyOf(partitions);
    }

    /**
     * A probe of one graph of a dataset.
     *
     * @param index which of its graphs, from 0
     * @param question what is measured
     * @param seed of samples and resamples
     * @throws IllegalArgumentException if there is no such graph
     */
    public static InteractionProbe of(Dataset dataset, int index, InteractionQuestion question, long seed) {
        return new InteractionProbe(ProbedGraph.of(dataset, index), question, seed, 1, List.of());
    }

    /** The same with so many threads; what is measured does not depend on it. */
    public InteractionProbe withThreads(int number) {
        return new InteractionProbe(probed, question, seed, number, partitions);
    }

    /** The same for these partitions, by which the vertex is chosen where none is asked for. */
    InteractionProbe across(List<Partition> others) {
        return new InteractionProbe(probed, question, seed, threads, others);
    }

    /**
     * What came of one partition.
     *
     * @param grid of values
     * @param measures of the grid
     * @param intervals by bootstrap; none if not asked for
     */
    record Measured(
            InteractionGrid grid,
            InteractionMeasures measures,
            Optional<Map<InteractionMeasure, BootstrapInterval>> intervals) {}

    /** The target: the whole graph, a vertex or a pair of them. */
    Target target(Network network) {
        Readout readout = network.spec().prediction().readout();
        if (question.target().isEmpty()) {
            return switch (readout) {
                case NONE -> Target.vertex(hub(network.spec().depth()));
                case PAIR ->
                    hubPairs.computeIfAbsent(network.spec().depth(), layers -> probed.hubPair(partitions, layers));
                default -> Target.graph();
            };
        }
        Target target = new NetworkShape(1, 1, 1, question.target()).targetIn(probed.graph());
        boolean fits = switch (readout) {
            case NONE -> target instanceof Target.AtVertex;
            case PAIR -> target instanceof Target.OfPair;
            default -> target instanceof Target.WholeGraph;
        };
        if (!fits) {
            throw new IllegalArgumentException("target '" + question.target()
                    + "' does not fit a network that predicts "
                    + (readout == Readout.NONE ? "vertices" : readout == Readout.PAIR ? "pairs, U,V" : "graphs"));
        }
        return target;
    }

    private int hub(int depth) {
        return hubs.computeIfAbsent(depth, layers -> probed.hub(partitions, layers));
    }

    /** The partitions by which the vertex is chosen. */
    List<Partition> partitions() {
        return partitions;
    }

    /** The graph that is probed, with the pair that this network is asked about, if it is asked about one. */
    ProbedGraph probedBy(Network network) {
        return target(network) instanceof Target.OfPair pair ? probed.about(pair) : probed;
    }

    /** The graph that is probed. */
    ProbedGraph probed() {
        return probed;
    }

    /** Of samples and partitions. */
    long seed() {
        return seed;
    }

    /** How many of either side. */
    int samples() {
        return question.samples();
    }

    /** Whether intervals are asked for. */
    boolean resamples() {
        return question.replicates() > 0;
    }

    /** The number of the network that is probed. */
    Scalar scalar(Network network) {
        Scalar.Place place = place(target(network));
        int c = question.ofClass() < 0 ? predicted(network, place) : question.ofClass();
        return question.scalar() == InteractionQuestion.Kind.LOGIT
                ? new Scalar.Logit(place, c)
                : new Scalar.Margin(place, c);
    }

    private static Scalar.Place place(Target target) {
        if (target instanceof Target.AtVertex at) {
            return new Scalar.AtVertex(at.t());
        }
        return target instanceof Target.OfPair pair ? new Scalar.OfPair(pair.u(), pair.v()) : new Scalar.OfGraph();
    }

    private int predicted(Network network, Scalar.Place place) {
        if (network.fitted().outputWidth() == 1) {
            return 0; // one logit speaks for two classes
        }
        int row = place instanceof Scalar.AtVertex at ? at.vertex() : 0;
        return network.output(probed.batch()).argmax(row);
    }

    /** What theory is asked of a partition, for this network's depth and target. */
    SeparationProblem problem(Network network, VertexSet inside) {
        return SeparationProblem.of(probed.graph(), inside)
                .withTarget(target(network))
                .withDepth(network.spec().depth());
    }

    /** The walk index of a partition for this network's depth and target, in nats. */
    double logWalkIndex(Network network, VertexSet inside) {
        return WalkIndex.log(
                probed.graph(), inside, target(network), network.spec().depth());
    }

    /** What the grid of values across a partition says. */
    InteractionMeasures measure(Network network, VertexSet inside, Scalar scalar, Progress progress) {
        return InteractionMeasures.of(grid(network, inside, scalar, progress), tolerance(network));
    }

    /** The same with intervals, if they are asked for. */
    Measured measureWithIntervals(Network network, VertexSet inside, Scalar scalar, Progress progress) {
        InteractionGrid grid = grid(network, inside, scalar, progress);
        Tolerance tolerance = tolerance(network);
        Optional<Map<InteractionMeasure, BootstrapInterval>> intervals = resamples()
                ? Optional.of(BootstrapInterval.of(
                        grid,
                        tolerance,
                        BootstrapInterval.Options.withSeed(seed).withReplicates(question.replicates())))
                : Optional.empty();
        return new Measured(grid, InteractionMeasures.of(grid, tolerance), intervals);
    }

    private InteractionGrid grid(Network network, VertexSet inside, Scalar scalar, Progress progress) {
        FeatureSamples rows = question.draw(probed, seed);
        FeatureSamples columns = question.draw(probed, seed ^ COLUMNS);
        return InteractionGrid.of(GridProbe.of(network, probed.batch())
                .withThreads(threads)
                .withProgress(progress)
                .grid(inside, scalar, rows, columns));
    }

    private static Tolerance tolerance(Network network) {
        return network.spec().precision() == Precision.FLOAT
                ? Tolerance.singlePrecision()
                : Tolerance.doublePrecision();
    }
}
