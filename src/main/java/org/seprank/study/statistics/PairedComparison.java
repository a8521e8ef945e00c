package org.seprank.study.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;

/**
 * Two methods on the same seeds: the mean difference, and two-sided p-values of no difference by the paired t test and
 * by the signed-rank test of Wilcoxon (1945), whose p-value is exact given the ranks, equal magnitudes sharing theirs
 * and differences of 0 left out. There is no p-value where the pairs cannot give one: the t test needs
 * {@value #FEWEST_FOR_T} pairs whose differences are not all equal, and Wilcoxon's, whose least p-value is 2^(1-n),
 * {@value #FEWEST_FOR_WILCOXON}, the fewest that can come below 0.05. Time O(n^3) for n pairs.
 *
 * @param pairs how many seeds both have a number for
 * @param meanDifference of the first less the second; NaN without pairs
 * @param tPValue a number, or missing with the reason
 * @param wilcoxonPValue a number, or missing with the reason and the least p-value that there can be
 */
public record PairedComparison(int pairs, double meanDifference, Value tPValue, Value wilcoxonPValue) {
    /** The fewest pairs that the t test takes. */
    public static final int FEWEST_FOR_T = 3;
    /** The fewest pairs that Wilcoxon's test takes. */
    public static final int FEWEST_FOR_WILCOXON = 6;

    private static final double GRAIN = 1e12; // accuracies are rounded fractions: what is less is no difference

    /**
     * Compares.
     *
     * @param first a number per seed, NaN where there is none
     * @param second the same for the other method
     * @throws IllegalArgumentException if there are not as many
     */
    public static PairedComparison of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " numbers are no pairs");
        }
        double[] all = new double[first.length];
        Arrays.setAll(all, i -> Math.rint((first[i] - second[i]) * GRAIN) / GRAIN);
        double[] differences = Arrays.stream(all).filter(d -> !Double.isNaN(d)).toArray();
        int n = differences.length;
        return new PairedComparison(
                n, n == 0 ? Double.NaN : StatUtils.mean(differences), tTest(differences), signedRanks(differences));
    }

    /** The least p-value that the signed-rank test of so many pairs can have, {@code 2^(1-n)}; 1 without pairs. */
    public double leastPValue() {
        return Math.min(1, Math.scalb(1.0, 1 - pairs));
    }

    private static Value tTest(double[] differences) {
        if (differences.length < FEWEST_FOR_T) {
            return missing("too few pairs");
        }
        boolean equal = Arrays.stream(differences).allMatch(d -> d == differences[0]);
        return equal ? missing("all differences are equal") : Value.of(new TTest().tTest(0, differences));
    }

    private static Value signedRanks(double[] differences) {
        int n = differences.length;
        if (n >= FEWEST_FOR_WILCOXON) {
            return Value.of(wilcoxon(differences));
        }
        return missing("too few pairs" + (n == 0 ? "" : " (p >= " + Numbers.plain(Math.scalb(1.0, 1 - n)) + ")"));
    }

    private static Value missing(String reason) {
        return Value.missing(reason).shown(reason);
    }

    private static double wilcoxon(double[] differences) {
        double[] some = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (some.length == 0) {
            return 1;
        }
        double[] magnitudes = Arrays.stream(some).map(Math::abs).toArray();
        // doubled, shared ranks are whole numbers
        int[] ranks = Arrays.stream(new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(magnitudes))
                .mapToInt(rank -> (int) Math.round(2 * rank))
                .toArray();
        int positive = 0;
        for (int i = 0; i < some.length; i++) {
            positive += some[i] > 0 ? ranks[i] : 0;
        }
        double[] probability = signedRankSums(ranks);
        double below = Arrays.stream(probability, 0, positive + 1).sum();
        double above = Arrays.stream(probability, positive, probability.length).sum();
        return Math.min(1, 2 * Math.min(below, above));
    }

    /** The probability of every sum of ranks where each counts with probability 1/2. */
    private static double[] signedRankSums(int[] ranks) {
        double[] probability = new double[Arrays.stream(ranks).sum() + 1];
        probability[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--) {
                double with = sum >= rank ? probability[sum - rank] : 0;
                probability[sum] = (probability[sum] + with) / 2;
            }
        }
        return probability;
    }
}
