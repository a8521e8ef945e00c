package org.seprank.study.analyze;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.seprank.graph.Graph;
import org.seprank.measure.Distribution;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.separation.pair.PairNetwork;
import org.seprank.separation.pair.PairSeparation;

/** The tables of a {@link PairsStudy}. */
final class PairTables {
    private static final int SHOWN = 10;

    private final Graph graph;
    private final PairNetwork network;
    private final List<PairSeparation> separations;

    PairTables(Graph graph, PairNetwork network, List<PairSeparation> separations) {
        this.graph = graph;
        this.network = network;
        this.separations = separations;
    }

    /** Whether a pair is an edge of the graph. */
    private enum Label {
        EDGE,
        NON_EDGE
    }

    private record Row(
            String u,
            String v,
            Label label,
            Value distance,
            BigInteger walkIndex,
            Value interactionDimension,
            double lnRankFrom,
            double lnRankTo,
            Value rank,
            String lowerBound,
            String upperBound) {}

    private record Quantiles(String of, Value label, int pairs, Shares shares, double mean) {}

    private record Shares(double minimum, double lowerQuartile, double median, double upperQuartile, double maximum) {
        static Shares of(List<Double> quantiles) {
            return new Shares(quantiles.get(0), quantiles.get(1), quantiles.get(2), quantiles.get(3), quantiles.get(4));
        }
    }

    /** A row for every pair, of which people are shown the first ones. */
    Block pairs() {
        Table all = Table.of(
                "pairs",
                "Separation rank of ({u}, {v}) for the prediction of the pair, depth " + network.depth()
                        + ", input width " + network.inputWidth() + ", hidden width " + network.hiddenWidth()
                        + " (ln = natural logarithm)",
                Row.class,
                separations.stream().map(this::row).toList());
        List<List<Value>> first = all.rows().subList(0, Math.min(SHOWN, separations.size()));
        return all.shownAs(new Table(all.key(), all.title(), all.columns(), first));
    }

    private Row row(PairSeparation one) {
        return new Row(
                graph.ids().id(one.pair().u()),
                graph.ids().id(one.pair().v()),
                label(one),
                one.distance() < 0 ? Value.missing("no path") : Value.of(one.distance()),
                one.walkIndex(),
                network.depth() == 1
                        ? Value.missing("depth 1 has no layer between")
                        : Value.of(one.interactionDimension()),
                one.lower().nats(),
                one.upper().nats(),
                one.pinned()
                        ? Value.of(one.upper().rank().exact().orElseThrow())
                        : Value.missing("the bounds do not meet"),
                one.lower().name(),
                one.upper().name());
    }

    private Label label(PairSeparation one) {
        return PairChoice.linked(graph, one.pair()) ? Label.EDGE : Label.NON_EDGE;
    }

    /** How many of the pairs are edges. */
    long edges() {
        return separations.stream().filter(one -> label(one) == Label.EDGE).count();
    }

    /** What is distributed how over edges and over other pairs. */
    Block quantiles() {
        List<Quantiles> rows = new ArrayList<>();
        add(rows, "distance", one -> one.distance() < 0 ? Double.POSITIVE_INFINITY : one.distance());
        add(rows, "walk index", one -> one.walkIndex().doubleValue());
        add(rows, "ln rank from", one -> one.lower().nats());
        add(rows, "ln rank to", one -> one.upper().nats());
        return Table.of("pair_quantiles", "Over edges and over pairs without one", Quantiles.class, rows);
    }

    private void add(List<Quantiles> rows, String of, ToDoubleFunction<PairSeparation> value) {
        for (Label label : Label.values()) {
            double[] values = separations.stream()
                    .filter(one -> label(one) == label)
                    .mapToDouble(value)
                    .toArray();
            if (values.length > 0) {
                Distribution over = Distribution.of(values);
                rows.add(new Quantiles(of, Value.of(label), values.length, Shares.of(over.quantiles()), over.mean()));
            }
        }
    }
}
