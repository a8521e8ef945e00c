package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InteractionGridTest {
    @Test
    void centringTwoByTwoLeavesAQuarterOfTheMixedDifference() {
        InteractionGrid centred =
                InteractionGrid.of(new double[][] {{1, 2}, {4, 9}}).centred();
        assertThat(centred.toArray()).isDeepEqualTo(new double[][] {{1, -1}, {-1, 1}});
    }

    @Test
    void rowsAndColumnsOfTheCentredGridSumToZero() {
        InteractionGrid centred = Grids.random(7, 5, 1).centred();
        for (int a = 0; a < 7; a++) {
            double sum = 0;
            for (int b = 0; b < 5; b++) {
                sum += centred.at(a, b);
            }
            assertThat(sum).isCloseTo(0, within(1e-14));
        }
        InteractionGrid turned = centred.transposed();
        for (int b = 0; b < 5; b++) {
            double sum = 0;
            for (int a = 0; a < 7; a++) {
                sum += turned.at(b, a);
            }
            assertThat(sum).isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void centringTwiceChangesNothingMore() {
        InteractionGrid centred = Grids.random(6, 9, 2).centred();
        assertClose(centred.centred(), centred, 1e-14);
    }

    @Test
    void functionsOfOneSideDoNotMatterToTheCentredGrid() {
        InteractionGrid grid = Grids.random(6, 9, 3);
        var g = Grids.noise(4);
        var h = Grids.noise(5);
        InteractionGrid shifted =
                Grids.of(6, 9, (a, b) -> grid.at(a, b) + 3 * g.applyAsDouble(a) - 2 * h.applyAsDouble(b) + 7);
        assertClose(shifted.centred(), grid.centred(), 1e-14);
    }

    @Test
    void centringDoesNotOverflow() {
        double[][] values = new double[300][300];
        for (double[] row : values) {
            java.util.Arrays.fill(row, 1e308);
        }
        values[0][0] = 0;
        assertThat(InteractionGrid.of(values).centred().at(0, 0)).isCloseTo(-1e308, within(1e306));
    }

    @Test
    void theGridIsACopy() {
        double[][] values = {{1, 2}};
        InteractionGrid grid = InteractionGrid.of(values);
        values[0][1] = 5;
        grid.toArray()[0][1] = 6;
        assertThat(grid.at(0, 1)).isEqualTo(2);
    }

    @Test
    void aValueThatIsNotFiniteIsNamedByRowAndColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionGrid.of(new double[][] {{1, 2}, {3, 4}, {5, Double.NaN}}))
                .withMessageContaining("row 2, column 1")
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionGrid.of(new double[][] {{Double.NEGATIVE_INFINITY, 2}}))
                .withMessageContaining("row 0, column 0");
    }

    @Test
    void raggedAndEmptyArraysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionGrid.of(new double[][] {{1, 2}, {3}}))
                .withMessageContaining("row 1 has 1");
        assertThatIllegalArgumentException().isThrownBy(() -> InteractionGrid.of(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> InteractionGrid.of(new double[2][0]));
    }

    @Test
    void aGridTooLargeForMemoryIsRefusedBeforeItIsCopied() {
        double[] row = new double[1 << 16];
        double[][] values = new double[1 << 17][];
        java.util.Arrays.fill(values, row);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionGrid.of(values))
                .withMessageContaining("bytes");
    }

    @Test
    void entriesOutsideAreRefused() {
        InteractionGrid grid = Grids.random(2, 3, 6);
        assertThatIllegalArgumentException().isThrownBy(() -> grid.at(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.at(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.at(-1, 0));
    }

    @Test
    void memoryIsEightBytesPerValue() {
        assertThat(InteractionGrid.bytes(1000)).isBetween(8_000_000L, 8_000_100L);
        assertThat(InteractionGrid.bytes(100_000)).isGreaterThan(80_000_000_000L - 1);
        assertThatIllegalArgumentException().isThrownBy(() -> InteractionGrid.bytes(0));
    }

    private static void assertClose(InteractionGrid actual, InteractionGrid expected, double tolerance) {
        for (int a = 0; a < expected.rows(); a++) {
            for (int b = 0; b < expected.columns(); b++) {
                assertThat(actual.at(a, b)).isCloseTo(expected.at(a, b), within(tolerance));
            }
        }
    }
}
