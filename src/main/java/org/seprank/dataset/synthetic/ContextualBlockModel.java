package org.seprank.dataset.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.SplitSpec;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * The contextual stochastic block model (Deshpande, Montanari, Mossel, Sen, arXiv 1807.09596) with k classes. Vertex v
 * is of class v mod k; two vertices are joined independently, with one probability within a class and another between
 * classes, such that degrees have mean {@code degree} and a fraction {@code homophily} of the edges lies within
 * classes, both in expectation. {@code x_v = signal * u_c + z_v} with a random unit vector u_c per class and z_v
 * Gaussian of expected squared length 1. Split: stratified 60/20/20. Time O(n d + m).
 *
 * @param n vertices, at least 2 k, at most 10,000,000
 * @param classes k, at least 2
 * @param features d, in 1..65536
 * @param degree mean degree, at least 0, such that no probability exceeds 1
 * @param homophily in 0..1
 * @param signal at least 0
 */
public record ContextualBlockModel(int n, int classes, int features, double degree, double homophily, double signal)
        implements SyntheticTask {
    static final String NAME = "csbm";

    private static final int MOST_VERTICES = 10_000_000;
    private static final Setting CLASSES = Setting.whole("classes", "2", 2, 10_000, "classes");
    private static final Setting FEATURES = Setting.whole("features", "16", 1, 65_536, "features of a vertex");
    private static final Setting HOMOPHILY = Setting.real("homophily", "0.8", 0, 1, "fraction of edges in classes");
    private static final Setting SIGNAL = Setting.real("signal", "1", 0, 1e6, "length of the classes' means");
    static final List<Setting> SETTINGS = List.of(
            Setting.whole("n", "1000", 4, MOST_VERTICES, "vertices"),
            CLASSES,
            FEATURES,
            Setting.real("degree", "10", 0, MOST_VERTICES, "mean degree"),
            HOMOPHILY,
            SIGNAL);

    private static final SplitSpec SPLIT = new SplitSpec.Fractions(0.6, 0.2, 0.2, true);

    /** Checks the ranges. */
    public ContextualBlockModel {
        CLASSES.check(classes);
        Setting.check("n", n, 2.0 * classes, MOST_VERTICES);
        FEATURES.check(features);
        HOMOPHILY.check(homophily);
        SIGNAL.check(signal);
        Setting.check("degree", degree, 0, n - 1.0);
        double own = n / (double) classes;
        Setting.check("probability of an edge within a class", homophily * degree / (own - 1), 0, 1);
        Setting.check("probability of an edge between classes", (1 - homophily) * degree / (n - own), 0, 1);
    }

    static ContextualBlockModel from(Settings settings) {
        return new ContextualBlockModel(
                settings.integer("n"),
                settings.integer("classes"),
                settings.integer("features"),
                settings.real("degree"),
                settings.real("homophily"),
                settings.real("signal"));
    }

    @Override
    public String specification() {
        return PREFIX + NAME + ",n=" + n + ",classes=" + classes + ",features=" + features + ",degree=" + degree
                + ",homophily=" + homophily + ",signal=" + signal;
    }

    @Override
    public NodeDataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[n];
        for (int v = 0; v < n; v++) {
            labels[v] = v % classes;
        }
        Graph graph = graph(random.split());
        Labels known = Labels.of(labels, classes);
        NodeDataset dataset = NodeDataset.of(NAME, graph, context(random.split()), known)
                .withProvenance(Provenance.synthetic(specification() + ",seed=" + seed));
        return dataset.withSplits(SPLIT.over(known, dataset.splits(), seed));
    }

    private Graph graph(SplittableRandom random) {
        GraphBuilder builder = GraphBuilder.over(n, false);
        double own = n / (double) classes;
        double within = homophily * degree / (own - 1);
        double between = (1 - homophily) * degree / (n - own);
        for (int a = 0; a < classes; a++) {
            for (int b = a; b < classes; b++) {
                joined(builder, new int[] {a, b}, a == b ? within : between, random);
            }
        }
        return builder.build();
    }

    /** Samples the pairs (one of class a, one of class b) by the gaps between them: O(pairs drawn). */
    private void joined(GraphBuilder builder, int[] pair, double probability, SplittableRandom random) {
        long columns = ((long) n - pair[1] + classes - 1) / classes;
        long rows = ((long) n - pair[0] + classes - 1) / classes;
        long cells = rows * columns;
        double scale = Math.log1p(-probability);
        long cell = -1;
        while (probability > 0) {
            double gap = probability >= 1 ? 0 : Math.floor(Math.log1p(-random.nextDouble()) / scale);
            if (gap >= cells - cell - 1) {
                return;
            }
            cell += 1 + (long) gap;
            int u = pair[0] + classes * (int) (cell / columns);
            int v = pair[1] + classes * (int) (cell % columns);
            if (pair[0] != pair[1] || u < v) {
                builder.edge(u, v);
            }
        }
    }

    private Features context(SplittableRandom random) {
        double[][] centres = new double[classes][features];
        for (double[] centre : centres) {
            double length = 0;
            for (int j = 0; j < features; j++) {
                centre[j] = random.nextGaussian();
                length += centre[j] * centre[j];
            }
            for (int j = 0; j < features; j++) {
                centre[j] *= signal / Math.sqrt(length);
            }
        }
        float[] values = new float[Math.multiplyExact(n, features)];
        double noise = 1 / Math.sqrt(features);
        for (int k = 0; k < values.length; k++) {
            double mean = centres[k / features % classes][k % features];
            values[k] = (float) (mean + noise * random.nextGaussian());
        }
        return DenseFeatures.over(n, features, values);
    }
}
