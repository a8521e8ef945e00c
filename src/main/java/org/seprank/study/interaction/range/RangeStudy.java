package org.seprank.study.interaction.range;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.Scalar;
import org.seprank.gnn.training.InputBatch;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.GraphReview;
import org.seprank.measure.Group;
import org.seprank.measure.Measure;
import org.seprank.measure.MeasureOptions;
import org.seprank.measure.PairSample;
import org.seprank.measure.range.RangeSummary;
import org.seprank.measure.range.SampleMean;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.input.TargetTasks;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * The range of a network as blocks of an answer: the ranges themselves, the influence by hop, and by depth what walk
 * indices and bounds allow across partitions.
 *
 * @param network that is measured
 * @param question what is asked
 * @param seed of vertices, graphs and draws
 */
public record RangeStudy(Network network, RangeQuestion question, long seed) {
    private static final int GRAPHS = 16; // of a dataset of many

    /**
     * The graph that is measured.
     *
     * @param dataset where it is from
     * @param graph the graph
     * @param batch the graph with its features
     */
    public record Subject(Dataset dataset, Graph graph, GraphBatch batch) {}

    /**
     * What bounds are about.
     *
     * @param partitions across which
     * @param target of the network
     */
    public record Across(List<Partition> partitions, Target target) {
        /** Keeps the list. */
        public Across {
            partitions = List.copyOf(partitions);
        }
    }

    private record RangeRow(
            String of,
            Value layer,
            String distance,
            Value range,
            Value normalised,
            Value from,
            Value to,
            Value normalisedOverAll,
            int withoutInfluence) {}

    private record HopRow(int hop, double influence, double from, double to, Value relative) {}

    private record DepthRow(
            int depth,
            String partition,
            Value network,
            Value walks,
            double reachable,
            double lnWalkIndex,
            Value interactionDimension,
            Value lnRankFrom,
            Value lnRankTo) {}

    /** All blocks. */
    public List<Block> blocks(Subject subject, Across across, Scalar scalar, Progress progress) throws IOException {
        NetworkRange.Probe probe = new NetworkRange.Probe(network, scalar, question, seed);
        NetworkRange range = NetworkRange.of(probe, subject.graph, subject.batch, progress);
        List<Block> blocks = new ArrayList<>();
        String sample = range.vertices().size() + " of " + range.population() + " vertices";
        blocks.add(Table.of(
                "range",
                "Range of the network, of walks and of tasks at " + sample + " (95 % of the normalised ones)",
                RangeRow.class,
                range.lines().stream().map(RangeStudy::row).toList()));
        blocks.add(summary(range, subject, scalar, progress));
        if (question.perturbation() != RangeQuestion.Perturbation.HESSIAN) {
            blocks.add(Table.of(
                    "influence_by_hop",
                    "Total influence by distance, mean over " + sample + " (95 %)",
                    HopRow.class,
                    hops(range)));
        }
        blocks.add(Table.of(
                "range_by_depth",
                "Range in hops by depth beside what walk indices and bounds allow",
                DepthRow.class,
                depths(range, subject.graph, across, progress)));
        return blocks;
    }

    private static RangeRow row(NetworkRange.Line line) {
        RangeSummary range = line.range();
        SampleMean normalised = range.normalised();
        return new RangeRow(
                line.of(),
                line.layer() == 0 ? Value.none() : Value.of(line.layer()),
                line.distance(),
                value(range.range().value()),
                value(normalised.value()),
                value(normalised.lower()),
                value(normalised.upper()),
                value(range.pooled().value()),
                range.silent());
    }

    private static Value value(double number) {
        return Double.isNaN(number) ? Value.missing("no influence, or a single vertex") : Value.of(number);
    }

    private static List<HopRow> hops(NetworkRange range) {
        List<HopRow> rows = new ArrayList<>();
        for (int hop = 0; hop < range.byHop().size(); hop++) {
            SampleMean mean = range.byHop().get(hop);
            double own = range.byHop().get(0).value();
            rows.add(new HopRow(
                    hop,
                    mean.value(),
                    mean.lower(),
                    mean.upper(),
                    own > 0 ? Value.of(mean.value() / own) : Value.missing("a vertex has no influence on itself")));
        }
        return rows;
    }

