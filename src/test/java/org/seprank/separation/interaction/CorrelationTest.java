package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seprank.separation.interaction.Correlation.Options;

class CorrelationTest {
    private static final Options OPTIONS = new Options(0.95, 2000, 1);

    /** Ranks 1..5 against 2, 1, 4, 3, 5: ρ = 1 - 6·4/(5·24). */
    @Test
    void theCoefficientIsThatOfTheTextbook() {
        Correlation found =
                Correlation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 4000, 300, 50_000}, OPTIONS);
        assertThat(found.coefficient()).isCloseTo(0.8, within(1e-15));
        assertThat(found.samples()).isEqualTo(5);
        double half = 1.959963984540054 * Math.sqrt(1.06 / 2);
        double z = Math.log(9) / 2; // artanh 0.8
        assertThat(found.lower()).isCloseTo(Math.tanh(z - half), within(1e-9));
        assertThat(found.upper()).isCloseTo(Math.tanh(z + half), within(1e-9));
    }

    /** (ρ_xy - ρ_xz ρ_yz) / sqrt((1 - ρ_xz²)(1 - ρ_yz²)), without ties and with. */
    @Test
    void thePartialCoefficientIsThatOfTheTextbook() {
        SplittableRandom random = new SplittableRandom(3);
        for (int ties : new int[] {1000, 4}) {
            double[] z = random.ints(30, 0, ties).asDoubleStream().toArray();
            double[] x =
                    Arrays.stream(z).map(v -> v + ties * random.nextDouble()).toArray();
            double[] y =
                    Arrays.stream(z).map(v -> v - ties * random.nextDouble()).toArray();
            double xy = Correlation.spearman(x, y, OPTIONS).coefficient();
            double xz = Correlation.spearman(x, z, OPTIONS).coefficient();
            double yz = Correlation.spearman(y, z, OPTIONS).coefficient();
            double expected = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
            Correlation partial = Correlation.partialSpearman(x, y, z, OPTIONS).orElseThrow();
            assertThat(partial.coefficient()).isCloseTo(expected, within(1e-12));
            double half = 1.959963984540054 * Math.sqrt(1.06 / 26);
            double middle = Math.log((1 + expected) / (1 - expected)) / 2;
            assertThat(partial.upper()).isCloseTo(Math.tanh(middle + half), within(1e-9));
            assertThat(partial.pValue()).isBetween(1.0 / 2001, 1.0);
        }
    }

    @Test
    void nothingIsLeftOfWhatIsHeldFixed() {
        double[] z = {3, 1, 2, 6, 5, 4};
        double[] y = {1, 5, 2, 3, 6, 4};
        assertThat(Correlation.partialSpearman(z, y, z, OPTIONS)).isEmpty();
        assertThat(Correlation.partialSpearman(y, z, z, OPTIONS)).isEmpty();
    }

    @Test
    void thePValueIsNearThatOfAllPermutations() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 5};
        int[] asLarge = {0};
        permute(y.clone(), 0, permuted -> {
            double squares = 0;
            for (int i = 0; i < 5; i++) {
                squares += (x[i] - permuted[i]) * (x[i] - permuted[i]);
            }
            asLarge[0] += Math.abs(1 - 6 * squares / 120) >= 0.8 - 1e-9 ? 1 : 0;
        });
        Correlation found = Correlation.spearman(x, y, new Options(0.95, 20_000, 1));
        assertThat(found.pValue()).isCloseTo(asLarge[0] / 120.0, within(0.01));
    }

    @Test
    void monotoneDataHaveCoefficientOneAndTheLeastPValue() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        double[] up = Arrays.stream(x).map(Math::exp).toArray();
        double[] down = Arrays.stream(x).map(value -> -value * value * value).toArray();
        Correlation rising = Correlation.spearman(x, up, OPTIONS);
        Correlation falling = Correlation.spearman(x, down, OPTIONS);
        assertThat(rising.coefficient()).isCloseTo(1, within(1e-15));
        assertThat(rising.lower()).as("an interval of length 0 says nothing").isNaN();
        assertThat(rising.upper()).isNaN();
        assertThat(falling.coefficient()).isCloseTo(-1, within(1e-15));
        assertThat(falling.lower()).isNaN();
        assertThat(rising.pValue()).isEqualTo(1 / 2001.0);
        assertThat(falling.pValue()).isEqualTo(1 / 2001.0);
    }

    @Test
    void increasingFunctionsChangeNothing() {
        double[] x = values(15, 1);
        double[] y = values(15, 2);
        double[] cubed =
                Arrays.stream(x).map(value -> value * value * value + 7).toArray();
        assertThat(Correlation.spearman(cubed, y, OPTIONS)).isEqualTo(Correlation.spearman(x, y, OPTIONS));
    }

    @Test
    void pValuesOfIndependentDataAreUniform() {
        int small = 0;
        for (long seed = 0; seed < 200; seed++) {
            Correlation found =
                    Correlation.spearman(values(12, 2 * seed), values(12, 2 * seed + 1), new Options(0.95, 199, seed));
            small += found.pValue() <= 0.2 ? 1 : 0;
        }
        assertThat(small).isBetween(22, 60); // binomial(200, 0.2) within 3.3 deviations
    }

    @Test
    void aHigherLevelGivesAWiderInterval() {
        double[] x = values(20, 3);
        double[] y = values(20, 4);
        Correlation narrow = Correlation.spearman(x, y, new Options(0.8, 2000, 1));
        Correlation wide = Correlation.spearman(x, y, new Options(0.99, 2000, 1));
        assertThat(wide.lower()).isLessThan(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    @Test
    void tiesAreNoObstacle() {
        double[] x = {0, 0, 0, 0, 1};
        double[] y = {1, 1, 2, 2, 2};
        Correlation found = Correlation.spearman(x, y, OPTIONS);
        // mean ranks 2.5 (4 times), 5 and 1.5 (twice), 4 (3 times): covariance 2.5, variances 5 and 7.5
        assertThat(found.coefficient()).isCloseTo(2.5 / Math.sqrt(37.5), within(1e-15));
        assertThat(found.lower()).isNotNaN();
        // the 1 of x falls on one of the three larger values in 3 of 5 permutations, else |ρ| is larger
        assertThat(found.pValue()).isEqualTo(1);
    }

    @Test
    void dataWithoutACorrelationAreRefused() {
        double[] x = {1, 2, 3, 4, 5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.spearman(x, new double[] {5, 5, 5, 5, 5}, OPTIONS))
                .withMessageContaining("all 5 values of y are 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.spearman(x, new double[] {1, 2, Double.NaN, 3, 4}, OPTIONS))
                .withMessageContaining("y[2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.spearman(x, new double[6], OPTIONS))
                .withMessageContaining("y has 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.spearman(new double[] {1, 2, 3, 4}, new double[4], OPTIONS))
                .withMessageContaining("4 pairs");
        assertThatIllegalArgumentException().isThrownBy(() -> new Options(0.95, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Options(0, 2000, 1));
    }

    private static double[] values(int count, long seed) {
        return new SplittableRandom(seed).doubles(count).toArray();
    }

    private static void permute(double[] values, int from, java.util.function.Consumer<double[]> use) {
        if (from == values.length) {
            use.accept(values);
            return;
        }
        for (int i = from; i < values.length; i++) {
            double[] swapped = values.clone();
            swapped[from] = values[i];
            swapped[i] = values[from];
            permute(swapped, from + 1, use);
        }
    }
}
