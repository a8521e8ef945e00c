package org.seprank.dataset;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Split.Part;

/**
 * The split that code in Python makes of {@code numpy.random.seed(seed); order = numpy.random.permutation(n)}: the
 * first {@code int(train * n)} are for training, the next {@code int(validation * n)} for validation, and the rest, or
 * {@code int(test * n)} of it where the fractions do not add up to 1, for test. Items without a label are permuted too.
 *
 * @param train at least 0
 * @param validation at least 0
 * @param test at least 0; the three add up to at most 1
 * @param ownSeed in 0..2^31-1; null: that of the command
 */
record NumpySplit(
        double train,
        double validation,
        double test,
        @Nullable Long ownSeed) implements SplitSpec {
    private static final double ROUNDING = 1e-9;

    /** Checks the ranges. */
    NumpySplit {
        double sum = train + validation + test;
        if (!(train >= 0 && validation >= 0 && test >= 0 && sum > 0 && sum <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "fractions " + train + "/" + validation + "/" + test + " are not at least 0 with a sum in (0, 1]");
        }
        if (ownSeed != null) {
            check(ownSeed);
        }
    }

    private static long check(long seed) {
        if (seed < 0 || seed > NumpyPermutation.MOST_SEED) {
            throw new IllegalArgumentException(
                    "seed " + seed + " of a split by NumPy is not in 0.." + NumpyPermutation.MOST_SEED);
        }
        return seed;
    }

    @Override
    public List<Split> over(Labels labels, List<Split> given, long seed) {
        long used = ownSeed == null ? check(seed) : ownSeed;
        int n = labels.size();
        int[] order = NumpyPermutation.of(n, used);
        int a = (int) (train * n);
        int b = a + (int) (validation * n);
        boolean whole = train + validation + test >= 1 - ROUNDING;
        int c = whole ? n : Math.min(n, b + (int) (test * n));
        Split split = Split.over("numpy " + train + "/" + validation + "/" + test + " seed " + used, n)
                .put(Part.TRAIN, Arrays.copyOfRange(order, 0, a))
                .put(Part.VALIDATION, Arrays.copyOfRange(order, a, b))
                .put(Part.TEST, Arrays.copyOfRange(order, b, c))
                .build();
        return List.of(split);
    }
}
