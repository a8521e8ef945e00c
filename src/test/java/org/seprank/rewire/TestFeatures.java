package org.seprank.rewire;

import java.util.SplittableRandom;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;

/** Seeded features for the tests of this package. */
public final class TestFeatures {
    private TestFeatures() {}

    /** Independent normal entries. */
    public static Features normal(long seed, int n, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return DenseFeatures.over(n, columns, values);
    }

    /** Entries 0 and 1, sparse enough for rows of zeros and rows that are the same. */
    public static Features binary(long seed, int n, int columns, double share) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < share ? 1 : 0;
        }
        return DenseFeatures.over(n, columns, values).compact();
    }

    /** Given rows. */
    public static Features of(double[]... rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return DenseFeatures.over(rows.length, rows[0].length, values);
    }
}
