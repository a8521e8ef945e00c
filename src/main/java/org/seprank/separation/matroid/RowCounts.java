package org.seprank.separation.matroid;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.seprank.separation.monomial.Magnitude;

/**
 * Lower bounds that count the rows of the coefficient matrix of a network with one channel after the first layer, which
 * has one entry in each column where the classes' columns are independent on the other side.
 */
final class RowCounts {
    private RowCounts() {}

    /**
     * The first-neighbour product: the rows in some order of the vertices of one side; each class is given to its first
     * neighbour l, and {@code sep >= prod_l C(D + K_l - 1, K_l)}, K_l the degrees of the classes that l was given. Of
     * both sides the larger, of those whose other side has independent columns. Next in the order is the vertex that is
     * given least. Time O(n · entries).
     *
     * @param set crossing classes of mode 1
     */
    static MatroidBound firstNeighbours(GroundSet set, int width, SearchEffort effort) {
        Magnitude rows = independent(set.outside(), set, effort) ? product(set.inside(), set, width) : Magnitude.ONE;
        Magnitude columns = independent(set.inside(), set, effort) ? product(set.outside(), set, width) : Magnitude.ONE;
        Magnitude best = rows.compareTo(columns) >= 0 ? rows : columns;
        return new MatroidBound(best, best.nats() == 0 ? "columns not independent on a side" : "");
    }

    private static boolean independent(List<SparseVector> columns, GroundSet set, SearchEffort effort) {
        SparseSpan span = new SparseSpan(set.occurrences(), effort.entries());
        return columns.stream().allMatch(column -> {
            boolean outside = !span.isExhausted() && span.isOutside(column);
            if (outside) {
                span.add();
            }
            return outside;
        });
    }

    private static Magnitude product(List<SparseVector> columns, GroundSet set, int width) {
        boolean[] given = new boolean[set.size()];
        Magnitude product = Magnitude.ONE;
        for (int left = set.size(); left > 0; ) {
            double[] sums = new double[set.vertices()];
            for (int j = 0; j < given.length; j++) {
                if (!given[j]) {
                    double degree = set.degrees().get(j).doubleValue();
                    Arrays.stream(columns.get(j).indices()).forEach(i -> sums[i] += degree);
                }
            }
            int next = least(sums);
            BigInteger total = BigInteger.ZERO;
            for (int j = 0; j < given.length; j++) {
                if (!given[j] && Arrays.stream(columns.get(j).indices()).anyMatch(i -> i == next)) {
                    given[j] = true;
                    total = total.add(set.degrees().get(j));
                    left--;
                }
            }
            product = product.times(Magnitude.multisets(width, total));
        }
        return product;
    }

    /** The index of the least sum that is positive. */
    private static int least(double[] sums) {
        int least = -1;
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0 && (least < 0 || sums[i] < sums[least])) {
                least = i;
            }
        }
        return least;
    }

    /**
     * The width polynomial: rows and columns of a monomial have the same colours, so the matrix of a network with one
     * channel is block diagonal by sets of colours, and {@code sep >= sum_{m=1..K} C(D, m)}, K the walk index of the
     * full boundary; no admissible sets are needed.
     */
    static Magnitude widthPolynomial(GroundSet set, int width) {
        BigInteger walks = set.degrees().stream().reduce(BigInteger.ZERO, BigInteger::add);
        int most = walks.min(BigInteger.valueOf(width)).intValueExact();
        BigInteger term = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (int m = 1; m <= most; m++) {
            term = term.multiply(BigInteger.valueOf(width - m + 1L)).divide(BigInteger.valueOf(m));
            sum = sum.add(term);
        }
        return Magnitude.of(sum.max(BigInteger.ONE));
    }
}
