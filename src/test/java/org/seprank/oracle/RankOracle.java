package org.seprank.oracle;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.seprank.graph.Adjacency;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/**
 * The rank of random values {@code f(x_a, y_b)} modulo p = 2^31 - 1 for random weights: each entry by a forward pass of
 * its own, the rank by textbook elimination. Never above the separation rank; equal to it with probability close to 1
 * if it is below the number of inputs.
 */
public final class RankOracle {
    /** The field's size. */
    public static final long P = (1L << 31) - 1;

    private final SeparationProblem problem;
    private final long[][][] weights;
    private final long[] output;

    private RankOracle(SeparationProblem problem, SplittableRandom random) {
        this.problem = problem;
        this.weights = new long[problem.depth()][problem.hiddenWidth()][];
        for (int layer = 0; layer < weights.length; layer++) {
            for (int d = 0; d < problem.hiddenWidth(); d++) {
                weights[layer][d] = random(random, layer == 0 ? problem.inputWidth() : problem.hiddenWidth());
            }
        }
        this.output = random(random, problem.hiddenWidth());
    }

    private static long[] random(SplittableRandom random, int size) {
        return random.longs(size, 0, P).toArray();
    }

    /** The rank of a matrix of that many random inputs per side. */
    public static int rank(SeparationProblem problem, int inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RankOracle network = new RankOracle(problem, random);
        int n = problem.graph().vertexCount();
        long[][][] draws = new long[inputs][n][];
        for (long[][] draw : draws) {
            for (int i = 0; i < n; i++) {
                draw[i] = random(random, problem.inputWidth());
            }
        }
        return network.rank(
                draws,
                draws,
                problem.partition()::contains,
                v -> !problem.partition().contains(v));
    }

    /**
     * The same where only the vertices u and v of the problem's pair take random inputs, those of u by row and those of
     * v by column; all others have inputs that are drawn once.
     */
    public static int rankOfPair(SeparationProblem problem, int inputs, long seed) {
        Target.OfPair pair = (Target.OfPair) problem.target();
        SplittableRandom random = new SplittableRandom(seed);
        RankOracle network = new RankOracle(problem, random);
        int n = problem.graph().vertexCount();
        long[][] fixed = new long[n][];
        Arrays.setAll(fixed, i -> random(random, problem.inputWidth()));
        long[][][] rows = new long[inputs][][];
        long[][][] columns = new long[inputs][][];
        for (int a = 0; a < inputs; a++) {
            rows[a] = fixed.clone();
            rows[a][pair.u()] = random(random, problem.inputWidth());
            columns[a] = fixed.clone();
            columns[a][pair.v()] = random(random, problem.inputWidth());
        }
        return network.rank(rows, columns, v -> v == pair.u(), v -> v == pair.v());
    }

    private int rank(long[][][] rows, long[][][] columns, IntPredicate ofRow, IntPredicate ofColumn) {
        long[][] values = new long[rows.length][columns.length];
        long[][] mixed = rows[0].clone();
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < columns.length; b++) {
                for (int i = 0; i < mixed.length; i++) {
                    mixed[i] = ofRow.test(i) ? rows[a][i] : ofColumn.test(i) ? columns[b][i] : mixed[i];
                }
                values[a][b] = value(mixed);
            }
        }
        return rank(values);
    }

    private long value(long[][] inputs) {
        int n = inputs.length;
        long[][] h = inputs;
        for (long[][] weight : weights) {
            long[][] z = new long[n][];
            for (int i = 0; i < n; i++) {
                z[i] = product(weight, h[i]);
            }
            Adjacency in = problem.graph().in();
            h = new long[n][];
            for (int i = 0; i < n; i++) {
                h[i] = z[i].clone();
                for (int k = in.offsets()[i]; k < in.offsets()[i + 1]; k++) {
                    multiply(h[i], z[in.neighbours()[k]]);
                }
            }
        }
        long[] all = new long[output.length];
        Arrays.fill(all, 1);
        for (int i : problem.target().ends(n).toArray()) {
            multiply(all, h[i]);
        }
        return product(new long[][] {output}, all)[0];
    }

    private static long[] product(long[][] matrix, long[] vector) {
        long[] result = new long[matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < vector.length; c++) {
                result[r] = (result[r] + matrix[r][c] * vector[c]) % P;
            }
        }
        return result;
    }

    private static void multiply(long[] into, long[] by) {
        for (int d = 0; d < into.length; d++) {
            into[d] = into[d] * by[d] % P;
        }
    }

    /** The rank over GF(P); the matrix is overwritten. */
    public static int rank(long[][] matrix) {
        int rank = 0;
        int columns = matrix.length == 0 ? 0 : matrix[0].length;
        for (int c = 0; c < columns && rank < matrix.length; c++) {
            int pivot = rank;
            while (pivot < matrix.length && matrix[pivot][c] == 0) {
                pivot++;
            }
            if (pivot == matrix.length) {
                continue;
            }
            long[] row = matrix[pivot];
            matrix[pivot] = matrix[rank];
            matrix[rank] = row;
            long inverse = power(row[c], P - 2);
            for (int r = rank + 1; r < matrix.length; r++) {
                long factor = P - matrix[r][c] * inverse % P;
                for (int k = c; k < columns && factor != P; k++) {
                    matrix[r][k] = (matrix[r][k] + factor * row[k]) % P;
                }
            }
            rank++;
        }
        return rank;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            result = (left & 1) == 1 ? result * square % P : result;
            square = square * square % P;
        }
        return result;
    }
}
