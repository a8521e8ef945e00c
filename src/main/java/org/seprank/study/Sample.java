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
 * @param low lower end of the 95 % interval of the mean by Student's t, from two runs on that are not all equal
 * @param high its upper end
 */
public record Sample(int runs, double mean, double deviation, double populationDeviation, double low, double high) {
    private static final double UPPER = 0.975;

    /** Of these numbers, which may be any. */
    public static Sample of(double... numbers) {
        return of(numbers, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Of numbers of a quantity that has a range. The interval is taken on the logit scale, by the delta method, so that
     * it holds the mean and stays within the range: for the share {@code p = (mean - least) / (greatest - least)} and
     * its standard error s it is {@code logit(p) ± t s / (p (1 - p))}, turned back. Where the range has one end only,
     * it is taken on the logarithm of the distance from that end.
     *
     * @param least possible value, or minus infinity
     * @param greatest possible value, or infinity
     * @throws IllegalArgumentException if a number is out of the range
     */
    public static Sample within(double least, double greatest, double... numbers) {
        for (double number : numbers) {
            if (number < least || number > greatest) {
                throw new IllegalArgumentException(number + " is not in " + least + ".." + greatest);
            }
        }
        return of(numbers, least, greatest);
    }

    private static Sample of(double[] numbers, double least, double greatest) {
        double[] known = Arrays.stream(numbers).filter(d -> !Double.isNaN(d)).toArray();
        double mean = StatUtils.mean(known);
        double spread = Math.sqrt(StatUtils.populationVariance(known));
        double deviation = known.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(known));
        double half = deviation > 0 ? quantile(known.length) * deviation / Math.sqrt(known.length) : Double.NaN;
        if (Double.isInfinite(least) && Double.isInfinite(greatest)) {
            return new Sample(known.length, mean, deviation, spread, mean - half, mean + half);
        }
        if (Double.isInfinite(greatest)) {
            double factor = Math.exp(half / (mean - least));
            double distance = mean - least;
            return new Sample(
                    known.length, mean, deviation, spread, least + distance / factor, least + distance * factor);
        }
        if (Double.isInfinite(least)) {
            double factor = Math.exp(half / (greatest - mean));
            double distance = greatest - mean;
            return new Sample(
                    known.length, mean, deviation, spread, greatest - distance * factor, greatest - distance / factor);
        }
        double size = greatest - least;
        double share = (mean - least) / size;
        double logit = Math.log(share / (1 - share));
        double halfLogit = half / size / (share * (1 - share));
        double low = least + size * logistic(logit - halfLogit);
        double high = least + size * logistic(logit + halfLogit);
        return new Sample(known.length, mean, deviation, spread, low, high);
    }

    private static double quantile(int runs) {
        return new TDistribution(runs - 1.0).inverseCumulativeProbability(UPPER);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
