package org.seprank.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.VertexSet;
import org.seprank.rank.ModularMatrix;
import org.seprank.rank.ModularVectors;
import org.seprank.separation.ProductNetworkCircuit.Side;
import org.seprank.walk.Target;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

class ProductNetworkGridTest {
    private static final long SEED = 7;

    static LongStream seeds() {
        return LongStream.range(200, 320);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEntryIsAForwardPass(long seed) {
        assertEntriesAreForwardPasses(Problems.random(seed, 4), 7, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 40", "3, 300", "4, 33"})
    void everyEntryIsAForwardPassWhateverTheThreadsAndTheSize(int threads, int size) {
        SplittableRandom random = new SplittableRandom(size);
        SeparationProblem problem = new SeparationProblem(
                Problems.random(9, threads % 2 == 0, 0.3, random),
                VertexSet.of(9, 0, 2, 3, 8),
                threads == 3 ? Target.vertex(3) : Target.graph(),
                2,
                3,
                5);
        assertEntriesAreForwardPasses(problem, size, threads);
    }

    @Test
    void anUnreachableSideLeavesARankOfOne() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(6), VertexSet.range(6, 0, 2), Target.vertex(5), 1, 2, 2);
        ModularMatrix matrix = evaluated(problem, 4, 1).matrix();
        assertThat(matrix.at(0, 1)).isEqualTo(matrix.at(3, 1)).isNotEqualTo(matrix.at(0, 2));
        SeparationProblem other =
                new SeparationProblem(Problems.path(6), VertexSet.range(6, 0, 2), Target.vertex(0), 2, 2, 2);
        matrix = evaluated(other, 4, 1).matrix();
        assertThat(matrix.at(1, 0)).isEqualTo(matrix.at(1, 3)).isNotEqualTo(matrix.at(2, 0));
    }

    @Test
    void enlargingInStepsGivesTheGridOfOneStep() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(5), VertexSet.range(5, 0, 1), Target.graph(), 3, 2, 3);
        ProductNetworkGrid grid = ProductNetworkGrid.of(problem, SEED);
        for (int size : new int[] {1, 2, 40, 41, 300, 310}) {
            assertThat(grid.enlarge(size, Parallel.of(2), Progress.none())).isTrue();
            assertThat(grid.size()).isEqualTo(size);
            assertThat(grid.matrix()).isEqualTo(evaluated(problem, size, 1).matrix());
        }
    }

    @Test
    void cancellingLeavesTheGridAsItWas() {
        SeparationProblem problem =
                new SeparationProblem(Problems.path(5), VertexSet.range(5, 0, 1), Target.graph(), 3, 2, 3);
        ProductNetworkGrid grid = evaluated(problem, 20, 1);
        ModularMatrix before = grid.matrix();
        assertThat(grid.enlarge(200, Parallel.single(), new Cancelling(0))).isFalse();
        assertThat(grid.matrix()).isEqualTo(before);
        assertThat(grid.enlarge(200, Parallel.single(), Progress.none())).isTrue();
        assertThat(grid.matrix()).isEqualTo(evaluated(problem, 200, 1).matrix());
    }

    private static ProductNetworkGrid evaluated(SeparationProblem problem, int size, int threads) {
        ProductNetworkGrid grid = ProductNetworkGrid.of(problem, SEED);
        grid.enlarge(size, Parallel.of(threads), Progress.none());
        return grid;
    }

    private static void assertEntriesAreForwardPasses(SeparationProblem problem, int size, int threads) {
        ModularMatrix matrix = evaluated(problem, size, threads).matrix();
        SplittableRandom random = new SplittableRandom(SEED);
        ProductNetwork network = ProductNetwork.draw(problem, random.split());
        ProductNetworkSamples inner = samples(problem, Side.INNER, random);
        ProductNetworkSamples outer = samples(problem, Side.OUTER, random);
        int step = size < 20 ? 1 : 13;
        for (int a = 0; a < size; a += step) {
            for (int b = 0; b < size; b += step) {
                int[][] inputs = new int[problem.graph().vertexCount()][problem.inputWidth()];
                copy(inner, a, inputs);
                copy(outer, b, inputs);
                assertThat(matrix.at(a, b))
                        .as("entry (%d, %d) of %s", a, b, problem)
                        .isEqualTo(network.evaluate(inputs));
            }
        }
    }

    private static ProductNetworkSamples samples(SeparationProblem problem, Side side, SplittableRandom random) {
        return new ProductNetworkSamples(
                ProductNetworkCircuit.of(problem), side, problem.inputWidth(), random.nextLong());
    }

    private static void copy(ProductNetworkSamples samples, int sample, int[][] inputs) {
        double[][][] drawn = samples.draw(sample, sample + 1);
        ProductNetworkCircuit circuit = samples.circuit();
        for (int leaf : circuit.leaves(samples.side())) {
            int[] x = inputs[circuit.nodes().get(leaf).vertex()];
            for (int e = 0; e < x.length; e++) {
                x[e] = ModularVectors.residue(drawn[leaf][e][0]);
            }
        }
    }
}
