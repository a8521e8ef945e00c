package org.seprank.gnn.probe;

import java.util.SplittableRandom;
import org.seprank.gnn.batch.Features;
import org.seprank.gnn.kernel.CounterRandom;

/** Normal numbers with the first two moments of every feature. */
final class GaussianSamples implements FeatureSamples {
    private final int vertices;
    private final int count;
    private final long seed;
    private final double[] means;
    private final double[] deviations;

    GaussianSamples(Features base, int count, long seed) {
        this.vertices = base.rows();
        this.count = GivenSamples.positive(count);
        this.seed = seed;
        this.means = new double[base.width()];
        this.deviations = new double[base.width()];
        moments(base);
    }

    /** Two passes: a difference of squares would lose the deviation of features far from zero. */
    private void moments(Features base) {
        double[] row = new double[base.width()];
        for (int i = 0; i < vertices; i++) {
            base.copyRow(i, row);
            for (int c = 0; c < row.length; c++) {
                means[c] += row[c];
            }
        }
        for (int c = 0; c < row.length; c++) {
            means[c] /= vertices; // at the end: a constant feature then has, with most constants, deviation 0
        }
        for (int i = 0; i < vertices; i++) {
            base.copyRow(i, row);
            for (int c = 0; c < row.length; c++) {
                deviations[c] += (row[c] - means[c]) * (row[c] - means[c]) / vertices;
            }
        }
        for (int c = 0; c < row.length; c++) {
            deviations[c] = Math.sqrt(deviations[c]);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int vertices() {
        return vertices;
    }

    @Override
    public int width() {
        return means.length;
    }

    @Override
    public Features features(int sample, int[] asked) {
        GivenSamples.in(sample, count);
        double[] entries = new double[Math.multiplyExact(asked.length, means.length)];
        for (int i = 0; i < asked.length; i++) {
            // a stream per vertex: its row must not depend on which others are asked for
            SplittableRandom random =
                    new SplittableRandom(CounterRandom.mix(seed, sample, GivenSamples.in(asked[i], vertices)));
            for (int c = 0; c < means.length; c++) {
                entries[i * means.length + c] = means[c] + deviations[c] * random.nextGaussian();
            }
        }
        return Features.dense(means.length, entries);
    }
}
