package org.seprank.rewire.feature;

import org.seprank.dataset.Features;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Graph;

/**
 * The features of vertices as directions and points: cosines and distances of pairs. Sums are taken column by column in
 * double precision, so that both orders of a pair give the same number. Time O(entries of both rows) for a pair.
 */
public final class FeatureRows {
    private static final double DIGITS = 1e12;

    private final SparseFeatures rows;
    private final double[] squares; // of norms

    private FeatureRows(SparseFeatures rows) {
        this.rows = rows;
        this.squares = new double[rows.rows()];
        for (int v = 0; v < squares.length; v++) {
            squares[v] = products(v, v);
        }
    }

    /** The rows of a matrix. */
    public static FeatureRows of(Features features) {
        return new FeatureRows(features.toSparse());
    }

    /**
     * Checks that there is a row for each vertex of an undirected graph.
     *
     * @throws IllegalArgumentException if the graph is directed, or has another number of vertices
     */
    public void checkFit(Graph graph) {
        if (graph.directed()) {
            throw new IllegalArgumentException(
                    "pairs of vertices with features have no direction, but the graph is directed; make it undirected");
        }
        if (graph.vertexCount() != squares.length) {
            throw new IllegalArgumentException(
                    "features of " + squares.length + " vertices do not fit a graph with " + graph.vertexCount());
        }
    }

    /** The number of rows. */
    public int size() {
        return squares.length;
    }

    /** The entries, by rows. Read only. */
    SparseFeatures matrix() {
        return rows;
    }

    /** {@code <x_u, x_v> / (|x_u| |x_v|)}, in -1..1, to 12 digits; 0 where a row is 0, which is like no other. */
    public double cosine(int u, int v) {
        return cosine(u, v, products(u, v));
    }

    /** The cosine of two rows with that inner product. */
    double cosine(int u, int v, double product) {
        double norms = Math.sqrt(squares[u]) * Math.sqrt(squares[v]);
        return norms == 0 ? 0 : rounded(Math.max(-1, Math.min(1, product / norms)));
    }

    /** To 12 digits, so that equal cosines are equal numbers. */
    static double rounded(double cosine) {
        return Math.rint(cosine * DIGITS) / DIGITS;
    }

    /** {@code |x_u - x_v|}. */
    public double distance(int u, int v) {
        double square = squares[u] + squares[v] - 2 * products(u, v);
        return Math.sqrt(Math.max(0, square));
    }

    private double products(int u, int v) {
        int[] columns = rows.indices();
        int i = rows.offsets()[u];
        int j = rows.offsets()[v];
        int iEnd = rows.offsets()[u + 1];
        int jEnd = rows.offsets()[v + 1];
        double sum = 0;
        while (i < iEnd && j < jEnd) {
            if (columns[i] == columns[j]) {
                sum += (double) rows.values()[i++] * rows.values()[j++];
            } else if (columns[i] < columns[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
