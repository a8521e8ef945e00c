package org.seprank.separation.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.oracle.SmallGraphs;
import org.seprank.rank.Certainty;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.ProductNetworkOverReals;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/** The rank measured on a network in double precision against the certified rank of the same shape. */
class MeasuredRankTest {
    private static final int SPARE = 8;

    static List<SeparationProblem> problems() {
        List<SeparationProblem> problems = new ArrayList<>();
        for (long seed = 1; problems.size() < 12; seed++) {
            Graph graph = SmallGraphs.undirected(seed);
            VertexSet side = SmallGraphs.subset(graph, seed);
            if (graph.vertexCount() <= 6 && graph.edgeCount() > 0 && side.isProper()) {
                Target target = seed % 2 == 0 ? Target.graph() : Target.vertex(0);
                SeparationProblem problem = new SeparationProblem(graph, side, target, 1 + (int) (seed % 2), 2, 2);
                if (CertifiedRank.of(problem, CertifiedRank.Options.withSeed(1)).rank() <= 12) {
                    problems.add(problem);
                }
            }
        }
        return problems;
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theMeasuredRankIsTheCertifiedRank(SeparationProblem problem) {
        CertifiedRank certified = CertifiedRank.of(problem, CertifiedRank.Options.withSeed(1));
        assertThat(certified.certainty()).isNotInstanceOf(Certainty.AtLeast.class);
        InteractionMeasures measures = InteractionMeasures.of(grid(problem, certified.rank() + SPARE, 7));
        assertThat(measures.raw().rank()).isEqualTo(certified.rank());
        assertThat(measures.raw().rank()).isEqualTo(certified.rank());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void aNetworkOfWidthOneIsAProduct(int depth) {
        Graph path = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        SeparationProblem problem = new SeparationProblem(path, VertexSet.of(4, 0, 1), Target.graph(), depth, 1, 1);
        InteractionMeasures measures = InteractionMeasures.of(grid(problem, 20, 3));
        assertThat(measures.raw().rank()).isEqualTo(1);
        assertThat(measures.energyBeyondProduct()).isZero();
    }

    /** The values of a network with random weights on random inputs, neither near 0. */
    private static InteractionGrid grid(SeparationProblem problem, int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[][]> weights = new ArrayList<>();
        int width = problem.inputWidth();
        for (int layer = 1; layer <= problem.depth(); layer++) {
            weights.add(draw(problem.hiddenWidth(), width, random));
            width = problem.hiddenWidth();
        }
        weights.add(draw(1, width, random));
        var network = ProductNetworkOverReals.of(problem.graph(), problem.target(), weights);
        int n = problem.graph().vertexCount();
        double[][][] inner = new double[samples][][];
        double[][][] outer = new double[samples][][];
        for (int s = 0; s < samples; s++) {
            inner[s] = draw(n, problem.inputWidth(), random);
            outer[s] = draw(n, problem.inputWidth(), random);
        }
        return Grids.of(samples, samples, (a, b) -> {
            double[][] inputs = new double[n][];
            for (int v = 0; v < n; v++) {
                inputs[v] = problem.partition().contains(v) ? inner[a][v] : outer[b][v];
            }
            return network.evaluate(inputs);
        });
    }

    private static double[][] draw(int rows, int columns, SplittableRandom random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 1.5);
            }
        }
        return matrix;
    }
}
