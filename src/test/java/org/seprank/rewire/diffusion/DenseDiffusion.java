package org.seprank.rewire.diffusion;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.seprank.graph.Graph;

/** Diffusion by its definition on full matrices. */
final class DenseDiffusion {
    private DenseDiffusion() {}

    /** H = D̃^-½ (A + I) D̃^-½. */
    static RealMatrix normalised(Graph graph) {
        int n = graph.vertexCount();
        RealMatrix a = MatrixUtils.createRealIdentityMatrix(n);
        for (int e = 0; e < graph.edgeCount(); e++) {
            a.setEntry(graph.source(e), graph.target(e), graph.weight(e));
            a.setEntry(graph.target(e), graph.source(e), graph.weight(e));
        }
        RealMatrix h = new Array2DRowRealMatrix(n, n);
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                h.setEntry(u, v, a.getEntry(u, v) / Math.sqrt(sum(a.getRow(u)) * sum(a.getRow(v))));
            }
        }
        return h;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The whole matrix, by an inverse or by eigenvalues. */
    static RealMatrix of(Graph graph, DiffusionKernel kernel) {
        RealMatrix h = normalised(graph);
        RealMatrix one = MatrixUtils.createRealIdentityMatrix(h.getRowDimension());
        if (kernel instanceof DiffusionKernel.PersonalisedPageRank pageRank) {
            RealMatrix system = one.subtract(h.scalarMultiply(1 - pageRank.alpha()));
            return new LUDecomposition(system).getSolver().getInverse().scalarMultiply(pageRank.alpha());
        }
        double t = ((DiffusionKernel.Heat) kernel).time();
        EigenDecomposition eigen = new EigenDecomposition(h);
        RealMatrix d = eigen.getD();
        for (int i = 0; i < d.getRowDimension(); i++) {
            d.setEntry(i, i, Math.exp(-t * (1 - d.getEntry(i, i))));
        }
        return eigen.getV().multiply(d).multiply(eigen.getVT());
    }

    /** The entries from the threshold on, divided by their sum. */
    static RealMatrix atLeast(RealMatrix s, double threshold) {
        RealMatrix kept = s.copy();
        for (int u = 0; u < s.getRowDimension(); u++) {
            for (int v = 0; v < s.getColumnDimension(); v++) {
                kept.setEntry(u, v, s.getEntry(u, v) >= threshold ? s.getEntry(u, v) : 0);
            }
        }
        return columnsNormalised(kept);
    }

    private static RealMatrix columnsNormalised(RealMatrix s) {
        for (int column = 0; column < s.getColumnDimension(); column++) {
            double[] values = s.getColumn(column);
            double sum = sum(values);
            for (int u = 0; u < values.length; u++) {
                s.setEntry(u, column, sum > 0 ? values[u] / sum : 0);
            }
        }
        return s;
    }
}
