package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.seprank.graph.Graph;
import org.seprank.linear.GroundedInverse;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * {@code P = L^+} and {@code Q = (L^+)^2} of one component, and the pair of its vertices whose joining lowers the trace
 * of P most, by {@code B^2 / (1 + R)} with {@code R = P_uu + P_vv - 2 P_uv} and {@code B^2 = Q_uu + Q_vv - 2 Q_uv}.
 * Rows are spread over the threads of {@link Parallel#current()}, which does not change a result.
 */
final class ResistanceMatrices {
    private static final int BLOCK = 8;
    private static final int SHARED = 200; // rows, of which fewer are done sooner on one thread

    private final int[] vertices; // ascending
    private final double[][] p;
    private final double[][] q;
    private final double[] gains; // by row: the best gain with a later row
    private final int[] partners;
    private int best; // row, -1 if all pairs have edges

    private ResistanceMatrices(int[] vertices) {
        int size = vertices.length;
        this.vertices = vertices;
        this.p = new double[size][size];
        this.q = new double[size][size];
        this.gains = new double[size];
        this.partners = new int[size];
    }

    /** The matrices of the component with these vertices; weights count. */
    static ResistanceMatrices of(Graph graph, int[] vertices, ChangingGraph live) {
        ResistanceMatrices matrices = new ResistanceMatrices(vertices);
        matrices.invert(graph);
        matrices.square();
        matrices.search(live);
        return matrices;
    }

    /** The largest decrease of the trace, -1 if every pair has an edge. */
    double gain() {
        return best < 0 ? -1 : gains[best];
    }

    /** Whether the best pair here gains more than the one there, or as much with a smaller end. */
    boolean before(ResistanceMatrices other) {
        int byGain = Double.compare(other.gain(), gain());
        return byGain != 0 ? byGain < 0 : bestU() < other.bestU();
    }

    /** The smaller end of the best pair. */
    int bestU() {
        return vertices[best];
    }

    /** The larger end of the best pair. */
    int bestV() {
        return vertices[partners[best]];
    }

    /** Joins the best pair and finds the next; {@code live} has the new edge already. */
    void join(ChangingGraph live) {
        int s = best;
        int t = partners[best];
        int size = vertices.length;
        double[] v = new double[size];
        double[] w = new double[size];
        double square = 0;
        for (int i = 0; i < size; i++) {
            v[i] = p[i][s] - p[i][t];
            w[i] = q[i][s] - q[i][t]; // = P v
            square += v[i] * v[i];
        }
        double c = 1 + v[s] - v[t];
        double both = square / (c * c);
        rows(i -> {
            double fp = v[i] / c;
            double fv = both * v[i] - w[i] / c;
            for (int j = 0; j < size; j++) {
                p[i][j] -= fp * v[j];
                q[i][j] += fv * v[j] - fp * w[j];
            }
        });
        search(live);
    }

    private void rows(IntConsumer row) {
        threads().blocks(vertices.length, Progress.none(), () -> row);
    }

    private Parallel threads() {
        return vertices.length > SHARED ? Parallel.current() : Parallel.single();
    }

    /** {@code P = C G C} for the grounded inverse G, bordered by zeros, and the centring matrix C. */
    private void invert(Graph graph) {
        int size = vertices.length;
        double[][] grounded = new double[size - 1][];
        Arrays.setAll(grounded, i -> new double[i + 1]);
        for (int i = 1; i < size; i++) {
            double[] row = grounded[i - 1];
            int u = vertices[i];
            for (int k = graph.out().offsets()[u]; k < graph.out().offsets()[u + 1]; k++) {
                double weight = graph.weight(graph.out().edges()[k]);
                int j = Arrays.binarySearch(vertices, graph.out().neighbours()[k]);
                row[i - 1] += weight;
                if (j > 0 && j < i) {
                    row[j - 1] -= weight;
                }
            }
        }
        GroundedInverse.invert(grounded);
        for (int i = 1; i < size; i++) {
            for (int j = 1; j <= i; j++) {
                p[i][j] = grounded[i - 1][j - 1];
                p[j][i] = p[i][j];
            }
        }
        centre();
    }

    private void centre() {
        int size = vertices.length;
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            means[i] = Arrays.stream(p[i]).sum() / size;
        }
        double mean = Arrays.stream(means).sum() / size;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                p[i][j] += mean - means[i] - means[j];
            }
        }
    }

    /** A few rows of Q at once, while a row of P is near. */
    private void square() {
        int size = vertices.length;
        int blocks = (size + BLOCK - 1) / BLOCK;
        threads().each(blocks, block -> {
            int end = Math.min(size, (block + 1) * BLOCK);
            for (int k = 0; k < size; k++) {
                for (int i = block * BLOCK; i < end; i++) {
                    add(q[i], p[i][k], p[k]);
                }
            }
        });
    }

    private static void add(double[] row, double factor, double[] other) {
        for (int j = 0; j < row.length; j++) {
            row[j] += factor * other[j];
        }
    }

    private void search(ChangingGraph live) {
        rows(i -> searchRow(i, live));
        best = -1;
        for (int i = 0; i < gains.length; i++) {
            if (gains[i] > gain()) {
                best = i;
            }
        }
    }

    /** Neighbours ascend, and so do the vertices of the rows: one pass over both. */
    private void searchRow(int i, ChangingGraph live) {
        int[] neighbours = live.row(vertices[i]);
        int degree = live.degree(vertices[i]);
        int next = 0;
        gains[i] = -1;
        for (int j = i + 1; j < vertices.length; j++) {
            while (next < degree && neighbours[next] < vertices[j]) {
                next++;
            }
            if (next < degree && neighbours[next] == vertices[j]) {
                continue;
            }
            double gain = (q[i][i] + q[j][j] - 2 * q[i][j]) / (1 + p[i][i] + p[j][j] - 2 * p[i][j]);
            if (gain > gains[i]) {
                gains[i] = gain;
                partners[i] = j;
            }
        }
    }
}
