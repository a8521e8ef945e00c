package org.seprank.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModularMatrixTest {
    @Test
    void numbersBecomeResidues() {
        ModularMatrix matrix = ModularMatrices.of(new long[][] {{-1, 2, Modular.PRIME}, {1L << 31, 0, -3}});
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        int minusOne = Modular.PRIME - 1;
        assertThat(matrix)
                .isEqualTo(ModularMatrix.over(2, 3, new int[] {minusOne, 2, 0, 1, 0, minusOne - 2}))
                .hasSameHashCodeAs(ModularMatrix.over(2, 3, new int[] {minusOne, 2, 0, 1, 0, minusOne - 2}))
                .isNotEqualTo(ModularMatrix.over(3, 2, new int[] {minusOne, 2, 0, 1, 0, minusOne - 2}))
                .isNotEqualTo(ModularMatrix.over(2, 3, new int[] {minusOne, 2, 0, 1, 0, minusOne - 1}))
                .isNotEqualTo("2 x 3 matrix")
                .hasToString("2 x 3 matrix over GF(2147483647)");
        assertThat(matrix.at(1, 2)).isEqualTo(minusOne - 2);
        assertThat(matrix.centredRow(1)).containsExactly(1, 0, -3);
    }

    @Test
    void aMatrixMayBeEmpty() {
        assertThat(ModularMatrices.of(new long[0][]).columns()).isZero();
        assertThat(ModularMatrices.of(new long[3][0]).rows()).isEqualTo(3);
        assertThat(ModularMatrix.over(0, 5, new int[0]).columns()).isEqualTo(5);
        assertThat(ModularMatrix.over(5, 0, new int[0]).rows()).isEqualTo(5);
    }

    @Test
    void equalSeedsDrawEqualMatrices() {
        ModularMatrix drawn = ModularMatrix.draw(5, 4, new SplittableRandom(8));
        assertThat(drawn).isEqualTo(ModularMatrix.draw(5, 4, new SplittableRandom(8)));
        assertThat(drawn).isNotEqualTo(ModularMatrix.draw(5, 4, new SplittableRandom(9)));
        SplittableRandom random = new SplittableRandom(8);
        assertThat(drawn.at(0, 0)).isEqualTo(Modular.draw(random));
        assertThat(drawn.at(0, 1)).isEqualTo(Modular.draw(random));
    }

    @Test
    void entriesMustBeResiduesAndFillTheMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModularMatrix.over(1, 1, new int[] {Modular.PRIME}))
                .withMessageContaining("2147483647");
        assertThatIllegalArgumentException().isThrownBy(() -> ModularMatrix.over(1, 1, new int[] {-1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModularMatrix.over(2, 2, new int[3]))
                .withMessageContaining("3 entries");
        assertThatIllegalArgumentException().isThrownBy(() -> ModularMatrix.over(-1, -2, new int[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> ModularMatrix.over(-1, 0, new int[0]));
    }

    @Test
    void columnsOutsideAreRefused() {
        ModularMatrix matrix = ModularMatrices.of(new long[][] {{1, 2}, {3, 4}});
        assertThatThrownBy(() -> matrix.at(0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("column 2 is not in 0..1");
        assertThatThrownBy(() -> matrix.at(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
