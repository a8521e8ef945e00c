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
        if (most > 1 && !isDominant(2)) { // as on most graphs
            return 1;
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

    private static int rows(List<SparseVector> columns) {
        return (int) columns.stream()
                .flatMapToInt(column -> Arrays.stream(column.indices()))
                .distinct()
                .count();
    }

    private boolean isDominant(List<SparseVector> columns, int channels) {
        int[] at = new int[set.vertices()];
        int vertices = 0;
        for (SparseVector column : columns) {
            for (int i : column.indices()) {
                at[i] = at[i] == 0 ? ++vertices : at[i];
            }
        }
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
        return ModularElimination.of(ModularMatrix.over(rows, width, jacobian)).rank() == rows;
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
