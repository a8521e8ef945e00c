package org.seprank.lab.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.matrix.Completion;
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;

class TensorFactorizationTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private List<TensorFactorization> several() {
        return List.of(
                CpFactorization.random(2, 3, 4, 0.8, random),
                CpFactorization.random(3, 3, 2, 0.8, random),
                CpFactorization.random(5, 2, 3, 0.9, random),
                PerfectTrees.random(2, 3, List.of(4), 0.8, random),
                PerfectTrees.random(4, 2, List.of(3, 2), 0.8, random),
                PerfectTrees.random(8, 2, List.of(2, 3, 2), 0.9, random));
    }

    @Test
    void anEntryIsTheSumOfTheProductsOfItsFactorsRows() {
        for (int order = 2; order <= 5; order++) {
            CpFactorization cp = CpFactorization.random(order, 3, 4, 1, random);
            double[] flat =
                    Arrays.stream(cp.tensor()).flatMapToDouble(Arrays::stream).toArray();
            for (int position = 0; position < flat.length; position++) {
                double sum = 0;
                for (int r = 0; r < 4; r++) {
                    double product = 1;
                    int rest = position;
                    for (int n = order - 1; n >= 0; n--) {
                        product *= cp.parameters().get(n)[rest % 3][r];
                        rest /= 3;
                    }
                    sum += product;
                }
                assertThat(flat[position]).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        for (TensorFactorization factorization : several()) {
            double[][] target = Matrices.gaussian(
                    factorization.tensor().length, factorization.tensor()[0].length, 1, random);
            Completion task = Completion.random(target, target.length * target[0].length / 2, random);
            double[][] gradient = Matrices.copy(target);
            task.loss(factorization.tensor(), gradient);
            factorization.differentiate(gradient);
            for (int n = 0; n < factorization.parameters().size(); n++) {
                double[][] parameter = factorization.parameters().get(n);
                double exact = factorization.gradients().get(n)[1][0];
                double before = parameter[1][0];
                double[] losses = new double[2];
                for (int side = 0; side < 2; side++) {
                    parameter[1][0] = before + (side == 0 ? -1e-5 : 1e-5);
                    factorization.step(squared -> 0);
                    losses[side] = task.loss(factorization.tensor(), gradient);
                }
                parameter[1][0] = before;
                factorization.step(squared -> 0);
                double numeric = (losses[1] - losses[0]) / 2e-5;
                assertThat(exact).isCloseTo(numeric, within(1e-8 * (1 + Math.abs(numeric))));
            }
        }
    }

    /** Δ(‖w_r^n‖² - ‖w_r^m‖²) = η² (‖g_r^n‖² - ‖g_r^m‖²), exactly. */
    @Test
    void componentsOfASumStayBalancedButForTheSquareOfTheStep() {
        CpFactorization cp = CpFactorization.random(3, 4, 5, 0.6, random);
        double[][] gradient = Matrices.gaussian(cp.tensor().length, cp.tensor()[0].length, 1, random);
        cp.differentiate(gradient);
        double[] before = imbalance(cp.parameters());
        double[] expected = imbalance(cp.gradients());
        double eta = 0.1;
        cp.step(squared -> eta);
        double[] after = imbalance(cp.parameters());
        for (int r = 0; r < 5; r++) {
            assertThat(after[r] - before[r]).isCloseTo(eta * eta * expected[r], within(1e-13));
        }
    }

    private static double[] imbalance(List<double[][]> factors) {
        double[] first = TensorFactorization.squaredColumns(factors.get(0));
        double[] last = TensorFactorization.squaredColumns(factors.get(2));
        for (int r = 0; r < first.length; r++) {
            first[r] -= last[r];
        }
        return first;
    }

    /** Inside a local component of the tree: a child's column against the node's row. */
    @Test
    void localComponentsOfATreeStayBalancedButForTheSquareOfTheStep() {
        TreeFactorization tree = PerfectTrees.random(4, 3, List.of(4, 2), 0.7, random);
        tree.differentiate(Matrices.gaussian(9, 9, 1, random));
        double[] before = local(tree.parameters());
        double[] expected = local(tree.gradients());
        tree.step(squared -> 0.1);
        double[] after = local(tree.parameters());
        for (int r = 0; r < 4; r++) {
            assertThat(after[r] - before[r]).isCloseTo(0.01 * expected[r], within(1e-13));
        }
    }

    /** Parameters are in preorder: root, left node, its leaves. */
    private static double[] local(List<double[][]> parameters) {
        double[] columns = TensorFactorization.squaredColumns(parameters.get(2));
        for (int r = 0; r < columns.length; r++) {
            double[] row = parameters.get(1)[r];
            columns[r] -= Matrices.dot(row, row);
        }
        return columns;
    }

    /** {@code σ_r' = -σ_r <G, C_r> Σ_n 1/‖w_r^n‖²}, C_r the component. */
    @Test
    void componentNormsFollowTheirDifferentialEquation() {
        CpFactorization cp = CpFactorization.random(3, 4, 3, 0.9, random);
        double[][] gradient = Matrices.gaussian(4, 16, 1, random);
        double[] before = cp.componentNorms();
        double[] expected = new double[3];
        for (int r = 0; r < 3; r++) {
            int kept = r;
            List<double[][]> columns =
                    cp.parameters().stream().map(factor -> column(factor, kept)).toList();
            double along = Matrices.dot(gradient, CpFactorization.of(columns).tensor());
            for (double[][] column : columns) {
                expected[r] -= along * before[r] / Matrices.squaredNorm(column) / before[r];
            }
            expected[r] *= before[r];
        }
        cp.differentiate(gradient);
        double eta = 1e-7;
        cp.step(squared -> eta);
        for (int r = 0; r < 3; r++) {
            double slope = (cp.componentNorms()[r] - before[r]) / eta;
            assertThat(slope).isCloseTo(expected[r], within(1e-4 * (1 + Math.abs(expected[r]))));
        }
    }

    private static double[][] column(double[][] matrix, int r) {
        double[][] column = new double[matrix.length][1];
        for (int i = 0; i < column.length; i++) {
            column[i][0] = matrix[i][r];
        }
        return column;
    }

    @Test
    void ranksOfTheTreesNodesAreAtMostTheWidthsButOthersAreLarger() {
        TreeFactorization tree = PerfectTrees.random(4, 6, List.of(3, 2), 1, random);
        List<Integer> order = PerfectTrees.of(4).modes();
        assertThat(rank(tree.tensor())).isEqualTo(2);
        assertThat(rank(Matricization.of(order, 6, List.of(1, 3)).of(tree.tensor())))
                .isEqualTo(9);
        assertThat(rank(Matricization.of(order, 6, List.of(1)).of(tree.tensor())))
                .isEqualTo(3);
        assertThat(rank(CpFactorization.random(4, 4, 3, 1, random).tensor())).isEqualTo(3);
    }

    private static int rank(double[][] matrix) {
        Spectrum spectrum = Spectrum.of(matrix);
        return spectrum.numericalRank(1e-10 * spectrum.largest());
    }

    @Test
    void theOrthonormalTargetHasTheGivenSingularValues() {
        double[] values = Spectrum.of(
                        TreeFactorization.orthonormal(PerfectTrees.of(4), 6, new double[] {1, 0.7}, 36, random)
                                .tensor())
                .singularValues();
        assertThat(values[0]).isCloseTo(29.49, within(0.005));
        assertThat(values[1]).isCloseTo(20.64, within(0.005));
        assertThat(values[2]).isLessThan(1e-12);
    }

    @Test
    void sizesThatTakeTooMuchAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerfectTrees.random(4, 100, List.of(4, 4), 1, random))
                .withMessageContaining("240 MB");
        assertThatIllegalArgumentException().isThrownBy(() -> PerfectTrees.random(4, 2, List.of(4), 1, random));
    }
}
