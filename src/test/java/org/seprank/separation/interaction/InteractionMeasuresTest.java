package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.rank.Certainty;
import org.seprank.rank.Spectrum;

class InteractionMeasuresTest {
    private static final IntToDoubleFunction G = Grids.noise(1);
    private static final IntToDoubleFunction H = Grids.noise(2);
    private static final IntToDoubleFunction P = Grids.noise(3);
    private static final IntToDoubleFunction Q = Grids.noise(4);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @Test
    void anAdditiveFunctionHasNoInteraction() {
        InteractionMeasures measures =
                InteractionMeasures.of(Grids.of(30, 20, (a, b) -> 0.1 + G.applyAsDouble(a) + H.applyAsDouble(b)));
        assertThat(measures.energyBeyondAdditive()).isZero();
        assertThat(measures.interactionEnergy()).isZero();
        assertThat(measures.energyBeyondProduct()).isPositive();
        assertThat(measures.raw().rank()).isEqualTo(2);
        assertThat(measures.centred().rank()).isZero();
        assertThat(measures.centred().entanglementEntropy()).isZero();
    }

    @Test
    void aProductHasRankOneAndNothingBeyond() {
        InteractionMeasures measures =
                InteractionMeasures.of(Grids.of(30, 20, (a, b) -> G.applyAsDouble(a) * H.applyAsDouble(b)));
        assertThat(measures.raw().rank()).isEqualTo(1);
        assertThat(measures.raw().effectiveRank()).isEqualTo(1);
        assertThat(measures.raw().entanglementEntropy()).isZero();
        assertThat(measures.energyBeyondProduct()).isZero();
        assertThat(measures.interactionEnergy()).isZero();
        assertThat(measures.energyBeyondAdditive()).isPositive();
        assertThat(measures.centred().rank()).isEqualTo(1);
    }

    @Test
    void aSumOfBothHasNoInteractionEnergyButRankThree() {
        InteractionMeasures measures = InteractionMeasures.of(Grids.of(
                30, 20, (a, b) -> G.applyAsDouble(a) + H.applyAsDouble(b) + P.applyAsDouble(a) * Q.applyAsDouble(b)));
        assertThat(measures.interactionEnergy()).isZero();
        assertThat(measures.energyBeyondAdditive()).isPositive();
        assertThat(measures.energyBeyondProduct()).isPositive();
        assertThat(measures.raw().rank()).isEqualTo(3);
        assertThat(measures.centred().rank()).isEqualTo(1);
    }

    @Test
    void equalSingularValuesHaveTheEntropyOfTheUniformDistribution() {
        InteractionMeasures measures =
                InteractionMeasures.of(Grids.of(8, 8, (a, b) -> Grids.hadamard().applyAsInt(a, b)));
        assertThat(measures.raw().entanglementEntropy()).isCloseTo(Math.log(8), within(1e-14));
        assertThat(measures.raw().effectiveRank()).isCloseTo(8, within(1e-13));
        assertThat(measures.raw().stableRank()).isCloseTo(8, within(1e-13));
        assertThat(measures.raw().largest()).isCloseTo(Math.sqrt(8), within(1e-14));
        assertThat(measures.energyBeyondProduct()).isCloseTo(7.0 / 8, within(1e-14));
        // the first row and column are constant: centring keeps 6 of the values and shortens one from √8 to 1
        assertThat(measures.centred().rank()).isEqualTo(7);
        assertThat(measures.centred().entanglementEntropy())
                .isCloseTo(Math.log(49) - 48.0 / 49 * Math.log(8), within(1e-13));
    }

    @Test
    void exclusiveOrIsAllInteraction() {
        InteractionMeasures measures = InteractionMeasures.of(InteractionGrid.of(new double[][] {{1, -1}, {-1, 1}}));
        assertThat(measures.energyBeyondAdditive()).isCloseTo(1, within(1e-15));
        assertThat(measures.interactionEnergy()).isZero();
        assertThat(measures.energyBeyondProduct()).isZero();
    }

