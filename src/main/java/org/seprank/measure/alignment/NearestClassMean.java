package org.seprank.measure.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.dataset.Labels;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/**
 * Whether features tell classes apart, and whether their averages over neighbours do: the share of vertices that are
 * nearest, in Euclidean distance, to the mean of their own class, themselves left out of it, averaged over the classes.
 * Features of depth l are {@code Â^l X} with {@code Â = D^-1/2 (A + I) D^-1/2} over in-neighbours, what a graph
 * convolution without weights makes of X. A tie is a miss, and so is a class of one vertex. Where the share falls with
 * the depth, averaging hides what the features say; where it rises, neighbours tell.
 *
 * <p>Time O(nnz(X) d / 32 + d L (n + m) + d L e C) for d columns, e vertices that are judged and C classes; memory O(32
 * n + L e C).
 */
public final class NearestClassMean {
    private static final int BLOCK = 32;

    private final Graph graph;
    private final Labels labels;
    private final int[] judged;
    private final int[] known;
    private final double[] scale;
    private final double[] sizes;
    private final double[][] distances; // of judged vertices to class means, by depth

    private NearestClassMean(Graph graph, Labels labels, int[] judged, int depth) {
        this.graph = graph;
        this.labels = labels;
        this.judged = judged;
        this.known = labels.known();
        this.scale = new double[graph.vertexCount()];
        for (int v = 0; v < scale.length; v++) {
            scale[v] = 1 / Math.sqrt(graph.in().degree(v) + 1.0);
        }
        this.sizes = labels.histogram().stream().mapToDouble(size -> size).toArray();
        this.distances = new double[depth + 1][judged.length * labels.classCount()];
    }

    /**
     * The shares.
     *
     * @param labels of the vertices, some of which are known
     * @param features a row for each vertex
     * @param columns of the features that are used
     * @param judged vertices whose labels are known
     * @param depth L, at least 0
     * @return for the depths 0..L; NaN where nobody is judged
     */
    public static List<Double> shares(
            Graph graph, Labels labels, SparseFeatures features, int[] columns, int[] judged, int depth) {
        NearestClassMean means = new NearestClassMean(graph, labels, judged, depth);
        for (int from = 0; from < columns.length; from += BLOCK) {
            int[] some = Arrays.copyOfRange(columns, from, Math.min(columns.length, from + BLOCK));
            means.add(block(features, some), some.length);
        }
        List<Double> shares = new ArrayList<>();
        for (double[] ofDepth : means.distances) {
            shares.add(means.share(ofDepth));
        }
        return shares;
    }

    /** Some columns, row by row. */
    private static double[] block(SparseFeatures features, int[] columns) {
        int[] places = new int[features.columns()];
        for (int k = 0; k < columns.length; k++) {
            places[columns[k]] = k + 1;
        }
        double[] block = new double[features.rows() * columns.length];
        for (int v = 0; v < features.rows(); v++) {
            for (int i = features.offsets()[v]; i < features.offsets()[v + 1]; i++) {
                int place = places[features.indices()[i]];
                if (place > 0) {
                    block[v * columns.length + place - 1] = features.values()[i];
                }
            }
        }
        return block;
    }

    private void add(double[] block, int width) {
        double[] rows = block;
        for (int depth = 0; depth < distances.length; depth++) {
            rows = depth == 0 ? rows : averaged(rows, width);
            add(rows, width, distances[depth]);
        }
    }

    private double[] averaged(double[] rows, int width) {
        Adjacency in = graph.in();
        double[] next = new double[rows.length];
        for (int v = 0; v < scale.length; v++) {
            accumulate(next, v, rows, v, width);
            for (int i = in.offsets()[v]; i < in.offsets()[v + 1]; i++) {
                accumulate(next, v, rows, in.neighbours()[i], width);
            }
        }
        return next;
    }

    private void accumulate(double[] next, int v, double[] rows, int u, int width) {
        double weight = scale[v] * scale[u];
        for (int k = 0; k < width; k++) {
            next[v * width + k] += weight * rows[u * width + k];
        }
    }

    /** Adds the squared distances within some columns. */
    private void add(double[] rows, int width, double[] to) {
        int classes = sizes.length;
        double[] means = new double[classes * width];
        for (int v : known) {
            for (int k = 0; k < width; k++) {
                means[labels.label(v) * width + k] += rows[v * width + k] / sizes[labels.label(v)];
            }
        }
        for (int j = 0; j < judged.length; j++) {
            for (int c = 0; c < classes; c++) {
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    double difference = rows[judged[j] * width + k] - means[c * width + k];
                    sum += difference * difference;
                }
                to[j * classes + c] += sum;
            }
        }
    }

    private double share(double[] squares) {
        int classes = sizes.length;
        double[] hits = new double[classes];
        double[] all = new double[classes];
        for (int j = 0; j < judged.length; j++) {
            int own = labels.label(judged[j]);
            all[own]++;
            hits[own] += isNearest(squares, j, own) ? 1 : 0;
        }
        double sum = 0;
        int seen = 0;
        for (int c = 0; c < classes; c++) {
            sum += all[c] > 0 ? hits[c] / all[c] : 0;
            seen += all[c] > 0 ? 1 : 0;
        }
        return sum / seen;
    }

    /** Without the vertex its class's mean is farther from it by n/(n-1). */
    private boolean isNearest(double[] squares, int j, int own) {
        double size = sizes[own];
        double distance = squares[j * sizes.length + own] * (size / (size - 1)) * (size / (size - 1));
        for (int c = 0; c < sizes.length; c++) {
            if (c != own && sizes[c] > 0 && !(distance < squares[j * sizes.length + c])) {
                return false;
            }
        }
        return size > 1;
    }
}
