package org.seprank.dataset.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.SplitSpec;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * Ring transfer (Bodnar et al., arXiv 2106.12575; Di Giovanni et al., arXiv 2302.02941): every graph is the cycle on n
 * vertices; vertex 0, whose features are zero, must tell the class that the opposite vertex n/2 carries one-hot. All
 * other vertices carry ones. A network of depth below n/2 cannot. Classes are balanced. Split: stratified 60/20/20.
 *
 * @param n length of the ring, in 3..100000
 * @param classes k = number of features, in 2..1000
 * @param count number of graphs, at least k
 */
record RingTransfer(int n, int classes, int count) implements SyntheticTask {
    static final String NAME = "ring-transfer";

    private static final Setting N = Setting.whole("n", "10", 3, 100_000, "length of the ring");
    private static final Setting CLASSES = Setting.whole("classes", "5", 2, 1000, "classes and features");
    static final List<Setting> SETTINGS =
            List.of(N, CLASSES, Setting.whole("count", "2000", 2, 100_000_000, "number of graphs"));

    private static final SplitSpec SPLIT = new SplitSpec.Fractions(0.6, 0.2, 0.2, true);

    /** Checks the ranges. */
    public RingTransfer {
        N.check(n);
        CLASSES.check(classes);
        Setting.check("count", count, classes, 500_000_000.0 / n / classes);
    }

    static RingTransfer from(Settings settings) {
        return new RingTransfer(settings.integer("n"), settings.integer("classes"), settings.integer("count"));
    }

    @Override
    public String specification() {
        return PREFIX + NAME + ",n=" + n + ",classes=" + classes + ",count=" + count;
    }

    @Override
    public GraphDataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[count];
        for (int g = 1; g < count; g++) {
            int j = random.nextInt(g + 1);
            labels[g] = labels[j];
            labels[j] = g % classes;
        }
        float[] values = new float[Math.multiplyExact(count * n, classes)];
        Arrays.fill(values, 1);
        for (int g = 0; g < count; g++) {
            int ring = g * n * classes;
            Arrays.fill(values, ring, ring + classes, 0);
            int opposite = ring + n / 2 * classes;
            Arrays.fill(values, opposite, opposite + classes, 0);
            values[opposite + labels[g]] = 1;
        }
        Labels known = Labels.of(labels, classes);
        return GraphDataset.of(
                        NAME,
                        new ArrayList<>(Collections.nCopies(count, ring())),
                        DenseFeatures.over(count * n, classes, values),
                        known)
                .withTargets(new int[count])
                .withProvenance(Provenance.synthetic(specification() + ",seed=" + seed))
                .withSplits(SPLIT.over(known, List.of(), seed));
    }

    private Graph ring() {
        GraphBuilder builder = GraphBuilder.over(n, false);
        for (int v = 0; v < n; v++) {
            builder.edge(v, (v + 1) % n);
        }
        return builder.build();
    }
}
