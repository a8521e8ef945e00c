package org.seprank.lab.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.lab.matrix.Completion;
import org.seprank.linear.Matrices;
import org.seprank.rank.Spectrum;

/** What holds exactly, or to a known order in the step, of factorized tensors under descent. */
class TensorInvariantsTest {
    private static final List<String> TREES =
            List.of("(1,2,3)", "((1,2),(3,4))", "((1,3),(2,4))", "((1,2,3),4)", "(((4,2),1),(3,5))");

    private final SplittableRandom random = new SplittableRandom(29);

    private TreeFactorization tree(String text, int size, double deviation) {
        ModeTree tree = ModeTree.parsed(text);
        List<Integer> widths = List.of(4, 3, 2).subList(0, tree.height());
        return TreeFactorization.random(
                tree, size, widths, (rows, columns) -> Matrices.gaussian(rows, columns, deviation, random));
    }

    private double[][] gradient(TensorFactorization at) {
        return Matrices.gaussian(at.tensor().length, at.tensor()[0].length, 1, random);
    }

    /** {@code Δ(‖w_r^n‖² - ‖w_r^m‖²) = η² (‖g_r^n‖² - ‖g_r^m‖²)} and {@code <w_r^n, g_r^n>} is one for all n. */
    @Test
    void theVectorsOfAComponentExchangeNothing() {
        for (int order = 2; order <= 5; order++) {
            CpFactorization cp = CpFactorization.random(order, 3, 4, 0.6, random);
            List<List<Vector>> components = new ArrayList<>();
            for (int r = 0; r < 4; r++) {
                List<Vector> component = new ArrayList<>();
                for (int n = 0; n < order; n++) {
                    component.add(new Vector(n, r, true));
                }
                components.add(component);
            }
            assertExchange(cp, components);
        }
    }

    /** The same inside every local component of every tree. */
    @Test
    void theVectorsOfALocalComponentExchangeNothing() {
        for (String text : TREES) {
            List<List<Vector>> components = new ArrayList<>();
            TreeFactorization tree = tree(text, 3, 0.6);
            collect(ModeTree.parsed(text), new int[1], tree, components);
            assertThat(components).hasSizeGreaterThan(1);
            assertExchange(tree, components);
        }
    }

