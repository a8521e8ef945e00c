package org.seprank.gnn.probe;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.gnn.batch.Features;
import org.seprank.gnn.kernel.CounterRandom;

/** Rows of one matrix in random places. */
final class PermutedSamples implements FeatureSamples {
    private final Features base;
    private final int count;
    private final long seed;

    PermutedSamples(Features base, int count, long seed) {
        this.base = base;
        this.count = GivenSamples.positive(count);
        this.seed = seed;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int vertices() {
        return base.rows();
    }

    @Override
    public int width() {
        return base.width();
    }

    @Override
    public Features features(int sample, int[] vertices) {
        SplittableRandom random = new SplittableRandom(CounterRandom.mix(seed, GivenSamples.in(sample, count)));
        int[] row = new int[base.rows()];
        Arrays.setAll(row, v -> v);
        for (int v = row.length - 1; v > 0; v--) {
            int w = random.nextInt(v + 1);
            int kept = row[v];
            row[v] = row[w];
            row[w] = kept;
        }
        return base.select(Arrays.stream(vertices).map(v -> row[v]).toArray());
    }
}
