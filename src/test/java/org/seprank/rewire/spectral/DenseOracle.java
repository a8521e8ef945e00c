package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/** What the tests compare with: dense matrices and full eigendecompositions. */
public final class DenseOracle {
    /** Asks to stop at once. */
    static final Progress CANCELLED = new Progress() {
        @Override
        public void start(String what, long total) {}

        @Override
        public void advanceTo(long done) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    private DenseOracle() {}

    /** D - W. */
    public static RealMatrix laplacian(Graph graph) {
        RealMatrix laplacian = MatrixUtils.createRealMatrix(graph.vertexCount(), graph.vertexCount());
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            laplacian.addToEntry(u, u, graph.weight(e));
            laplacian.addToEntry(v, v, graph.weight(e));
            laplacian.addToEntry(u, v, -graph.weight(e));
            laplacian.addToEntry(v, u, -graph.weight(e));
        }
        return laplacian;
    }

    /** By the eigendecomposition. */
    public static RealMatrix pseudoInverse(RealMatrix symmetric) {
        EigenDecomposition eigen = new EigenDecomposition(symmetric);
        double[] inverse = eigen.getRealEigenvalues();
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = Math.abs(inverse[i]) < 1e-9 ? 0 : 1 / inverse[i];
        }
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(inverse))
                .multiply(eigen.getVT());
    }

    /** Between two vertices of one component. */
    public static double resistance(RealMatrix pseudoInverse, int u, int v) {
        return pseudoInverse.getEntry(u, u) + pseudoInverse.getEntry(v, v) - 2 * pseudoInverse.getEntry(u, v);
    }

    /** Of the vertices that are not isolated, ascending. */
    static double[] normalisedSpectrum(Graph graph) {
        return spectrum(adjacency(graph));
    }

    /** The second eigenvalue of the normalised Laplacian when an edge has that much more weight. */
    static double weightedGap(Graph graph, Edge edge, double more) {
        RealMatrix adjacency = adjacency(graph);
        adjacency.addToEntry(edge.u(), edge.v(), more);
        adjacency.addToEntry(edge.v(), edge.u(), more);
        return spectrum(adjacency)[1];
    }

    private static RealMatrix adjacency(Graph graph) {
        RealMatrix adjacency = MatrixUtils.createRealMatrix(graph.vertexCount(), graph.vertexCount());
        for (int e = 0; e < graph.edgeCount(); e++) {
            adjacency.setEntry(graph.source(e), graph.target(e), 1);
            adjacency.setEntry(graph.target(e), graph.source(e), 1);
        }
        return adjacency;
    }

    private static double[] spectrum(RealMatrix adjacency) {
        double[] degrees = new double[adjacency.getRowDimension()];
        Arrays.setAll(degrees, v -> Arrays.stream(adjacency.getRow(v)).sum());
        int[] kept =
                IntStream.range(0, degrees.length).filter(v -> degrees[v] > 0).toArray();
        RealMatrix normalised = MatrixUtils.createRealIdentityMatrix(kept.length);
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                double entry = adjacency.getEntry(kept[i], kept[j]) / Math.sqrt(degrees[kept[i]] * degrees[kept[j]]);
                normalised.addToEntry(i, j, -entry);
            }
        }
        double[] spectrum = new EigenDecomposition(normalised).getRealEigenvalues();
        Arrays.sort(spectrum);
        return spectrum;
    }
}
