package org.seprank.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.rank.ModularMatrix;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.ProductNetwork;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/**
 * A certified rank with 256 samples per side on one thread, elimination included, against a forward pass per pair of
 * samples. Times are per entry of the 256 x 256 matrix.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ProductNetworkGridBenchmark {
    private static final int SAMPLES = 256;
    private static final int PASSES = 256;

    /** The graph: a 5 x 6 grid cut in the middle, or two 8-cliques with a bridge. */
    @Param({"grid", "cliques"})
    public String graph;

    /** L. */
    @Param({"2", "3"})
    public int depth;

    /** Dh; Dx is 8. */
    @Param({"8", "16"})
    public int hiddenWidth;

    private SeparationProblem problem = problem();
    private ProductNetwork network = ProductNetwork.draw(problem, new SplittableRandom(1));
    private int[][] inputs = new int[0][];

    /** Draws a network and inputs. */
    @Setup
    public void draw() {
        problem = problem();
        SplittableRandom random = new SplittableRandom(1);
        network = ProductNetwork.draw(problem, random);
        ModularMatrix drawn = ModularMatrix.draw(problem.graph().vertexCount(), 8, random);
        inputs = new int[drawn.rows()][drawn.columns()];
        for (int v = 0; v < drawn.rows(); v++) {
            for (int e = 0; e < drawn.columns(); e++) {
                inputs[v][e] = drawn.at(v, e);
            }
        }
    }

    private SeparationProblem problem() {
        boolean cliques = "cliques".equals(graph);
        Graph built = cliques ? cliques() : grid();
        int half = built.vertexCount() / 2;
        return new SeparationProblem(
                built,
                VertexSet.range(built.vertexCount(), 0, half - 1),
                Target.graph(),
                Math.max(depth, 1),
                8,
                Math.max(hiddenWidth, 1));
    }

    private static Graph grid() {
        GraphBuilder builder = GraphBuilder.over(30, false);
        for (int v = 0; v < 30; v++) {
            if (v % 5 < 4) {
                builder.edge(v, v + 1);
            }
            if (v < 25) {
                builder.edge(v, v + 5);
            }
        }
        return builder.build();
    }

    private static Graph cliques() {
        GraphBuilder builder = GraphBuilder.over(16, false);
        builder.edge(0, 8);
        for (int u = 0; u < 16; u++) {
            for (int v = u + 1; v < 16; v++) {
                if (u / 8 == v / 8) {
                    builder.edge(u, v);
                }
            }
        }
        return builder.build();
    }

    /** All of the matrix, all its smaller ones before, and their ranks. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES * SAMPLES)
    public int certifiedRank() {
        return CertifiedRank.of(problem, CertifiedRank.Options.withSeed(1).withMaxSamples(SAMPLES))
                .rank();
    }

    /** One forward pass after the other. */
    @Benchmark
    @OperationsPerInvocation(PASSES)
    public int forwardPasses() {
        int sum = 0;
        for (int k = 0; k < PASSES; k++) {
            inputs[0][0] = k;
            sum += network.evaluate(inputs);
        }
        return sum;
    }
}