    @Test
    void anIdentityMatrixHasItsClosedForm() {
        int n = 10;
        InteractionMeasures measures = InteractionMeasures.of(Grids.of(n, n, (a, b) -> a == b ? 1 : 0));
        // Z = I - J/n has n-1 singular values 1; ‖I - 1/n‖² = n - 1
        assertThat(measures.energyBeyondAdditive()).isCloseTo(1, within(1e-14));
        assertThat(measures.interactionEnergy()).isCloseTo((n - 2.0) / (n - 1), within(1e-14));
        assertThat(measures.energyBeyondProduct()).isCloseTo((n - 1.0) / n, within(1e-14));
        assertThat(measures.centred().rank()).isEqualTo(n - 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void energiesAreTheirDefinitions(long seed) {
        InteractionGrid grid = Grids.random(3 + (int) seed % 5, 2 + (int) seed % 7, seed);
        InteractionMeasures measures = InteractionMeasures.of(grid);
        double mean = 0;
        for (double value : grid.values()) {
            mean += value / grid.values().length;
        }
        double m = mean;
        InteractionGrid aroundMean = Grids.of(grid.rows(), grid.columns(), (a, b) -> Grids.at(grid, a, b) - m);
        double variation = square(aroundMean);
        InteractionGrid centred = Grids.centred(grid);
        double sigma = Spectrum.of(Grids.toArray(grid)).largest();
        double t = Spectrum.of(Grids.toArray(centred)).largest();
        assertThat(measures.energyBeyondProduct()).isCloseTo(1 - sigma * sigma / square(grid), within(1e-13));
        assertThat(measures.energyBeyondAdditive()).isCloseTo(square(centred) / variation, within(1e-13));
        assertThat(measures.interactionEnergy()).isCloseTo((square(centred) - t * t) / variation, within(1e-13));
        assertThat(measures.interactionEnergy()).isBetween(0.0, measures.energyBeyondAdditive());
        assertThat(measures.centred().rank())
                .isBetween(measures.raw().rank() - 2, measures.raw().rank());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spectralMeasuresAreThoseOfTheSpectrum(long seed) {
        InteractionGrid grid = Grids.random(6, 4 + (int) seed % 5, seed);
        Spectrum.Summary expected = Spectrum.of(Grids.toArray(grid)).summary();
        Spectrum.Summary found = InteractionMeasures.of(grid).raw();
        assertThat(found.rank()).isEqualTo(expected.rank());
        assertThat(found.largest()).isCloseTo(expected.largest(), within(1e-14));
        assertThat(found.effectiveRank()).isCloseTo(expected.effectiveRank(), within(1e-12));
        assertThat(found.stableRank()).isCloseTo(expected.stableRank(), within(1e-12));
        assertThat(found.entanglementEntropy()).isCloseTo(expected.entanglementEntropy(), within(1e-12));
        assertThat(((Certainty.Numerical) found.certainty()).tolerance())
                .isCloseTo(((Certainty.Numerical) expected.certainty()).tolerance(), within(1e-28));
    }

    @Test
    void exchangingTheSidesChangesNothing() {
        InteractionGrid grid = Grids.random(12, 7, 5);
        InteractionMeasures measures = InteractionMeasures.of(grid);
        InteractionMeasures turned = InteractionMeasures.of(Grids.transposed(grid));
        for (InteractionMeasure measure : InteractionMeasure.values()) {
            assertThat(measure.of(turned)).as(measure.name()).isCloseTo(measure.of(measures), within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFactorChangesNoMeasureButTheUnit(long seed) {
        InteractionGrid grid = Grids.random(8, 8, seed);
        InteractionMeasures measures = InteractionMeasures.of(grid);
        // powers of two near the ends of the range: squares would overflow or vanish
        for (double factor : new double[] {-0x1p1000, 0x1p-1000, 0x1p-1040}) {
            InteractionMeasures scaled =
                    InteractionMeasures.of(Grids.of(8, 8, (a, b) -> factor * Grids.at(grid, a, b)));
            for (InteractionMeasure measure : InteractionMeasure.values()) {
                assertThat(measure.of(scaled))
                        .as(measure.name())
                        .isCloseTo(measure.of(measures), within(Math.abs(factor) < 0x1p-1030 ? 1e-6 : 1e-13));
            }
            assertThat(scaled.raw().largest() / Math.abs(factor))
                    .isCloseTo(measures.raw().largest(), within(1e-6));
        }
    }

    @Test
    void zeroAndConstantsHaveNoInteraction() {
        InteractionMeasures zero = InteractionMeasures.of(Grids.of(5, 4, (a, b) -> 0));
        InteractionMeasures constant = InteractionMeasures.of(Grids.of(5, 4, (a, b) -> 0.1));
        for (InteractionMeasure measure : InteractionMeasure.values()) {
            assertThat(measure.of(zero)).as(measure.name()).isZero();
        }
        assertThat(constant.raw().rank()).isEqualTo(1);
        assertThat(constant.centred().rank()).isZero();
        assertThat(constant.energyBeyondAdditive()).isZero();
        assertThat(constant.interactionEnergy()).isZero();
        assertThat(constant.energyBeyondProduct()).isZero();
    }

    @Test
    void aSingleSampleHasRankOneAndNoInteraction() {
        InteractionMeasures measures = InteractionMeasures.of(InteractionGrid.of(new double[][] {{-3}}));
        assertThat(measures.raw().rank()).isEqualTo(1);
        assertThat(measures.raw().largest()).isCloseTo(3, within(1e-14));
        assertThat(measures.energyBeyondAdditive()).isZero();
    }

    @Test
    void roundingToSinglePrecisionAddsNoRankAtItsTolerance() {
        InteractionGrid exact = Grids.ofRank(3, 40, 40, 9);
        InteractionGrid rounded = Grids.of(40, 40, (a, b) -> (float) Grids.at(exact, a, b));
        assertThat(InteractionMeasures.of(exact).raw().rank()).isEqualTo(3);
        assertThat(InteractionMeasures.of(rounded).raw().rank()).isEqualTo(40);
        assertThat(InteractionMeasures.of(rounded, Tolerance.singlePrecision())
                        .raw()
                        .rank())
                .isEqualTo(3);
        assertThat(InteractionMeasures.of(rounded, new Tolerance(1e-5 / 40))
                        .raw()
                        .rank())
                .isEqualTo(3);
    }

    @Test
    void anAdditiveFunctionRoundedToSinglePrecisionHasNoInteractionAtItsTolerance() {
        InteractionGrid rounded = Grids.of(40, 40, (a, b) -> (float) (G.applyAsDouble(a) + H.applyAsDouble(b)));
        assertThat(InteractionMeasures.of(rounded, Tolerance.singlePrecision()).energyBeyondAdditive())
                .isZero();
        assertThat(InteractionMeasures.of(rounded).energyBeyondAdditive()).isBetween(1e-20, 1e-10);
    }

    @Test
    void theToleranceIsStatedInTheUnitsOfTheGrid() {
        InteractionMeasures measures =
                InteractionMeasures.of(Grids.of(4, 4, (a, b) -> a == b ? 8 : 0), new Tolerance(0.25 / 4));
        assertThat(((Certainty.Numerical) measures.certainty()).tolerance()).isCloseTo(2, within(1e-14));
        assertThat(measures.centred().certainty()).isEqualTo(measures.certainty());
    }

    @Test
    void valuesAtTheToleranceCountAsZero() {
        double[][] values = {{8, 0, 0}, {0, 2, 0}, {0, 0, 1}};
        assertThat(InteractionMeasures.of(InteractionGrid.of(values), new Tolerance(0.2 / 3))
                        .raw()
                        .rank())
                .isEqualTo(2);
        InteractionMeasures one = InteractionMeasures.of(InteractionGrid.of(values), new Tolerance(0.3 / 3));
        assertThat(one.raw().rank()).isEqualTo(1);
        assertThat(one.energyBeyondProduct()).isZero();
    }

    @Test
    void tolerancesOutOfRangeAreRefused() {
        for (double factor : new double[] {-1e-9, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Tolerance(factor))
                    .withMessageContaining(String.valueOf(factor));
        }
        assertThat(Tolerance.singlePrecision().threshold(3, 256, 10)).isEqualTo(2560 * 0x1p-23);
    }

    private static double square(InteractionGrid grid) {
        double sum = 0;
        for (double value : grid.values()) {
            sum += value * value;
        }
        return sum;
    }
}
