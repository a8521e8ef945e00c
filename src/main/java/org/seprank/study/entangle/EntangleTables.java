package org.seprank.study.entangle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.entangle.SampledEntanglement;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.study.Sample;

/**
 * The tables of an {@link EntangleStudy}.
 *
 * @param input the table
 * @param sampling how it was sampled
 */
record EntangleTables(TableInput input, SampledEntanglement.Options sampling) {
    private static final double SATURATED = 0.95;

    private record LevelRow(
            String order,
            int level,
            int cuts,
            Value entropy,
            Value standardError,
            Value largest,
            Value geometric,
            Value surrogate) {}

    private record CutRow(
            String cut,
            Value level,
            int size,
            Value entropy,
            Value standardError,
            Value geometric,
            Value surrogate,
            double most) {}

    private record CapacityRow(
            String cut,
            double entropy,
            Value walkIndex,
            Value entropyPerWalk,
            double lnRankFrom,
            double lnRankTo,
            CutCapacity.Verdict network) {}

    /**
     * A cut beside what the network can model across it.
     *
     * @param cut with the data's entanglement
     * @param capacity the network's
     */
    record Demand(MeasuredCut cut, CutCapacity capacity) {
        double perWalk() {
            return capacity.perWalk(cut.entropy().mean());
        }

        CutCapacity.Verdict verdict() {
            return capacity.carries(cut.entropy().mean());
        }
    }

    /** What was measured. */
    Facts facts(String location) {
        int samples = input.table().samples();
        Facts facts = Facts.of("table", "Table")
                .add("source", location)
                .add("samples", samples)
                .add("sites", input.table().sites().size())
                .add("sites_are", input.sites().what())
                .add("channels", input.table().channels())
                .add(
                        "axes",
                        Value.of(input.grid().lengths().stream()
                                .map(String::valueOf)
                                .toList()))
                .add("labels", input.labels())
                .add("batches", sampling.batchesOf(samples))
                .add("samples_per_batch", samplesPerBatch());
        int graphs = input.sites().graphs().size();
        return graphs == 0
                ? facts
                : facts.add("graphs", graphs).add("graphs_bounded", Math.min(graphs, CutCapacity.MOST_GRAPHS));
    }

    /** The levels of canonical partitions. */
    static Table levels(String title, List<Level> levels) {
        return Table.of(
                "levels", title, LevelRow.class, levels.stream().map(Level::row).toList());
    }

    /**
     * The canonical partitions of a level.
     *
     * @param order "given" or "rearranged"
     * @param level which
     * @param cuts one at least
     * @param whole whether one batch holds all samples
     */
    record Level(String order, int level, List<MeasuredCut> cuts, boolean whole) {
        private LevelRow row() {
            Sample entropy = MeasuredCut.entropy(cuts);
            double largest =
                    cuts.stream().mapToDouble(cut -> cut.entropy().mean()).max().orElseThrow();
            return new LevelRow(
                    order,
                    level,
                    cuts.size(),
                    Value.of(entropy.mean()),
                    MeasuredCut.standardError(entropy, whole),
                    Value.of(largest),
                    Value.of(MeasuredCut.geometric(cuts).mean()),
                    surrogate(MeasuredCut.surrogate(cuts)));
        }
    }

    /** The mean entanglement of each level, a line for each order of the sites. */
    static Block.Figure figure(List<Level> levels) {
        Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
        for (Level level : levels) {
            lines.computeIfAbsent(level.order, order -> new ArrayList<>())
                    .add(Series.Point.of(
                            level.level, MeasuredCut.entropy(level.cuts).mean()));
        }
        List<Series> series = new ArrayList<>();
        lines.forEach((order, points) -> series.add(Series.of(order + " order", points)));
        String title = "Entanglement across canonical partitions by level";
        Axis nats = Axis.linear("mean quantum entanglement").withUnit("nats");
        return new Block.Figure("levels", title, new LineChart(title, Axis.linear("level"), nats, series));
    }

    /** The measured levels of an order. */
    List<Level> byLevel(String order, List<MeasuredCut> measured) {
        List<Level> levels = new ArrayList<>();
        int last = measured.stream().mapToInt(cut -> cut.cut().level()).max().orElse(0);
        for (int level = 1; level <= last; level++) {
            int at = level;
            levels.add(new Level(
                    order,
                    level,
                    measured.stream().filter(cut -> cut.cut().level() == at).toList(),
                    whole()));
        }
        return levels;
    }

    private boolean whole() {
        return sampling.batch() >= input.table().samples();
    }

    private static Value surrogate(Optional<Double> value) {
        return value.map(Value::of).orElse(Value.missing("too many sites for their pairs"));
    }

    /** Every partition. */
    Table cuts(List<MeasuredCut> measured) {
        return Table.of(
                "cuts",
                "Entanglement across each partition, in nats",
                CutRow.class,
                measured.stream().map(this::row).toList());
    }

    private CutRow row(MeasuredCut measured) {
        SiteCut cut = measured.cut();
        Sample entropy = measured.entropy();
        return new CutRow(
                cut.name(),
                cut.level() == 0 ? Value.none() : Value.of(cut.level()),
                cut.side().size(),
                Value.of(entropy.mean()),
                MeasuredCut.standardError(entropy, whole()),
                Value.of(measured.geometric().mean()),
                surrogate(measured.surrogate()),
                most(cut));
    }

    /** The samples of each batch. */
    int samplesPerBatch() {
        return Math.min(input.table().samples(), sampling.batch());
    }

    /** ln of the largest rank that a batch can have across. */
    private double most(SiteCut cut) {
        int smaller =
                Math.min(cut.side().size(), cut.side().universe() - cut.side().size());
        return Math.min(Math.log(samplesPerBatch()), smaller * input.table().channels() * Math.log(2));
    }

    /** What is said where so few samples could hardly be more entangled; nothing where they could. */
    Optional<String> saturated(List<MeasuredCut> measured) {
        double samples = Math.log(samplesPerBatch());
        long many = measured.stream()
                .filter(cut -> most(cut.cut()) >= samples && cut.entropy().mean() > SATURATED * samples)
                .count();
        return many == 0
                ? Optional.empty()
                : Optional.of("Across " + many + (many == 1 ? " partition" : " partitions")
                        + " the entropy is as much as " + samplesPerBatch()
                        + " samples can show: it says how few they are; take more samples, or a smaller theta.");
    }

    /** The data's entanglement beside what the network can model. */
    static Table capacity(String network, List<Demand> demands) {
        return Table.of(
                "capacity",
                "What the data asks across each partition beside what a " + network + " can model",
                CapacityRow.class,
                demands.stream()
                        .map(demand -> new CapacityRow(
                                demand.cut().cut().name(),
                                demand.cut().entropy().mean(),
                                Value.of(demand.capacity().walkIndex()),
                                Value.of(demand.perWalk()),
                                demand.capacity().lnRankFrom(),
                                demand.capacity().lnRankTo(),
                                demand.verdict()))
                        .toList());
    }
}
