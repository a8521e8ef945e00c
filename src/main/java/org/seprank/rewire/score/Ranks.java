package org.seprank.rewire.score;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.seprank.graph.Adjacency;

/** Ranks of edges in the rows of their ends. */
final class Ranks {
    private Ranks() {}

    /**
     * Raises the score of each edge to 1 - ln r / ln d, where r is its rank in a row of length d: 1 + the number of
     * larger values there. The only edge of a row gets 1. Time O(m log d).
     *
     * @param values by entry of the rows
     */
    static void raise(double[] scores, Adjacency rows, IntToDoubleFunction values) {
        double[] sorted = new double[rows.maxDegree()];
        for (int v = 0; v + 1 < rows.offsets().length; v++) {
            int start = rows.offsets()[v];
            int degree = rows.degree(v);
            for (int i = 0; i < degree; i++) {
                sorted[i] = values.applyAsDouble(start + i);
            }
            Arrays.sort(sorted, 0, degree);
            for (int k = start; k < start + degree; k++) {
                int e = rows.edges()[k];
                scores[e] = Math.max(scores[e], score(1 + above(sorted, degree, values.applyAsDouble(k)), degree));
            }
        }
    }

    private static double score(int rank, int degree) {
        return degree == 1 ? 1 : 1 - Math.log(rank) / Math.log(degree);
    }

    /** How many of the first {@code size} values are larger. */
    private static int above(double[] sorted, int size, double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return size - low;
    }
}
