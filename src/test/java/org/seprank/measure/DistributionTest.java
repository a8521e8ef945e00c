package org.seprank.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    @Test
    void quantilesAreValuesWithoutInterpolation() {
        Distribution of = Distribution.of(new double[] {4, 1, 3, 2, 10}, Distribution.Binning.NONE);
        assertThat(of.quantiles()).containsExactly(1.0, 2.0, 3.0, 4.0, 10.0);
        assertThat(of.mean()).isEqualTo(4);
        assertThat(of.histogram()).isEmpty();
    }

    @Test
    void infiniteValuesCountInQuantilesButNotInTheMean() {
        double infinity = Double.POSITIVE_INFINITY;
        Distribution of = Distribution.of(new double[] {infinity, 1, 2, infinity}, Distribution.Binning.POWERS);
        assertThat(of.quantiles()).containsExactly(1.0, 1.0, 2.0, infinity, infinity);
        assertThat(of.mean()).isEqualTo(1.5);
        assertThat(of.infinite()).isEqualTo(2);
        assertThat(of.histogram().get(of.histogram().size() - 1).count()).isEqualTo(2);
    }

    @Test
    void theEmptyDistributionHasNeitherMeanNorQuantiles() {
        Distribution of = Distribution.of(new double[0], Distribution.Binning.QUARTERS);
        assertThat(of.size()).isZero();
        assertThat(of.mean()).isNaN();
        assertThat(of.quantiles().get(2)).isNaN();
    }

    @ParameterizedTest
    @EnumSource(
            value = Distribution.Binning.class,
            names = {"QUARTERS", "POWERS", "SIGNED_POWERS"})
    void everyValueIsInTheBinThatHoldsIt(Distribution.Binning binning) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = random.doubles(500, -6000, 6000).map(Math::rint).toArray();
        for (int i = 0; i < 300; i++) {
            values[i] = Math.rint(values[i] / 600) / 4;
        }
        Distribution of = Distribution.of(values, binning);
        for (Distribution.Bin bin : of.histogram()) {
            long inside = Arrays.stream(values)
                    .filter(x -> x >= bin.from() && x < bin.to())
                    .count();
            assertThat(bin.count()).as(bin.toString()).isEqualTo(inside);
        }
        assertThat(of.histogram().stream().mapToLong(Distribution.Bin::count).sum())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aQuantileIsTheLeastValueWithThatShareBelowOrAtIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values =
                random.ints(1 + random.nextInt(12), 0, 6).asDoubleStream().toArray();
        Distribution of = Distribution.of(values, Distribution.Binning.NONE);
        for (int i = 0; i < 5; i++) {
            double share = Distribution.SHARES.get(i);
            double least = Arrays.stream(values)
                    .filter(x -> Arrays.stream(values).filter(y -> y <= x).count() >= share * values.length)
                    .min()
                    .orElseThrow();
            assertThat(of.quantiles().get(i)).isEqualTo(least);
        }
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> Distribution.of(new double[] {1, Double.NaN}, Distribution.Binning.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
