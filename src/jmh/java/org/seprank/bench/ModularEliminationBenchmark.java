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
import org.openjdk.jmh.annotations.TearDown;
import org.seprank.oracle.TextbookElimination;
import org.seprank.rank.ModularElimination;
import org.seprank.rank.ModularMatrix;
import org.seprank.work.ParallelLoop;

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

        private ModularMatrix matrix = ModularMatrix.of(new long[0][]);
        private ParallelLoop twoThreads = ParallelLoop.of(2);

        /** Draws the matrix. */
        @Setup
        public void draw() {
            matrix = ModularMatrix.draw(order, order, new SplittableRandom(order));
            twoThreads = ParallelLoop.of(2);
        }

        /** Lets the threads go. */
        @TearDown
        public void close() {
            twoThreads.close();
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
        return ModularElimination.of(drawn.matrix, drawn.twoThreads).rank();
    }

    /** The textbook's. */
    @Benchmark
    public int textbook(Drawn drawn) {
        return TextbookElimination.pivotColumns(drawn.matrix).size();
    }
}