    /** Column or row r of a parameter matrix. */
    private record Vector(int parameter, int r, boolean column) {
        double dot(List<double[][]> a, List<double[][]> b) {
            double[][] x = a.get(parameter);
            double[][] y = b.get(parameter);
            if (!column) {
                return Matrices.dot(x[r], y[r]);
            }
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i][r] * y[i][r];
            }
            return sum;
        }
    }

    /** Parameters are numbered a node before those below it; the node's own vector comes first. */
    private static int collect(ModeTree node, int[] next, TreeFactorization tree, List<List<Vector>> components) {
        int own = next[0]++;
        List<Integer> below = new ArrayList<>();
        for (ModeTree child : node.children()) {
            below.add(collect(child, next, tree, components));
        }
        int width = node.isLeaf() ? 0 : tree.parameters().get(own).length;
        for (int r = 0; r < width; r++) {
            List<Vector> component = new ArrayList<>(List.of(new Vector(own, r, false)));
            for (int child : below) {
                component.add(new Vector(child, r, true));
            }
            components.add(component);
        }
        return own;
    }

    private void assertExchange(TensorFactorization at, List<List<Vector>> components) {
        at.differentiate(gradient(at));
        List<double[][]> slopes = at.gradients().stream().map(Matrices::copy).toList();
        List<double[][]> before = at.parameters().stream().map(Matrices::copy).toList();
        double eta = 0.05;
        at.step(squared -> eta);
        for (List<Vector> component : components) {
            Vector first = component.get(0);
            for (Vector other : component) {
                double change = first.dot(at.parameters(), at.parameters())
                        - other.dot(at.parameters(), at.parameters())
                        - first.dot(before, before)
                        + other.dot(before, before);
                double expected = eta * eta * (first.dot(slopes, slopes) - other.dot(slopes, slopes));
                assertThat(change).isCloseTo(expected, within(1e-14));
                assertThat(other.dot(before, slopes)).isCloseTo(first.dot(before, slopes), within(1e-13));
            }
        }
    }

    /** {@code σ' = -σ <G, H_r> Σ_w 1/‖w‖²}, H_r the tensor without the node's other rows. */
    @Test
    void localComponentsFollowTheirEquationToTheOrderOfTheStep() {
        for (String text : TREES) {
            TreeFactorization tree = tree(text, 2, 0.8);
            double[][] gradient = gradient(tree);
            List<List<Vector>> components = new ArrayList<>();
            collect(ModeTree.parsed(text), new int[1], tree, components);
            double[] before = norms(tree, components);
            double[] expected = new double[before.length];
            for (int c = 0; c < before.length; c++) {
                double inverse = 0;
                for (Vector vector : components.get(c)) {
                    inverse += 1 / vector.dot(tree.parameters(), tree.parameters());
                }
                expected[c] = -before[c] * along(tree, components.get(c).get(0), gradient) * inverse;
            }
            tree.differentiate(gradient);
            tree.step(squared -> 1e-7);
            double[] after = norms(tree, components);
            for (int c = 0; c < before.length; c++) {
                assertThat((after[c] - before[c]) / 1e-7)
                        .isCloseTo(expected[c], within(5e-6 * (1 + Math.abs(expected[c]))));
            }
        }
    }

    private static double[] norms(TreeFactorization tree, List<List<Vector>> components) {
        return components.stream()
                .mapToDouble(component -> component.stream()
                        .mapToDouble(vector -> Math.sqrt(vector.dot(tree.parameters(), tree.parameters())))
                        .reduce(1, (a, b) -> a * b))
                .toArray();
    }

    /** {@code <G, H_r>}. */
    private static double along(TreeFactorization tree, Vector row, double[][] gradient) {
        double[][] weights = tree.parameters().get(row.parameter());
        double[][] kept = Matrices.copy(weights);
        for (int r = 0; r < weights.length; r++) {
            if (r != row.r()) {
                java.util.Arrays.fill(weights[r], 0);
            }
        }
        tree.differentiate(gradient);
        tree.step(squared -> 0);
        double along = Matrices.dot(gradient, tree.tensor());
        for (int r = 0; r < weights.length; r++) {
            weights[r] = kept[r];
        }
        tree.step(squared -> 0);
        return along;
    }

    /** Balanced, a component of N vectors has {@code σ' = -N σ^{2-2/N} <G, C>}, C its direction. */
    @Test
    void balancedComponentsGrowByAPowerOfTheirNorm() {
        for (int order = 2; order <= 5; order++) {
            List<double[][]> factors = new ArrayList<>();
            for (int n = 0; n < order; n++) {
                double[][] factor = Matrices.gaussian(3, 1, 1, random);
                Matrices.scale(0.9 / Matrices.norm(factor), factor);
                factors.add(factor);
            }
            CpFactorization cp = CpFactorization.of(factors);
            double[][] gradient = gradient(cp);
            double sigma = Math.pow(0.9, order);
            double direction = Matrices.dot(gradient, cp.tensor()) / sigma;
            cp.differentiate(gradient);
            cp.step(squared -> 1e-7);
            double expected = -order * Math.pow(sigma, 2 - 2.0 / order) * direction;
            assertThat((cp.componentNorms()[0] - sigma) / 1e-7).isCloseTo(expected, within(1e-6));
        }
    }

    /** On the tree at most the widths of a node and of the one above; off the tree up to their products. */
    @Test
    void ranksAreBoundedByTheWidthsOnTheTreeOnly() {
        for (String text : TREES) {
            ModeTree tree = ModeTree.parsed(text);
            int size = 5;
            List<Integer> widths = List.of(4, 3, 2).subList(0, tree.height());
            double[][] tensor = TreeFactorization.random(
                            tree, size, widths, (rows, columns) -> Matrices.gaussian(rows, columns, 1, random))
                    .tensor();
            for (ModeTree node : tree.innerNodes()) {
                int above = widths.get(node.height() - 1);
                for (ModeTree child : node.children()) {
                    int own = child.isLeaf() ? size : widths.get(child.height() - 1);
                    assertThat(rank(tree, size, child.modes(), tensor)).isEqualTo(Math.min(own, above));
                }
            }
        }
        ModeTree pairs = ModeTree.parsed("((1,2),(3,4))");
        TreeFactorization wide = PerfectTrees.random(4, 6, List.of(3, 2), 1, random);
        assertThat(rank(pairs, 6, List.of(1, 3), wide.tensor())).isEqualTo(9);
        assertThat(rank(pairs, 6, List.of(1, 4), wide.tensor())).isEqualTo(9);
    }

    private static int rank(ModeTree tree, int size, List<Integer> rows, double[][] tensor) {
        double[] values = Matricization.of(tree.modes(), size, rows).singularValues(tensor);
        return Spectrum.ofSingularValues(values).numericalRank(1e-9 * values[0]);
    }

    @Test
    void noMatrixOfASumOfOuterProductsHasAHigherRankThanItsTerms() {
        ModeTree flat = ModeTree.parsed("(1,2,3,4)");
        double[][] tensor = CpFactorization.random(4, 4, 3, 1, random).tensor();
        for (List<Integer> rows : List.of(List.of(1), List.of(4), List.of(1, 2), List.of(1, 3), List.of(2, 3, 4))) {
            assertThat(rank(flat, 4, rows, tensor)).isEqualTo(3);
        }
    }

    /** A single bracket with weights 1 at the root is the sum of outer products. */
    @Test
    void aFlatTreeIsASumOfOuterProducts() {
        TreeFactorization flat = TreeFactorization.random(
                ModeTree.parsed("(1,2,3,4,5)"),
                2,
                List.of(3),
                (rows, columns) ->
                        columns == 1 ? new double[][] {{1}, {1}, {1}} : Matrices.gaussian(rows, columns, 1, random));
        double[][] sum = CpFactorization.of(flat.parameters().subList(1, 6)).tensor();
        assertThat(flat.tensor().length).isEqualTo(sum.length);
        assertThat(Matrices.relativeError(flat.tensor(), sum)).isLessThan(1e-15);
    }

    @Test
    void orthonormalTargetsHaveExactlyTheGivenSingularValuesAtTheRootsChildren() {
        double[] values = {1, 0.7, 0.5};
        for (String text : TREES) {
            ModeTree tree = ModeTree.parsed(text);
            double[][] tensor =
                    TreeFactorization.orthonormal(tree, 4, values, 7, random).tensor();
            double unit = 7 / Math.sqrt(1.74);
            for (ModeTree child : tree.children()) {
                double[] found =
                        Matricization.of(tree.modes(), 4, child.modes()).singularValues(tensor);
                assertThat(java.util.Arrays.copyOf(found, 4))
                        .containsExactly(new double[] {unit, 0.7 * unit, 0.5 * unit, 0}, within(1e-13));
            }
        }
    }

    /** The loss is quadratic in every single parameter, so that a central difference of any width is exact. */
    @Test
    void everyDerivativeIsACentralDifference() {
        for (int order = 2; order <= 5; order++) {
            assertDerivatives(CpFactorization.random(order, 2, 3, 0.7, random));
        }
        for (String text : TREES) {
            assertDerivatives(tree(text, 2, 0.7));
        }
    }

    private void assertDerivatives(TensorFactorization at) {
        double[][] target = gradient(at);
        Completion task = Completion.random(target, target.length * target[0].length / 2, random);
        double[][] gradient = Matrices.copy(target);
        task.loss(at.tensor(), gradient);
        at.differentiate(gradient);
        List<double[][]> slopes = at.gradients().stream().map(Matrices::copy).toList();
        for (int n = 0; n < slopes.size(); n++) {
            double[][] parameter = at.parameters().get(n);
            for (int i = 0; i < parameter.length; i++) {
                for (int j = 0; j < parameter[i].length; j++) {
                    double before = parameter[i][j];
                    double[] losses = new double[2];
                    for (int side = 0; side < 2; side++) {
                        parameter[i][j] = before + side - 0.5;
                        at.step(squared -> 0);
                        losses[side] = task.loss(at.tensor(), gradient);
                    }
                    parameter[i][j] = before;
                    assertThat(slopes.get(n)[i][j]).isCloseTo(losses[1] - losses[0], within(1e-11));
                }
            }
        }
    }
}
