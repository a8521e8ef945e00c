package org.seprank.separation.interaction;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.seprank.graph.Graph;

/** The normalised adjacency with self-loops as a dense matrix; row v holds the in-neighbours of v. */
final class DenseConvolution {
    private DenseConvolution() {}

    static RealMatrix of(Graph graph) {
        RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(graph.vertexCount());
        for (int e = 0; e < graph.edgeCount(); e++) {
            matrix.setEntry(graph.target(e), graph.source(e), 1);
            if (!graph.directed()) {
                matrix.setEntry(graph.source(e), graph.target(e), 1);
            }
        }
        double[] roots = new double[graph.vertexCount()];
        for (int v = 0; v < roots.length; v++) {
            for (double entry : matrix.getRow(v)) {
                roots[v] += entry;
            }
            roots[v] = 1 / Math.sqrt(roots[v]);
        }
        RealMatrix scale = MatrixUtils.createRealDiagonalMatrix(roots);
        return scale.multiply(matrix).multiply(scale);
    }
}
