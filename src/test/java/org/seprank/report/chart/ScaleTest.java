package org.seprank.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.report.chart.AxisScale.Tick;

class ScaleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|0.0 0.2 0.4 0.6 0.8 1.0",
                "0|10|0 2 4 6 8 10",
                "-3|4|-4 -2 0 2 4",
                "0|23000|0 5,000 10,000 15,000 20,000 25,000",
                "0|3e7|0 1e7 2e7 3e7",
                "0.00001|0.00003|1e-5 1.5e-5 2e-5 2.5e-5 3e-5",
                "7|7|6 6.5 7 7.5 8",
                "0|0|-0.6 -0.4 -0.2 0.0 0.2 0.4 0.6"
            })
    void ticksAreOneTwoOrFiveTimesAPowerOfTen(double min, double max, String labels) {
        List<Double> expected = List.of(labels.replace(",", "").split(" ", -1)).stream()
                .map(Double::valueOf)
                .toList();
        AxisScale scale = AxisScale.of(Axis.linear("y"), DoubleStream.of(min, max));
        assertThat(scale.ticks().stream().map(Tick::value).toList()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1000|1 10 100 1,000",
                "3|40|2 5 10 20 50",
                "10|10|10 20",
                "1e-20|1e20|1e-20 1e-14 1e-8 1e-2 1e4 1e10 1e16 1e22"
            })
    void logarithmicTicksArePowersOfTenOrShareADecade(double min, double max, String labels) {
        AxisScale scale = AxisScale.of(Axis.log10("y"), DoubleStream.of(min, max));
        assertThat(String.join(" ", scale.ticks().stream().map(Tick::label).toList()))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ticksContainTheRangeAndAreFewAndTheScaleIsMonotone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            Axis axis = i % 2 == 0 ? Axis.linear("y") : Axis.log10("y");
            double a = number(random, axis);
            double b = i % 5 == 0 ? a * (1 + 1e-13) : number(random, axis);
            AxisScale scale = AxisScale.of(axis, DoubleStream.of(a, b));
            List<Double> ticks = scale.ticks().stream().map(Tick::value).toList();
            String what = axis.spacing() + " " + a + " " + b + ": " + ticks;
            assertThat(ticks).as(what).hasSizeBetween(2, 10).isSorted().doesNotHaveDuplicates();
            assertThat(ticks.get(0)).as(what).isLessThanOrEqualTo(Math.min(a, b));
            assertThat(ticks.get(ticks.size() - 1)).as(what).isGreaterThanOrEqualTo(Math.max(a, b));
            assertThat(scale.at(Math.min(a, b))).as(what).isBetween(0.0, scale.at(Math.max(a, b)));
            assertThat(scale.at(Math.max(a, b))).as(what).isLessThanOrEqualTo(1);
        }
    }

    /** Sizes from 1e-300 to 1e300, the ends included. */
    private static double number(SplittableRandom random, Axis axis) {
        int power = random.nextInt(10) == 0 ? (random.nextBoolean() ? 300 : -300) : random.nextInt(-299, 299);
        double size = (power == 300 ? 1 : random.nextDouble(1, 10)) * Math.pow(10, power);
        return axis.isLog() || random.nextBoolean() ? size : random.nextInt(5) == 0 ? 0 : -size;
    }

    @Test
    void valuesWithoutAPlaceDoNotMoveTheScale() {
        AxisScale scale =
                AxisScale.of(Axis.log10("y"), DoubleStream.of(1, 10, 0, -3, Double.NaN, Double.POSITIVE_INFINITY));
        assertThat(scale.at(1)).isZero();
        assertThat(scale.at(10)).isEqualTo(1);
    }

    @Test
    void aScaleOfNothingHasTicks() {
        assertThat(AxisScale.of(Axis.linear("y"), DoubleStream.empty()).ticks()).hasSizeGreaterThan(1);
        assertThat(AxisScale.of(Axis.log10("y"), DoubleStream.empty()).ticks()).hasSizeGreaterThan(1);
        assertThat(AxisScale.categories(List.of()).at(0)).isZero();
    }

    @Test
    void categoriesShareTheAxisEqually() {
        AxisScale scale = AxisScale.categories(List.of("a", "b", "c", "d"));
        assertThat(scale.at(0)).isZero();
        assertThat(scale.at(4)).isEqualTo(1);
        assertThat(scale.ticks().get(1)).isEqualTo(new Tick(1.5, "b"));
    }
}
