package org.seprank.study;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What several runs came to. NaN where there are too few runs for a number.
 *
 * @param runs how many; those that are NaN are left out
 * @param mean of them
 * @param deviation standard deviation of the sample, from two runs on
 * @param populationDeviation standard deviation of the population
 * @param low lower end of the interval of the mean by Student's t, 95 %, from two runs on
 * @param high its upper end
 */
public record Sample(int runs, double mean, double deviation, double populationDeviation, double low, double high) {
    private static final double UPPER = 0.975;

    /** Of these numbers. */
    public static Sample of(double... numbers) {
        double[] known = Arrays.stream(numbers).filter(d -> !Double.isNaN(d)).toArray();
        int n = known.length;
        double mean = StatUtils.mean(known);
        double deviation = n < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(known));
        double half = n < 2
                ? Double.NaN
                : new TDistribution(n - 1.0).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(n);
        return new Sample(n, mean, deviation, Math.sqrt(StatUtils.populationVariance(known)), mean - half, mean + half);
    }
}
