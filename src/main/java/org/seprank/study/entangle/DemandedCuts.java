package org.seprank.study.entangle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seprank.dataset.Labels;
import org.seprank.entangle.SampledEntanglement;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/**
 * The partitions of a graph across which data at its vertices asks most of the walks: of those that the graph suggests,
 * those of its labels, a bisection, four parts and Louvain communities, {@value #MOST_CANDIDATES} at most, the ones
 * whose quantum entanglement over walk index is at least half of the largest, {@value #MOST} at most. Across partitions
 * that no walk crosses there is nothing to protect.
 */
final class DemandedCuts {
    private static final int MOST = 4;
    private static final int MOST_CANDIDATES = 64;
    private static final double SHARE = 0.5; // of the largest ratio
    private static final int PARTS = 4;

    private final List<EntangleTables.Demand> demands; // descending by what they ask of a walk
    private final int chosen;
    private final Optional<String> note;

    private record Row(
            String partition,
            double entropy,
            Value walkIndex,
            Value entropyPerWalk,
            double lnRankFrom,
            double lnRankTo,
            boolean isProtected) {}

    private DemandedCuts(List<EntangleTables.Demand> demands, int chosen, Optional<String> note) {
        this.demands = demands;
        this.chosen = chosen;
        this.note = note;
    }

    /**
     * Finds them.
     *
     * @param data whose sites are the vertices of the graph, in their order
     * @param seed of what is found or sampled
     * @throws IllegalArgumentException if the data asks nothing of any walk
     */
    static DemandedCuts of(GraphInput input, TableInput data, NetworkShape network, long seed, Progress progress)
            throws IOException {
        SampledEntanglement.Options sampling = SampledEntanglement.Options.seeded(seed);
        List<MeasuredCut> measured = new ArrayList<>();
        new MeasuredCut.Measuring(SampledEntanglement.over(data.table(), sampling), Optional.empty(), progress)
                .measure(candidates(input, seed), measured);
        List<EntangleTables.Demand> demands = new ArrayList<>();
        for (MeasuredCut cut : measured) {
            demands.add(new EntangleTables.Demand(cut, CutCapacity.fast(input.graph(), network, cut.cut())));
        }
        demands.removeIf(demand -> !(demand.perWalk() > 0 && Double.isFinite(demand.perWalk())));
        demands.sort(Comparator.comparingDouble(EntangleTables.Demand::perWalk).reversed());
        if (demands.isEmpty()) {
            throw new IllegalArgumentException(
                    "the data is entangled across no partition that walks cross, so there is none to protect");
        }
        double least = SHARE * demands.get(0).perWalk();
        int chosen = (int) demands.stream()
                .limit(MOST)
                .filter(demand -> demand.perWalk() >= least)
                .count();
        return new DemandedCuts(demands, chosen, new EntangleTables(data, sampling).saturated(measured));
    }

    /** Partitions with different sides, whichever of the two is named. */
    private static List<SiteCut> candidates(GraphInput input, long seed) throws IOException {
        Graph graph = input.graph();
        List<List<String>> asked = new ArrayList<>(List.of(List.of()));
        Labels labels = input.labels();
        if (labels.missingCount() < labels.size() && labels.classCount() > 1) {
            asked.add(List.of("labels"));
        }
        if (graph.vertexCount() > PARTS) {
            asked.add(List.of("bisection"));
            asked.add(List.of("kway:" + PARTS));
            asked.add(List.of("louvain"));
        }
        List<SiteCut> cuts = new ArrayList<>();
        Set<VertexSet> seen = new LinkedHashSet<>();
        for (List<String> names : asked) {
            for (Partition partition :
                    ChosenPartitions.of(graph, labels, names, seed).partitions()) {
                VertexSet side = partition.vertices();
                boolean fresh = seen.add(side) && seen.add(side.complement());
                if (fresh && cuts.size() < MOST_CANDIDATES) {
                    cuts.add(new SiteCut(partition.name(), 0, side));
                }
            }
        }
        return cuts;
    }

    /** Those that are to be protected, the one that asks most first. */
    List<Partition> partitions() {
        return demands.subList(0, chosen).stream()
                .map(demand -> demand.cut().cut())
                .map(cut -> new Partition(cut.name(), cut.side()))
                .toList();
    }

    /** All that were looked at, and which are protected. */
    List<Block> blocks() {
        List<Row> rows = new ArrayList<>();
        for (EntangleTables.Demand demand : demands) {
            rows.add(new Row(
                    demand.cut().cut().name(),
                    demand.cut().entropy().mean(),
                    Value.of(demand.capacity().walkIndex()),
                    Value.of(demand.perWalk()),
                    demand.capacity().lnRankFrom(),
                    demand.capacity().lnRankTo(),
                    rows.size() < chosen));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of("demands", "What the data asks of the walks across partitions", Row.class, rows));
        EntangleTables.Demand first = demands.get(0);
        blocks.add(new Block.Note("The data asks most of the walks across "
                + first.cut().cut().name() + ", an entropy of "
                + Numbers.real(first.cut().entropy().mean()) + " over a walk index of "
                + first.capacity().walkIndex() + "; protected are " + chosen
                + " of the partitions above."));
        note.ifPresent(text -> blocks.add(new Block.Note(text)));
        return blocks;
    }
}
