package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.oracle.ComputationTree;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularMatrices;
import org.seprank.rank.ModularMatrix;
import org.seprank.walk.Target;
import org.seprank.walk.WalkCounts;

class ProductNetworkTest {
    private static final Graph EDGE = Graph.undirected(2, new int[][] {{0, 1}});

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOutputIsThatOfTheComputationTree(long seed) {
        SeparationProblem problem = Problems.random(seed, 2);
        SplittableRandom random = new SplittableRandom(seed);
        ProductNetwork network = ProductNetwork.draw(problem, random);
        int[][] inputs = inputs(problem, random);
        int[] ends = problem.target().ends(problem.graph().vertexCount()).toArray();
        assertThat(network.evaluate(inputs))
                .as("%s", problem)
                .isEqualTo(new ComputationTree(problem.graph(), network.weights(), inputs).output(ends));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDegreeInAnInputIsItsNumberOfWalksToTheTarget(long seed) {
        SeparationProblem problem = Problems.random(seed, 4);
        SplittableRandom random = new SplittableRandom(seed);
        ProductNetwork network = ProductNetwork.draw(problem, random);
        int[][] inputs = inputs(problem, random);
        int before = network.evaluate(inputs);
        int n = problem.graph().vertexCount();
        int v = random.nextInt(n);
        inputs[v] = Arrays.stream(inputs[v]).map(x -> Modular.multiply(x, 3)).toArray();
        long degree = WalkCounts.endingIn(problem.graph(), problem.target().ends(n), problem.depth())
                .longAt(v);
        assertThat(network.evaluate(inputs)).isEqualTo(Modular.multiply(before, Modular.power(3, degree)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void smallIntegersGiveTheSameOutputOverTheReals(long seed) {
        SeparationProblem problem = Problems.random(seed, 2);
        SplittableRandom random = new SplittableRandom(seed);
        List<ModularMatrix> weights = new ArrayList<>();
        List<double[][]> reals = new ArrayList<>();
        for (ModularMatrix drawn : ProductNetwork.draw(problem, random).weights()) {
            long[][] small = small(drawn.rows(), drawn.columns(), random);
            weights.add(ModularMatrices.of(small));
            reals.add(toDoubles(small));
        }
        long[][] inputs = small(problem.graph().vertexCount(), problem.inputWidth(), random);
        ProductNetwork network = ProductNetwork.of(problem.graph(), problem.target(), weights);
        ProductNetworkOverReals twin = ProductNetworkOverReals.of(problem.graph(), problem.target(), reals);
        double output = twin.evaluate(toDoubles(inputs));
        assertThat(Math.abs(output)).isLessThan(0x1p53);
        int[][] residues = Arrays.stream(inputs)
                .map(x -> Arrays.stream(x).mapToInt(Modular::reduce).toArray())
                .toArray(int[][]::new);
        assertThat(network.evaluate(residues)).isEqualTo(Modular.reduce((long) output));
    }

    @Test
    void anEdgeOfDepthOneMultipliesItsEnds() {
        List<double[][]> weights = List.of(new double[][] {{1, 2}, {0.5, -1}}, new double[][] {{3, 5}});
        double[][] x = {{1, 1}, {2, 4}};
        // W x is (3, -0.5) and (10, -3)
        double vertex = 3 * (3 * 10) + 5 * (0.5 * 3);
        double graph = 3 * Math.pow(3 * 10, 2) + 5 * Math.pow(0.5 * 3, 2);
        assertThat(ProductNetworkOverReals.of(EDGE, Target.vertex(1), weights).evaluate(x))
                .isCloseTo(vertex, within(1e-12));
        assertThat(ProductNetworkOverReals.of(EDGE, Target.graph(), weights).evaluate(x))
                .isCloseTo(graph, within(1e-10));
    }

    @Test
    void informationFollowsTheDirectionOfEdges() {
        Graph arc = Graph.directed(2, new int[][] {{0, 1}});
        List<double[][]> weights = List.of(new double[][] {{1}}, new double[][] {{1}});
        double[][] x = {{2}, {3}};
        assertThat(ProductNetworkOverReals.of(arc, Target.vertex(0), weights).evaluate(x))
                .isEqualTo(2);
        assertThat(ProductNetworkOverReals.of(arc, Target.vertex(1), weights).evaluate(x))
                .isEqualTo(6);
    }

    @Test
    void weightsAreCopied() {
        double[][] first = {{1}};
        ProductNetworkOverReals network =
                ProductNetworkOverReals.of(EDGE, Target.vertex(0), List.of(first, new double[][] {{1}}));
        first[0][0] = 100;
        assertThat(network.evaluate(new double[][] {{2}, {3}})).isEqualTo(6);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        ModularMatrix two = ModularMatrices.of(new long[][] {{1, 2}, {3, 4}});
        ModularMatrix output = ModularMatrices.of(new long[][] {{1, 2}});
        ModularMatrix wide = ModularMatrices.of(new long[][] {{1, 2, 3}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductNetwork.of(EDGE, Target.graph(), List.of(output)))
                .withMessageContaining("not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductNetwork.of(EDGE, Target.graph(), List.of(two, wide)))
                .withMessageContaining("takes 3 entries, the one before yields 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductNetwork.of(EDGE, Target.graph(), List.of(two, two)))
                .withMessageContaining("2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductNetwork.of(EDGE, Target.vertex(2), List.of(two, output)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductNetworkOverReals.of(
                        EDGE, Target.graph(), List.of(new double[][] {{1}}, new double[0][])))
                .withMessageContaining("takes 0");
    }

    @Test
    void inputsThatDoNotFitAreRefused() {
        ModularMatrix two = ModularMatrices.of(new long[][] {{1, 2}, {3, 4}});
        ProductNetwork network =
                ProductNetwork.of(EDGE, Target.graph(), List.of(two, ModularMatrices.of(new long[][] {{1, 2}})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.evaluate(new int[][] {{1, 2}}))
                .withMessageContaining("1 vertices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.evaluate(new int[][] {{1, 2}, {1}}))
                .withMessageContaining("vertex 1 has width 1");
        ProductNetworkOverReals twin = ProductNetworkOverReals.of(
                EDGE, Target.graph(), List.of(new double[][] {{1, 2}}, new double[][] {{1}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twin.evaluate(new double[][] {{1, 2}, {1, 2}, {1, 2}}))
                .withMessageContaining("3 vertices");
    }

    private static int[][] inputs(SeparationProblem problem, SplittableRandom random) {
        int[][] inputs = new int[problem.graph().vertexCount()][problem.inputWidth()];
        for (int[] x : inputs) {
            Arrays.setAll(x, e -> Modular.draw(random));
        }
        return inputs;
    }

    private static long[][] small(int rows, int columns, SplittableRandom random) {
        long[][] numbers = new long[rows][columns];
        for (long[] row : numbers) {
            Arrays.setAll(row, j -> random.nextInt(-1, 2));
        }
        return numbers;
    }

    private static double[][] toDoubles(long[][] numbers) {
        return Arrays.stream(numbers)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }
}