    private Facts summary(NetworkRange range, Subject subject, Scalar scalar, Progress progress) throws IOException {
        SampleMean mean = range.last().normalised();
        SampleMean reachable = range.reachable().get(range.reachable().size() - 1);
        Facts facts = Facts.of("reach", "How far the network reaches: R, the mean distance of what influences a vertex")
                .add("perturbation", Value.of(question.perturbation()))
                .add("vertices", range.vertices().size())
                .add("seed", seed)
                .add("r", value(mean.value()))
                .add("from", value(mean.lower()))
                .add("to", value(mean.upper()))
                .add("reachable", reachable.value())
                .add("share_of_reachable", value(mean.value() / reachable.value()));
        if (subject.dataset instanceof GraphDataset many) {
            SampleMean overGraphs = overGraphs(many, scalar, progress);
            return facts.add("graphs", overGraphs.samples())
                    .add("r_over_graphs", value(overGraphs.value()))
                    .add("over_graphs_from", value(overGraphs.lower()))
                    .add("over_graphs_to", value(overGraphs.upper()));
        }
        return facts;
    }

    /** R of a sample of the graphs, each at a sample of its vertices; graphs without influence have none. */
    private SampleMean overGraphs(GraphDataset many, Scalar scalar, Progress progress) throws IOException {
        RangeQuestion without = new RangeQuestion(question.vertices(), question.perturbation(), TargetTasks.none());
        NetworkRange.Probe probe = new NetworkRange.Probe(network, scalar, without, seed);
        int[] drawn = PairSample.numbers(many.size(), GRAPHS, seed);
        double[] means = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            Graph graph = many.graphs().get(drawn[i]);
            boolean single = graph.vertexCount() < 2;
            GraphBatch batch = InputBatch.of(graph, many.features(drawn[i]), many.edgeFeatures(drawn[i]));
            means[i] = single
                    ? Double.NaN
                    : NetworkRange.of(probe, graph, batch, progress)
                            .last()
                            .normalised()
                            .value();
        }
        return SampleMean.of(means, many.size());
    }

    private List<DepthRow> depths(NetworkRange range, Graph graph, Across across, Progress progress) {
        int depth = Math.min(range.reachable().size(), WalkIndex.MAX_DEPTH);
        MeasureOptions options = MeasureOptions.seeded(seed)
                .withGroups(Set.of(Group.SEPARATION))
                .withDepths(new MeasureOptions.Depths(1, depth))
                .withQuestion(new MeasureOptions.Question(
                        across.partitions,
                        across.target,
                        network.fitted().inputWidth(),
                        network.spec().width()));
        GraphReview bounds = GraphReview.of(graph, Labels.missing(graph.vertexCount()), options, progress);
        List<DepthRow> rows = new ArrayList<>();
        for (Partition partition : across.partitions) {
            for (int l = 1; l <= depth; l++) {
                String at = partition.name() + ": %s, depth " + l;
                rows.add(new DepthRow(
                        l,
                        partition.name(),
                        line(range, "network", l),
                        line(range, "walks", l),
                        range.reachable().get(l - 1).value(),
                        WalkIndex.log(graph, partition.vertices(), across.target, l),
                        bound(bounds, at.replace("%s", "interaction dimension")),
                        bound(bounds, at.replace("%s", "ln rank from")),
                        bound(bounds, at.replace("%s", "ln rank to"))));
            }
        }
        return rows;
    }

    private static Value line(NetworkRange range, String of, int layer) {
        return range.lines().stream()
                .filter(line -> line.of().equals(of)
                        && line.layer() == layer
                        && line.distance().equals("hops"))
                .findFirst()
                .map(line -> value(line.range().normalised().value()))
                .orElse(Value.missing("the network has no layer of that depth"));
    }

    private static Value bound(GraphReview bounds, String name) {
        return bounds.named(name)
                .map(Measure::number)
                .map(Value::of)
                .orElse(Value.missing("not computed for this partition"));
    }
}
