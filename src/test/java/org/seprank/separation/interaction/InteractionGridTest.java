package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InteractionGridTest {
    @Test
    void centringTwoByTwoLeavesAQuarterOfTheMixedDifference() {
        InteractionGrid centred = Grids.centred(InteractionGrid.of(new double[][] {{1, 2}, {4, 9}}));
        assertThat(Grids.toArray(centred)).isDeepEqualTo(new double[][] {{1, -1}, {-1, 1}});
    }

    @Test
    void rowsAndColumnsOfTheCentredGridSumToZero() {
        InteractionGrid centred = Grids.centred(Grids.random(7, 5, 1));
        for (int a = 0; a < 7; a++) {
            double sum = 0;
            for (int b = 0; b < 5; b++) {
                sum += Grids.at(centred, a, b);
            }
            assertThat(sum).isCloseTo(0, within(1e-14));
        }
        InteractionGrid turned = Grids.transposed(centred);
        for (int b = 0; b < 5; b++) {
            double sum = 0;
            for (int a = 0; a < 7; a++) {
                sum += Grids.at(turned, b, a);
            }
            assertThat(sum).isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void centringTwiceChangesNothingMore() {
        InteractionGrid centred = Grids.centred(Grids.random(6, 9, 2));
        assertClose(Grids.centred(centred), centred, 1e-14);
    }

    @Test
    void functionsOfOneSideDoNotMatterToTheCentredGrid() {
        InteractionGrid grid = Grids.random(6, 9, 3);
        var g = Grids.noise(4);
        var h = Grids.noise(5);
        InteractionGrid shifted =
                Grids.of(6, 9, (a, b) -> Grids.at(grid, a, b) + 3 * g.applyAsDouble(a) - 2 * h.applyAsDouble(b) + 7);
        assertClose(Grids.centred(shifted), Grids.centred(grid), 1e-14);
    }

    @Test
    void theGridIsACopy() {
        double[][] values = {{1, 2}};
        InteractionGrid grid = InteractionGrid.of(values);
        values[0][1] = 5;
        assertThat(Grids.at(grid, 0, 1)).isEqualTo(2);
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

    private static void assertClose(InteractionGrid actual, InteractionGrid expected, double tolerance) {
        for (int a = 0; a < expected.rows(); a++) {
            for (int b = 0; b < expected.columns(); b++) {
                assertThat(Grids.at(actual, a, b)).isCloseTo(Grids.at(expected, a, b), within(tolerance));
            }
        }
    }
}
