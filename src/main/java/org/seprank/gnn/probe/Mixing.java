package org.seprank.gnn.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.Network;
import org.seprank.gnn.Precision;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;

/**
 * How strongly a scalar f of a network couples the features of two vertices (mixing of arXiv 2306.03589, there as the
 * maximum over pairs of features): {@code m(u, w) = sum_ij |H_ij|}, {@code H_ij = d^2 f / d x_u^i d x_w^j}.
 *
 * <p>Features enter f only through the first layer's product {@code z = x W}, so {@code H = W M W^T}, M the derivatives
 * by z_u and z_w; whichever of H and M is smaller is taken by central differences {@code (f(+,+) - f(+,-) - f(-,+) +
 * f(-,-)) / (4 g h)} in double precision on a grid of 2k x 2k points. Steps move the largest entry of z by {@code g =
 * 1.2e-4 max(1, |z|)}, the fourth root of the machine's precision: truncation is O(g^2), rounding about {@code 1e-16
 * |f| / g^2}, both about 1e-8 for numbers about 1. Functions of at most second degree in each vertex's features, such
 * as those of product networks of depth 1, have no truncation error. At a kink of a rectifier H does not exist and the
 * difference is large.
 *
 * <p>With s vertices in reach and {@code k = min(D_x, width of z)}: time {@code O(k^2 s D^2 L + D_x^2 D)}.
 */
public final class Mixing {
    private static final double STEP = 1.2e-4;

    private final Network network; // in double precision
    private final GraphBatch batch;
    private final Effort effort = Effort.usual();

    private Mixing(Network network, GraphBatch batch) {
        this.network = network;
        this.batch = batch;
    }

    /** Mixing in that network, as it is now, at the features of that graph. */
    public static Mixing of(Network network, GraphBatch batch) {
        return new Mixing(network.copy(Precision.DOUBLE), batch);
    }

    /**
     * m(u, w); zero if one of them is out of reach.
     *
     * @param pair u and w
     * @throws IllegalArgumentException if there are no such vertices, or more memory is needed than allowed
     * @throws DivergedException if the network gives a number that is not finite
     */
    public double sum(Pair pair, Scalar scalar) {
        double[][] weights = weights();
        if (weights.length <= weights[0].length) {
            List<double[]> features = List.of(weights);
            double[][] h = differences(pair, scalar, features);
            return Arrays.stream(h)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .sum();
        }
        List<double[]> units = IntStream.range(0, weights[0].length)
                .mapToObj(c -> {
                    double[] unit = new double[weights[0].length];
                    unit[c] = 1;
                    return unit;
                })
                .toList();
        return sumOfProduct(weights, differences(pair, scalar, units));
    }

    /**
     * Two vertices.
     *
     * @param u one
     * @param w another
     */
    public record Pair(int u, int w) {
        /** Checks that they differ. */
        public Pair {
            if (u == w) {
                throw new IllegalArgumentException("mixing is between two vertices, not " + u + " and itself");
            }
        }
    }

    /** W, [D_x, width of z], as the product of the unit matrix with it. */
    private double[][] weights() {
        int width = network.fitted().inputWidth();
        int[] offsets = IntStream.rangeClosed(0, width).toArray();
        int[] columns = IntStream.range(0, width).toArray();
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        Matrix<?> product = network.multiply(FeatureMatrix.sparse(Csr.of(width, offsets, columns, ones)))
                .product();
        double[][] rows = new double[width][];
        Arrays.setAll(
                rows,
                i -> Arrays.copyOfRange((double[]) product.data(), i * product.stride(), (i + 1) * product.stride()));
        return rows;
    }

    /** {@code p^T M q} for the same directions p of z_u and q of z_w. */
    private double[][] differences(Pair pair, Scalar scalar, List<double[]> directions) {
        checkVertex(pair.u);
        checkVertex(pair.w);
        PairGrid.Question question = new PairGrid.Question(network, batch, scalar);
        int[] field = question.field();
        int k = directions.size();
        effort.check(network.fitted(), field.length, new Effort.Shape(2 * k, 1), new Effort.Shape(2 * k, 1));
        double[][] result = new double[k][k];
        if (Arrays.binarySearch(field, pair.u) < 0 || Arrays.binarySearch(field, pair.w) < 0) {
            return result;
        }
        Moves atU = moves(pair.u, directions);
        Moves atW = moves(pair.w, directions);
        int[] rest =
                Arrays.stream(field).filter(v -> v != pair.u && v != pair.w).toArray();
        PairGrid grid = new PairGrid(question, atU.side(), atW.side(), fixed(rest));
        double[][] f = grid.values(new PairGrid.Team(network, effort.threads()), effort.progress());
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double difference =
                        f[2 * i][2 * j] - f[2 * i][2 * j + 1] - f[2 * i + 1][2 * j] + f[2 * i + 1][2 * j + 1];
                result[i][j] = difference / (4 * atU.steps.get(i) * atW.steps.get(j));
            }
        }
        return result;
    }

    private void checkVertex(int v) {
        if (v < 0 || v >= batch.vertexCount()) {
            throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (batch.vertexCount() - 1));
        }
    }

    private Side fixed(int[] vertices) {
        return Side.of(
                vertices,
                vertices.length == 0
                        ? List.of()
                        : List.of(network.multiply(batch.features().select(vertices))));
    }

    /**
     * A vertex moved forth and back along directions.
     *
     * @param side two samples per direction
     * @param steps how far along each
     */
    private record Moves(Side side, List<Double> steps) {}

    private Moves moves(int vertex, List<double[]> directions) {
        int[] only = {vertex};
        Matrix<?> at = network.multiply(batch.features().select(only)).product();
        double[] z = Arrays.copyOf((double[]) at.data(), at.stride());
        List<FeatureMatrix> samples = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        for (double[] direction : directions) {
            double largest = largest(direction);
            double step = STEP * Math.max(1, largest(z)) / (largest == 0 ? 1 : largest);
            steps.add(step);
            for (int sign = 1; sign >= -1; sign -= 2) {
                double[] moved = z.clone();
                for (int c = 0; c < z.length; c++) {
                    moved[c] += sign * step * direction[c];
                }
                Matrix<double[]> block = new Matrix<>(moved, 1, at.width(), at.stride());
                samples.add(FeatureMatrix.multiplied(batch.features().width(), block));
            }
        }
        return new Moves(Side.of(only, samples), steps);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** {@code sum_ij |(W M W^T)_ij|} without keeping the product. */
    private static double sumOfProduct(double[][] weights, double[][] m) {
        double sum = 0;
        for (double[] row : weights) {
            double[] times = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                for (int d = 0; d < row.length; d++) {
                    times[d] += row[c] * m[c][d];
                }
            }
            for (double[] other : weights) {
                double dot = 0;
                for (int d = 0; d < other.length; d++) {
                    dot += times[d] * other[d];
                }
                sum += Math.abs(dot);
            }
        }
        return sum;
    }
}
