package org.seprank.lab.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.linear.Matrices;

class ModeTreeTest {
    @Test
    void thePerfectTreeIsTheOneWithBracketsAroundPairs() {
        assertThat(PerfectTrees.of(4)).isEqualTo(ModeTree.parsed("((1,2),(3,4))"));
        assertThat(PerfectTrees.of(8).height()).isEqualTo(3);
        assertThat(PerfectTrees.of(8).innerNodes()).hasSize(7);
    }

    @Test
    void leavesKeepTheirOrderAndNodesTheirModes() {
        ModeTree tree = ModeTree.parsed("(5, (1, 3, 2), 4)");
        assertThat(tree.modes()).containsExactly(5, 1, 3, 2, 4);
        assertThat(tree.innerNodes().stream().map(ModeTree::name)).containsExactly("{1,2,3,4,5}", "{1,2,3}");
        assertThat(tree.height()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "(1)", "(1,2", "(1,2))", "(1,1)", "(1,3)", "((1,2))", "(1,)", "(1,2)3", "(0,1)", "a"})
    void whatIsNoTreeOverModesFromOneOnIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ModeTree.parsed(text));
    }

    /** Entry (i1, i2, i3) of a tensor whose flat position runs through modes 3, 1, 2. */
    @Test
    void aMatricizationReadsTheModesWhereverTheyAre() {
        double[][] tensor = new double[4][2]; // flat position 4 i3 + 2 i1 + i2
        for (int p = 0; p < 8; p++) {
            tensor[p / 2][p % 2] = 100 * (p / 2 % 2) + 10 * (p % 2) + p / 4; // digits i1 i2 i3
        }
        assertThat(Matricization.of(List.of(3, 1, 2), 2, List.of(2)).of(tensor))
                .isDeepEqualTo(new double[][] {{0, 1, 100, 101}, {10, 11, 110, 111}});
        assertThat(Matricization.of(List.of(3, 1, 2), 2, List.of(3, 1)).of(tensor))
                .isDeepEqualTo(new double[][] {{0, 10}, {1, 11}, {100, 110}, {101, 111}});
    }

    @Test
    void aMatricizationAndItsTransposeHaveTheSameSingularValues() {
        double[][] tensor = Matrices.gaussian(4, 8, 1, new java.util.SplittableRandom(1));
        List<Integer> order = List.of(1, 2, 3, 4, 5);
        double[] values = Matricization.of(order, 2, List.of(2, 5)).singularValues(tensor);
        assertThat(Matricization.of(order, 2, List.of(1, 3, 4)).singularValues(tensor))
                .containsExactly(values);
        assertThat(values).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void noneOrUnknownModesAsRowsAreRefused(int mode) {
        List<Integer> rows = mode == 0 ? List.of() : List.of(mode);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matricization.of(List.of(1, 2, 3), 2, rows))
                .withMessageContaining("[1, 2, 3]");
    }
}
