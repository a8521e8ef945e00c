package org.seprank.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.seprank.lab.numeric.Products;

/**
 * The product of two n x n matrices in double precision, as the laboratories take them by the thousand: our kernel
 * beside ND4J's and the plain triple loop. GFLOP/s are {@code 2 n^3} over the nanoseconds. Set OMP_NUM_THREADS=1 for
 * one thread in ND4J; ours has one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class LabProduct {
    /** Rows and columns. */
    @Param({"40", "64", "100", "200", "500"})
    public int n;

    private double[][] a = {};
    private double[][] b = {};
    private double[][] c = {};
    private INDArray left = Nd4j.zeros(1);
    private INDArray right = Nd4j.zeros(1);
    private INDArray product = Nd4j.zeros(1);

    /** Makes the matrices. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        a = new double[n][n];
        b = new double[n][n];
        c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() - 0.5;
                b[i][j] = random.nextDouble() - 0.5;
            }
        }
        left = Nd4j.createFromArray(a);
        right = Nd4j.createFromArray(b);
        product = Nd4j.createFromArray(c).dup('f');
    }

    /** Ours. */
    @Benchmark
    public double[][] ours() {
        Products.multiply(a, b, c);
        return c;
    }

    /** ND4J's, into an array that is there. */
    @Benchmark
    public INDArray nd4j() {
        return left.mmuli(right, product);
    }

    /** Rows, terms, columns. */
    @Benchmark
    public double[][] plain() {
        for (int i = 0; i < n; i++) {
            double[] row = c[i];
            java.util.Arrays.fill(row, 0);
            for (int k = 0; k < n; k++) {
                double factor = a[i][k];
                double[] other = b[k];
                for (int j = 0; j < n; j++) {
                    row[j] += factor * other[j];
                }
            }
        }
        return c;
    }
}
