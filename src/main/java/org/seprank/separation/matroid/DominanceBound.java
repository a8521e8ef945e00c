package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.seprank.graph.VertexSet;
import org.seprank.rank.Modular;
import org.seprank.rank.ModularElimination;
import org.seprank.rank.ModularMatrix;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;

/**
 * A lower bound that uses D_h beyond D_x: {@code sep >= prod_g C(s + K_g - 1, K_g)} over the m classes g that cross,
 * K_g their degrees, for every {@code s <= D_h} for which the sides' layer-1 products, s channels up to a common factor
 * each, can be anything: the Jacobians of their logarithms have rank {@code m (s-1)} on both sides, modulo p at a
 * random point.
 *
 * <p>Up to {@code s = D_x} that is so exactly where the classes' multiplicities {@code c_gi} at the vertices i have
 * rank m: row g of channel d is {@code c_gi (w_d / y_i(d) - w_0 / y_i(0))} at vertex i, and where {@code w_0 ..
 * w_(s-1)} are independent, so are the s - 1 differences of each vertex, which a change of basis at every vertex turns
 * into unit vectors; the Jacobian becomes {@code c} tensor the identity of size s - 1.
 */
final class DominanceBound {
    private static final int LARGEST_JACOBIAN = 4_000_000;

    private final GroundSet set;
    private final int inputWidth;
    private final int[][] weights; // [D_h][D_x], first column ones
    private final int[][] inputs; // [n][D_x]

    private DominanceBound(GroundSet set, int inputWidth, int hiddenWidth, RandomGenerator random) {
        this.set = set;
        this.inputWidth = inputWidth;
        this.weights = draw(hiddenWidth, inputWidth, random);
        for (int[] row : weights) {
            row[0] = 1;
        }
        this.inputs = draw(set.vertices(), inputWidth, random);
    }

    private static int[][] draw(int rows, int columns, RandomGenerator random) {
        int[][] drawn = new int[rows][columns];
        for (int[] row : drawn) {
            Arrays.setAll(row, k -> Modular.draw(random));
        }
        return drawn;
    }

    /** The largest of the bounds. Time O(log D_h) eliminations of matrices [m s, n D_x]. */
    static MatroidBound of(
            Unfolding unfolding,
            VertexSet side,
            int inputWidth,
            int hiddenWidth,
            int mode,
            VertexSet constant,
            RandomGenerator random) {
        GroundSet set = GroundSet.of(unfolding, side, mode, constant)
                .map(GroundSet::crossing)
                .filter(crossing -> crossing.size() > 0)
                .orElse(null);
        if (set == null) {
            return new MatroidBound(Magnitude.ONE, "no class crosses");
        }
        int channels = new DominanceBound(set, inputWidth, hiddenWidth, random).channels(hiddenWidth);
        Magnitude product = Magnitude.ONE;
        for (BigInteger degree : set.degrees()) {
            product = product.times(Magnitude.multisets(channels, degree));
        }
        return new MatroidBound(
                product, channels + (channels == 1 ? " channel" : " channels") + (mode > 1 ? ", mode " + mode : ""));
    }

    private int channels(int hiddenWidth) {
        int least = 1;
        int most = Math.min(
                hiddenWidth, 1 + Math.min(rows(set.inside()), rows(set.outside())) * (inputWidth - 1) / set.size());
        if (most > 1) {
            if (!isIndependent(set.inside()) || !isIndependent(set.outside())) { // as on most graphs
                return 1;
            }
            least = Math.min(most, inputWidth);
        }
        while (least < most) {
            int middle = (least + most + 1) >>> 1;
            if (isDominant(middle)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }

    private boolean isDominant(int channels) {
        return isDominant(set.inside(), channels) && isDominant(set.outside(), channels);
    }

    /** Whether the columns are independent modulo p. */
    private boolean isIndependent(List<SparseVector> columns) {
        int[] at = places(columns);
        int width = rows(columns);
        if ((long) columns.size() * width > LARGEST_JACOBIAN) {
            return false;
        }
        int[] entries = new int[columns.size() * width];
        for (int g = 0; g < columns.size(); g++) {
            SparseVector column = columns.get(g);
            for (int e = 0; e < column.indices().length; e++) {
                entries[g * width + at[column.indices()[e]] - 1] = Modular.reduce(column.values()[e]);
            }
        }
        return hasFullRank(columns.size(), width, entries);
    }

    private static boolean hasFullRank(int rows, int width, int[] entries) {
        return rows <= width
                && ModularElimination.of(ModularMatrix.over(rows, width, entries))
                                .rank()
                        == rows;
    }

    /** Numbers of the vertices that occur, from one; 0 at the others. */
    private int[] places(List<SparseVector> columns) {
        int[] at = new int[set.vertices()];
        int vertices = 0;
        for (SparseVector column : columns) {
            for (int i : column.indices()) {
                at[i] = at[i] == 0 ? ++vertices : at[i];
            }
        }
        return at;
    }

    private static int rows(List<SparseVector> columns) {
        return (int) columns.stream()
                .flatMapToInt(column -> Arrays.stream(column.indices()))
                .distinct()
                .count();
    }

    private boolean isDominant(List<SparseVector> columns, int channels) {
        int[] at = places(columns);
        int vertices = rows(columns);
        int rows = columns.size() * (channels - 1);
        long entries = (long) rows * vertices * inputWidth;
        if (entries > LARGEST_JACOBIAN) {
            return false;
        }
        int[] jacobian = new int[(int) entries];
        int width = vertices * inputWidth;
        for (int g = 0; g < columns.size(); g++) {
            for (int e = 0; e < columns.get(g).indices().length; e++) {
                int i = columns.get(g).indices()[e];
                int times = Modular.reduce(columns.get(g).values()[e]);
                int[] inverses = inverses(i, channels);
                for (int d = 1; d < channels; d++) {
                    int start = (g * (channels - 1) + d - 1) * width + (at[i] - 1) * inputWidth;
                    for (int c = 0; c < inputWidth; c++) {
                        long gradient = (long) Modular.multiply(weights[d][c], inverses[d])
                                - Modular.multiply(weights[0][c], inverses[0]);
                        jacobian[start + c] = Modular.multiply(times, Modular.reduce(gradient));
                    }
                }
            }
        }
        return hasFullRank(rows, width, jacobian);
    }

    /** {@code 1 / y_i(d)} for the first channels d. */
    private int[] inverses(int i, int channels) {
        int[] inverses = new int[channels];
        for (int d = 0; d < channels; d++) {
            int sum = 0;
            for (int c = 0; c < inputWidth; c++) {
                sum = Modular.add(sum, Modular.multiply(weights[d][c], inputs[i][c]));
            }
            inverses[d] = Modular.inverse(Math.max(1, sum));
        }
        return inverses;
    }
}
