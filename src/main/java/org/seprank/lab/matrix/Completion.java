package org.seprank.lab.matrix;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/** Matrix completion: m entries are seen. Immutable. */
public final class Completion implements MatrixTask {
    private final double[][] target;
    private final int[] observed; // i n + j, ascending

    /** With the target W*, [n, n], and the positions {@code i n + j}, ascending, of the entries that are seen. */
    Completion(double[][] target, int[] observed) {
        this.target = target;
        this.observed = observed;
    }

    /** A uniformly random set of m entries of a target. */
    public static Completion random(double[][] target, int m, SplittableRandom random) {
        return new Completion(target, chosen(target.length * target[0].length, m, random));
    }

    /**
     * The Gaussian target of rank r, {@code U Vᵀ} with normal factors, scaled to norm n so that an entry is about 1.
     *
     * @param n rows and columns
     * @param rank r, in 1..n
     */
    public static double[][] target(int n, int rank, SplittableRandom random) {
        double[][] target = Products.productTransposed(
                Matrices.gaussian(n, rank, 1, random), Matrices.gaussian(n, rank, 1, random));
        Matrices.scale(n / Matrices.norm(target), target);
        return target;
    }

    /** A uniformly random set of m of the numbers 0..count-1, ascending; a new array. Time O(count). */
    public static int[] chosen(int count, int m, SplittableRandom random) {
        if (m < 1 || m > count) {
            throw new IllegalArgumentException("cannot observe " + m + " of " + count + " entries");
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] chosen = Arrays.copyOf(order, m);
        Arrays.sort(chosen);
        return chosen;
    }

    @Override
    public double[][] target() {
        return target;
    }

    @Override
    public int observations() {
        return observed.length;
    }

    /** The positions {@code i n + j}, ascending; a new array. */
    int[] observed() {
        return observed.clone();
    }

    @Override
    public double loss(double[][] matrix, double[][] gradient) {
        int n = target[0].length;
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        double sum = 0;
        for (int position : observed) {
            int i = position / n;
            int j = position - i * n;
            double error = matrix[i][j] - target[i][j];
            sum += error * error;
            gradient[i][j] = 2 * error / observed.length;
        }
        return sum / observed.length;
    }
}
