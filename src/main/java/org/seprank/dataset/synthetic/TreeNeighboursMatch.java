package org.seprank.dataset.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.SplitSpec;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * Tree-neighbours-match (Alon and Yahav, arXiv 2006.05205), the task that shows over-squashing. Every graph is the
 * complete binary tree of depth r with root 0 and children 2v+1, 2v+2. Its 2^r leaves carry the keys 1..2^r in order
 * and a random permutation of the values 1..2^r; the root carries one of the keys. Its class is the value of the leaf
 * with that key, so all 2^r leaves must reach the root. Features, [.., 2 (2^r + 1)]: key one-hot, value one-hot, 0
 * standing for none. Split: random 80/0/20.
 *
 * @param depth r, in 1..12
 * @param count number of graphs, at least 5
 */
record TreeNeighboursMatch(int depth, int count) implements SyntheticTask {
    static final String NAME = "tree-neighbours-match";

    private static final Setting DEPTH = Setting.whole("depth", "4", 1, 12, "of the trees");
    static final List<Setting> SETTINGS =
            List.of(DEPTH, Setting.whole("count", "4000", 5, 100_000_000 >> 1, "number of graphs"));

    private static final SplitSpec SPLIT = new SplitSpec.Fractions(0.8, 0, 0.2, false);

    /** Checks the ranges. */
    public TreeNeighboursMatch {
        DEPTH.check(depth);
        Setting.check("count", count, 5, 100_000_000 >> depth);
    }

    static TreeNeighboursMatch from(Settings settings) {
        return new TreeNeighboursMatch(settings.integer("depth"), settings.integer("count"));
    }

    @Override
    public String specification() {
        return PREFIX + NAME + ",depth=" + depth + ",count=" + count;
    }

    @Override
    public GraphDataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int leaves = 1 << depth;
        int n = 2 * leaves - 1;
        int[] columns = new int[2 * n * count];
        int[] classes = new int[count];
        for (int g = 0; g < count; g++) {
            int[] values = permutation(leaves, random);
            int key = random.nextInt(leaves);
            classes[g] = values[key];
            for (int v = 0; v < n; v++) {
                int leaf = v - (leaves - 1);
                int own = v == 0 ? key + 1 : leaf >= 0 ? leaf + 1 : 0;
                columns[2 * (g * n + v)] = own;
                columns[2 * (g * n + v) + 1] = leaves + 1 + (leaf >= 0 ? values[leaf] + 1 : 0);
            }
        }
        List<Graph> graphs = new ArrayList<>(Collections.nCopies(count, tree(n)));
        Labels labels = Labels.of(classes, leaves);
        return GraphDataset.of(NAME, graphs, features(n * count, 2 * (leaves + 1), columns), labels)
                .withTargets(new int[count])
                .withProvenance(Provenance.synthetic(specification() + ",seed=" + seed))
                .withSplits(SPLIT.over(labels, List.of(), seed));
    }

    private static int[] permutation(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 1; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static Graph tree(int n) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int v = 1; v < n; v++) {
            builder.edge((v - 1) / 2, v);
        }
        return builder.build();
    }

    private static Features features(int rows, int width, int[] columns) {
        int[] offsets = new int[rows + 1];
        float[] ones = new float[columns.length];
        for (int i = 0; i <= rows; i++) {
            offsets[i] = 2 * i;
        }
        Arrays.fill(ones, 1);
        return SparseFeatures.over(rows, width, offsets, columns, ones);
    }
}
