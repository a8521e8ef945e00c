package org.seprank.dataset.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * Parity across a cut: copies of two cliques that a path joins, where one vertex of the second clique, the target, must
 * tell the sign of the product of the features of some vertices, as many of either clique. Those are ±1, all patterns
 * equally often in each part, and the other features 0. Neither side alone tells anything of it, nor does a sum of what
 * the sides tell. A network of depth below {@code path + 2} does not see the first clique's: the walk index of the
 * partition into them and the rest is 0, and it stays at chance. Targets alone are labelled. Split: 60/20/20 of the
 * copies.
 *
 * @param size vertices of a clique, in 2..1000
 * @param path edges of the path between the cliques, in 1..1000
 * @param bits vertices of each clique whose features count, in 1..6, fewer than {@code size}
 * @param copies number of copies
 */
public record ParityCliques(int size, int path, int bits, int copies) implements SyntheticTask {
    static final String NAME = "parity-cliques";

    private static final Setting SIZE = Setting.whole("size", "4", 2, 1000, "vertices of a clique");
    private static final Setting PATH = Setting.whole("path", "1", 1, 1000, "edges of the path between the cliques");
    private static final Setting BITS = Setting.whole("bits", "1", 1, 6, "vertices of each clique that count");
    static final List<Setting> SETTINGS =
            List.of(SIZE, PATH, BITS, Setting.whole("copies", "200", 5, 10_000_000, "copies of the two cliques"));

    private static final int PARTS_OF = 5;

    /** Checks the ranges. */
    public ParityCliques {
        SIZE.check(size);
        PATH.check(path);
        BITS.check(bits);
        Setting.check("bits", bits, 1, size - 1.0);
        Setting.check("copies", copies, 5, Math.floor(5e7 / (size * (size + 1.0) + path)));
    }

    static ParityCliques from(Settings settings) {
        return new ParityCliques(
                settings.integer("size"),
                settings.integer("path"),
                settings.integer("bits"),
                settings.integer("copies"));
    }

    @Override
    public String specification() {
        return PREFIX + NAME + ",size=" + size + ",path=" + path + ",bits=" + bits + ",copies=" + copies;
    }

    /** The vertices of a copy: the first clique, the second, the inner vertices of the path. */
    public int vertices() {
        return 2 * size + path - 1;
    }

    /** The vertex of a copy that is predicted; its feature counts. */
    public int target() {
        return 2 * size - 1;
    }

    /** One copy. */
    public Graph copy() {
        GraphBuilder builder = GraphBuilder.over(vertices(), false);
        addTo(builder, 0);
        return builder.build();
    }

    private void addTo(GraphBuilder builder, int first) {
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < u; v++) {
                builder.edge(first + u, first + v);
                builder.edge(first + size + u, first + size + v);
            }
        }
        int last = first;
        for (int inner = 0; inner < path - 1; inner++) {
            builder.edge(last, first + 2 * size + inner);
            last = first + 2 * size + inner;
        }
        builder.edge(last, first + size);
    }

    @Override
    public NodeDataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = Math.multiplyExact(copies, vertices());
        GraphBuilder builder = GraphBuilder.over(n, false);
        float[] values = new float[n];
        int[] labels = new int[n];
        Arrays.fill(labels, Labels.MISSING);
        Split.Builder split = Split.over("given", n);
        int[] patterns = new int[1 << (2 * bits)];
        Arrays.setAll(patterns, i -> i);
        for (int copy = 0; copy < copies; copy++) {
            if (copy % patterns.length == 0) {
                shuffle(patterns, random);
            }
            int first = copy * vertices();
            int pattern = patterns[copy % patterns.length];
            addTo(builder, first);
            for (int bit = 0; bit < 2 * bits; bit++) {
                int end = bit < bits ? size : 2 * size;
                values[first + end - 1 - bit % bits] = ((pattern >> bit) & 1) == 1 ? 1 : -1;
            }
            labels[first + target()] = Integer.bitCount(pattern) % 2;
            split.put(part(copy / patterns.length), first + target());
        }
        return NodeDataset.of(NAME, builder.build(), DenseFeatures.over(n, 1, values), Labels.of(labels, 2))
                .withProvenance(Provenance.synthetic(specification() + ",seed=" + seed))
                .withSplits(List.of(split.build()));
    }

    /** The part of the copies of a round of all patterns. */
    private static Part part(int round) {
        return switch (round % PARTS_OF) {
            case 3 -> Part.VALIDATION;
            case 4 -> Part.TEST;
            default -> Part.TRAIN;
        };
    }

    private static void shuffle(int[] numbers, SplittableRandom random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = moved;
        }
    }
}
