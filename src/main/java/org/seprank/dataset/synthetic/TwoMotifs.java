package org.seprank.dataset.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * Graphs with one of two motifs (after BA-2motifs of Luo et al., arXiv 2011.04573): a tree grown by preferential
 * attachment on n - 5 vertices, and five more that form a house (class 0: a square with a roof) or a cycle (class 1),
 * joined to the tree by one edge. The feature of a vertex is its degree one-hot, degrees from 5 on being one. Classes
 * are balanced. Split: stratified 60/20/20.
 *
 * @param n vertices per graph, in 7..10000
 * @param count number of graphs, at least 10
 */
record TwoMotifs(int n, int count) implements SyntheticTask {
    static final String NAME = "two-motifs";

    private static final Setting N = Setting.whole("n", "16", 7, 10_000, "vertices per graph");
    static final List<Setting> SETTINGS =
            List.of(N, Setting.whole("count", "100", 10, 100_000_000 / 7, "number of graphs"));

    private static final int DEGREES = 5;
    private static final int MOTIF = 5;
    private static final SplitSpec SPLIT = new SplitSpec.Fractions(0.6, 0.2, 0.2, true);

    /** Checks the ranges. */
    public TwoMotifs {
        N.check(n);
        Setting.check("count", count, 10, Math.floor(1e8 / n));
    }

    static TwoMotifs from(Settings settings) {
        return new TwoMotifs(settings.integer("n"), settings.integer("count"));
    }

    @Override
    public String specification() {
        return PREFIX + NAME + ",n=" + n + ",count=" + count;
    }

    @Override
    public GraphDataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Graph> graphs = new ArrayList<>();
        int[] classes = new int[count];
        for (int g = 0; g < count; g++) {
            classes[g] = g % 2;
            graphs.add(graph(classes[g] == 0, random));
        }
        Labels labels = Labels.of(classes, 2);
        return GraphDataset.of(NAME, graphs, degrees(graphs), labels)
                .withProvenance(Provenance.synthetic(specification() + ",seed=" + seed))
                .withSplits(SPLIT.over(labels, List.of(), seed));
    }

    private Graph graph(boolean house, SplittableRandom random) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        int tree = n - MOTIF;
        int[] ends = new int[2 * (tree - 1)]; // a vertex occurs once per edge it has: attachment by degree
        for (int v = 1; v < tree; v++) {
            int to = v == 1 ? 0 : ends[random.nextInt(2 * (v - 1))];
            ends[2 * (v - 1)] = v;
            ends[2 * (v - 1) + 1] = to;
            builder.edge(v, to);
        }
        for (int k = 0; k < MOTIF; k++) {
            builder.edge(tree + k, tree + (k + 1) % MOTIF);
        }
        if (house) {
            builder.edge(tree, tree + 2); // cuts the cycle of five into a roof and a square
        }
        builder.edge(random.nextInt(tree), tree + random.nextInt(MOTIF));
        return builder.build();
    }

    private static Features degrees(List<Graph> graphs) {
        EntryCollector entries = new EntryCollector();
        int row = 0;
        for (Graph graph : graphs) {
            for (int v = 0; v < graph.vertexCount(); v++) {
                entries.add(row++, Math.min(DEGREES, graph.out().degree(v)) - 1, 1);
            }
        }
        return entries.build(row, DEGREES);
    }
}
