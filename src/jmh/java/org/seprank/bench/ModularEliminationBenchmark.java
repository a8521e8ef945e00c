package org.seprank.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.seprank.oracle.TextbookElimination;
import org.seprank.rank.ModularElimination;
import org.seprank.rank.ModularMatrix;
import org.seprank.work.Parallel;

/** The rank of a random square matrix over GF(2³¹ - 1), blocked on one and two threads and as textbooks have it. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ModularEliminationBenchmark {
    /** A matrix. */
    @State(Scope.Benchmark)
    public static class Drawn {
        /** The number of rows and of columns. */
        @Param({"256", "512", "1024", "2048", "4096"})
        public int order;

        private ModularMatrix matrix = ModularMatrix.over(0, 0, new int[0]);

        /** Draws the matrix. */
        @Setup
        public void draw() {
            matrix = ModularMatrix.draw(order, order, new SplittableRandom(order));
        }
    }

    /** Ours on one thread. */
    @Benchmark
    public int oneThread(Drawn drawn) {
        return ModularElimination.of(drawn.matrix).rank();
    }

    /** Ours on two threads. */
    @Benchmark
    public int twoThreads(Drawn drawn) {
        return ModularElimination.of(drawn.matrix, Parallel.of(2)).rank();
    }

    /** The textbook's. */
    @Benchmark
    public int textbook(Drawn drawn) {
        return TextbookElimination.pivotColumns(drawn.matrix).size();
    }
}
