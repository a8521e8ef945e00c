package org.seprank.entangle;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two parts of given sizes of some sites with little correlation between them: the order of the second eigenvector of
 * the normalised weights, roughly, and random ones, each improved by swaps (B. Kernighan and S. Lin, Bell Syst. Tech.
 * J. 49, 1970); the best is taken. Among {@value #EXACT} sites or fewer the best pair is swapped each time, among more
 * the best site of one part with its best of the other. Time O(starts · passes · n²), or n³.
 */
final class BalancedSplit {
    private static final int EXACT = 64;
    private static final int POWER_STEPS = 40;
    private static final int MOST_PASSES = 20;
    private static final int PATIENCE = 200; // swaps without a new best
    private static final double LEAST_GAIN = 1e-12;

    private final Correlations weights;
    private final int[] sites;
    private final int size;
    private final boolean[] first;
    private final double[] gains; // weight across less weight within, by site
    private final boolean[] moved;

    private BalancedSplit(Correlations weights, int[] sites, int size) {
        this.weights = weights;
        this.sites = sites;
        this.size = size;
        this.first = new boolean[sites.length];
        this.gains = new double[sites.length];
        this.moved = new boolean[sites.length];
    }

    /**
     * The sites with those of the first part in front, each part ascending.
     *
     * @param sites ascending
     * @param size of the first part, in 0..sites.length
     * @param starts how many are tried, at least 1
     */
    static int[] of(Correlations weights, int[] sites, int size, int starts, SplittableRandom random) {
        BalancedSplit split = new BalancedSplit(weights, sites, size);
        boolean[] best = split.first.clone();
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            split.begin(
                    start == 0
                            ? split.spectral(random)
                            : random.doubles(sites.length).toArray());
            double cut = split.improved();
            if (cut < least - LEAST_GAIN) {
                least = cut;
                best = split.first.clone();
            }
        }
        return split.ordered(best);
    }

    /**
     * Two parts improved by swaps, as {@link #of}.
     *
     * @param parts the sites of the first part, then those of the second
     */
    static int[] improved(Correlations weights, int[] parts, int size) {
        BalancedSplit split = new BalancedSplit(weights, parts, size);
        Arrays.fill(split.first, 0, size, true);
        split.improved();
        return split.ordered(split.first);
    }

    private int[] ordered(boolean[] front) {
        int[] ordered = new int[sites.length];
        int one = 0;
        int other = size;
        for (int i = 0; i < sites.length; i++) {
            ordered[front[i] ? one++ : other++] = sites[i];
        }
        Arrays.sort(ordered, 0, size);
        Arrays.sort(ordered, size, ordered.length);
        return ordered;
    }

    /** Takes the sites of the least keys as the first part. */
    private void begin(double[] keys) {
        Integer[] order = new Integer[sites.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(keys[i], keys[j]));
        Arrays.fill(first, false);
        for (int i = 0; i < size; i++) {
            first[order[i]] = true;
        }
    }

    /** Power iteration for the second eigenvector of {@code (1 + D^-½ W D^-½) / 2}, times {@code D^-½}. */
    private double[] spectral(SplittableRandom random) {
        int n = sites.length;
        double[] roots = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int site : sites) {
                roots[i] += weights.between(sites[i], site);
            }
            total += roots[i];
            roots[i] = Math.sqrt(roots[i]);
        }
        double[] x = random.doubles(n, -1, 1).toArray();
        for (int step = 0; step < POWER_STEPS && total > 0; step++) {
            x = multiplied(x, roots, total);
        }
        for (int i = 0; i < n; i++) {
            x[i] = roots[i] > 0 ? x[i] / roots[i] : 0;
        }
        return x;
    }

    private double[] multiplied(double[] x, double[] roots, double total) {
        int n = sites.length;
        double along = 0;
        for (int i = 0; i < n; i++) {
            along += x[i] * roots[i] / total;
        }
        double[] image = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n && roots[i] > 0; j++) {
                sum += roots[j] > 0 ? weights.between(sites[i], sites[j]) * (x[j] / roots[j] - along) : 0;
            }
            image[i] = (x[i] - along * roots[i] + (roots[i] > 0 ? sum / roots[i] : 0)) / 2;
            square += image[i] * image[i];
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < n && norm > 0; i++) {
            image[i] /= norm;
        }
        return image;
    }

    /** Swaps in passes until one brings nothing; answers the weight across. */
    private double improved() {
        int n = sites.length;
        double cut = 0;
        for (int i = 0; i < n; i++) {
            gains[i] = 0;
            for (int j = 0; j < n; j++) {
                double weight = weights.between(sites[i], sites[j]);
                gains[i] += first[i] == first[j] ? -weight : weight;
                cut += first[i] && !first[j] ? weight : 0;
            }
        }
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            double gain = pass();
            cut -= gain;
            if (gain < LEAST_GAIN) {
                break;
            }
        }
        return cut;
    }

    /** A pass of Kernighan and Lin; answers by how much the weight across fell. */
    private double pass() {
        Arrays.fill(moved, false);
        int most = Math.min(size, sites.length - size);
        int[] ones = new int[most];
        int[] others = new int[most];
        double sum = 0;
        double best = 0;
        int kept = 0;
        int made = 0;
        while (made < most && made - kept < PATIENCE) {
            int one = sites.length <= EXACT ? bestOfPairs() : best(true, -1);
            int other = best(false, one);
            sum += gains[one] + gains[other] - 2 * weights.between(sites[one], sites[other]);
            swap(one, other);
            ones[made] = one;
            others[made++] = other;
            if (sum > best + LEAST_GAIN) {
                best = sum;
                kept = made;
            }
        }
        for (int k = made - 1; k >= kept; k--) {
            swap(others[k], ones[k]);
        }
        return best;
    }

    /** The unmoved site of a part that gains most, if it is swapped with {@code partner}; -1: by moving alone. */
    private int best(boolean part, int partner) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sites.length; i++) {
            if (!moved[i] && first[i] == part) {
                double gain = partner < 0 ? gains[i] : gains[i] - 2 * weights.between(sites[i], sites[partner]);
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
        }
        return best;
    }

    private int bestOfPairs() {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sites.length; i++) {
            if (!moved[i] && first[i]) {
                int other = best(false, i);
                double gain = gains[i] + gains[other] - 2 * weights.between(sites[i], sites[other]);
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Swaps a site of the first part with one of the second. */
    private void swap(int one, int other) {
        first[one] = false;
        first[other] = true;
        moved[one] = true;
        moved[other] = true;
        for (int i = 0; i < sites.length; i++) {
            double change = 2 * (weights.between(sites[i], sites[one]) - weights.between(sites[i], sites[other]));
            gains[i] += first[i] ? change : -change;
        }
        gains[one] = gainOf(one);
        gains[other] = gainOf(other);
    }

    private double gainOf(int i) {
        double gain = 0;
        for (int j = 0; j < sites.length; j++) {
            double weight = weights.between(sites[i], sites[j]);
            gain += first[i] == first[j] ? -weight : weight;
        }
        return gain;
    }
}
