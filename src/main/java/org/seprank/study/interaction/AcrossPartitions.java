package org.seprank.study.interaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Scalar;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.GrownSets;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.interaction.InteractionMeasures;
import org.seprank.work.Progress;

/**
 * The interaction of one network across random partitions, a third each of a half, a quarter and an eighth of the
 * vertices, whose boundaries are spread from small to large, beside their walk indices.
 *
 * @param rows one per partition, by ascending boundary
 */
public record AcrossPartitions(List<Row> rows) {
    private static final int[] PARTS = {2, 4, 8}; // the sets have a half, a quarter, an eighth of the vertices

    /**
     * One partition.
     *
     * @param problem I, for the network's depth and target
     * @param logWalkIndex of I, in nats
     * @param measures what was measured
     */
    public record Row(SeparationProblem problem, double logWalkIndex, InteractionMeasures measures) {
        /** The number of vertices of I. */
        public int size() {
            return problem.partition().size();
        }

        /** The number of vertices of its boundary. */
        public int boundary() {
            return problem.partition().boundary(problem.graph()).size();
        }

        /** Entanglement entropy in nats. */
        public double entropy() {
            return measures.raw().entanglementEntropy();
        }

        /** The share of the squared norm beyond the best additive-plus-product structure. */
        public double energy() {
            return measures.interactionEnergy();
        }
    }

    private record Line(int partition, int size, int boundary, double lnWalkIndex, InteractionNumbers measures) {}

    /** Keeps the order. */
    public AcrossPartitions {
        rows = List.copyOf(rows);
    }

    /**
     * Measures a network.
     *
     * @param count how many partitions; fewer where there are not so many
     */
    public static AcrossPartitions measure(InteractionProbe probe, Network network, int count, Progress progress) {
        ProbedGraph probed = probe.probed();
        Graph graph = probed.graph();
        Set<VertexSet> sets = new LinkedHashSet<>();
        for (int part = 0; part < PARTS.length; part++) {
            int size = Math.max(1, graph.vertexCount() / PARTS[part]);
            int some = count * (part + 1) / PARTS.length - count * part / PARTS.length;
            if (some > 0) {
                sets.addAll(GrownSets.spread(graph, size, some, probe.seed() + part));
            }
        }
        Scalar scalar = probe.scalar(network);
        List<Row> rows = new ArrayList<>();
        for (VertexSet set : sets) {
            rows.add(new Row(
                    probe.problem(network, set),
                    probe.logWalkIndex(network, set),
                    probe.measure(network, set, scalar, progress)));
        }
        rows.sort(Comparator.comparingInt(Row::boundary));
        return new AcrossPartitions(rows);
    }

    /** Table, scatter chart and rank correlations of what was measured with so many samples. */
    List<Block> blocks(int samples, long seed) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new Line(
                    lines.size(),
                    row.size(),
                    row.boundary(),
                    row.logWalkIndex(),
                    InteractionNumbers.of(row.measures(), samples)));
        }
        ScatterChart chart = ScatterChart.of(
                        "Entanglement entropy against walk index",
                        Axis.linear("ln walk index").withUnit("nats"),
                        Axis.linear("entropy").withUnit("nats"),
                        List.of(new ScatterChart.Group("partitions", points(Row::entropy))))
                .withFit();
        return List.of(
                Table.of(
                                "across",
                                "Random partitions of a half, a quarter and an eighth of the vertices, by ascending boundary",
                                Line.class,
                                lines)
                        .hiding(InteractionNumbers.SATURATED),
                new Block.Figure("entropy_by_walk_index", chart.title(), chart),
                Table.of(
                        "correlation",
                        "Spearman correlation with ln walk index over those partitions (95 %, permutation p-value)",
                        RankCorrelation.class,
                        List.of(
                                correlation("entropy", Row::entropy, seed),
                                correlation("interaction_energy", Row::energy, seed))));
    }

    /** Points of a scatter chart over ln walk index. */
    List<ScatterChart.Point> points(ToDoubleFunction<Row> measured) {
        return rows.stream()
                .map(row -> new ScatterChart.Point(
                        row.logWalkIndex(), measured.applyAsDouble(row), "boundary " + row.boundary()))
                .toList();
    }

    private RankCorrelation correlation(String name, ToDoubleFunction<Row> measured, long seed) {
        return RankCorrelation.of(
                name,
                rows.stream().mapToDouble(Row::logWalkIndex).toArray(),
                rows.stream().mapToDouble(measured).toArray(),
                seed);
    }
}
