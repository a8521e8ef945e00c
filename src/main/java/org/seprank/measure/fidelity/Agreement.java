package org.seprank.measure.fidelity;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** How well two lists of numbers of the same vertices, or two groupings of them, agree. */
public final class Agreement {
    /** Scores closer than this, relative to the largest, tie: rounding does not rank vertices. */
    private static final double TIE = 1e-9;

    private Agreement() {}

    /**
     * Spearman's correlation of two scores, ties with mean ranks; NaN where one is constant or there are fewer than two
     * vertices. Time O(n log n).
     */
    public static double spearman(double[] x, double[] y) {
        return x.length < 2 ? Double.NaN : new SpearmansCorrelation().correlation(rounded(x), rounded(y));
    }

    /**
     * The share of the k vertices with the largest x that are among the k with the largest y. Of vertices that tie for
     * the last places each has an equal part of them, so that the numbering of vertices decides nothing: {@code Σ_v
     * min(a_v, b_v) / k} for parts a and b. NaN without vertices.
     */
    public static double topOverlap(double[] x, double[] y, int k) {
        double[] a = parts(rounded(x), k);
        double[] b = parts(rounded(y), k);
        double common = 0;
        for (int v = 0; v < a.length; v++) {
            common += Math.min(a[v], b[v]);
        }
        return common / Math.min(k, a.length);
    }

    private static double[] rounded(double[] x) {
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
        return Arrays.stream(x)
                .map(value -> largest > 0 ? Math.rint(value / largest / TIE) : 0)
                .toArray();
    }

    private static double[] parts(double[] x, int k) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        if (k >= x.length) {
            return Arrays.stream(x).map(value -> 1).toArray();
        }
        double least = sorted[x.length - k]; // of the places
        long above = Arrays.stream(x).filter(value -> value > least).count();
        long tied = Arrays.stream(x).filter(value -> value == least).count();
        double share = (k - above) / (double) tied;
        return Arrays.stream(x)
                .map(value -> value > least ? 1 : value == least ? share : 0)
                .toArray();
    }

    /**
     * The adjusted Rand index of two groupings (L. Hubert and P. Arabie, J. Classif. 2, 1985): 1 for the same groups, 0
     * in expectation for random ones of the same sizes. 1 where both are one group, or both all single vertices. Time
     * O(n log n).
     */
    public static double adjustedRand(int[] x, int[] y) {
        Map<Integer, Map<Integer, Integer>> both = new TreeMap<>();
        Map<Integer, Integer> rows = new TreeMap<>();
        Map<Integer, Integer> columns = new TreeMap<>();
        for (int v = 0; v < x.length; v++) {
            both.computeIfAbsent(x[v], row -> new TreeMap<>()).merge(y[v], 1, Integer::sum);
            rows.merge(x[v], 1, Integer::sum);
            columns.merge(y[v], 1, Integer::sum);
        }
        double together = both.values().stream().mapToDouble(Agreement::pairs).sum();
        double inRows = pairs(rows);
        double inColumns = pairs(columns);
        double expected = inRows * inColumns / (x.length * (x.length - 1.0) / 2);
        double most = (inRows + inColumns) / 2;
        return most == expected || x.length < 2 ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(Map<Integer, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    /**
     * The distance of Kolmogorov and Smirnov between the distributions of two lists of numbers, in 0..1; NaN if one is
     * empty. Time O(n log n).
     */
    public static double kolmogorovSmirnov(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Double.NaN;
        }
        double[] a = x.clone();
        double[] b = y.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == at) {
                i++;
            }
            while (j < b.length && b[j] == at) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        return largest;
    }
}
