package org.seprank.gnn.batch;

import java.lang.reflect.Array;
import java.util.List;
import org.seprank.gnn.kernel.Csr;
import org.seprank.gnn.kernel.Matrix;

/** Matrices below each other. */
final class StackedRows {
    private StackedRows() {}

    /** Sparse matrices of one width. */
    static Csr of(List<Csr> parts) {
        int rows = parts.stream().mapToInt(Csr::rows).sum();
        int entries = parts.stream().mapToInt(Csr::entryCount).reduce(0, Math::addExact);
        int[] offsets = new int[rows + 1];
        int[] indices = new int[entries];
        double[] values = new double[entries];
        int row = 0;
        int at = 0;
        for (Csr part : parts) {
            System.arraycopy(part.indices(), 0, indices, at, part.entryCount());
            System.arraycopy(part.doubles(), 0, values, at, part.entryCount());
            for (int i = 0; i < part.rows(); i++) {
                offsets[row + 1 + i] = at + part.offsets()[i + 1];
            }
            row += part.rows();
            at += part.entryCount();
        }
        return Csr.of(parts.get(0).columns(), offsets, indices, values);
    }

    /** All entries, row by row. */
    static double[] dense(List<FeatureMatrix> parts) {
        int width = parts.get(0).width();
        int rows = parts.stream().mapToInt(FeatureMatrix::rows).sum();
        double[] entries = new double[Math.multiplyExact(rows, width)];
        int at = 0;
        for (FeatureMatrix part : parts) {
            for (int i = 0; i < part.rows(); i++) {
                for (int c = 0; c < width; c++) {
                    entries[at++] = part.entry(i, c);
                }
            }
        }
        return entries;
    }

    /** Square matrices on a diagonal, with their edges numbered on. */
    static Csr diagonal(List<GraphBatch> parts) {
        int rows = parts.stream().mapToInt(GraphBatch::vertexCount).sum();
        int entries = parts.stream().mapToInt(p -> p.neighbours().entryCount()).reduce(0, Math::addExact);
        int[] offsets = new int[rows + 1];
        int[] indices = new int[entries];
        int[] edges = new int[entries];
        double[] values = new double[entries];
        int row = 0;
        int at = 0;
        int edge = 0;
        for (GraphBatch part : parts) {
            Csr a = part.neighbours();
            for (int k = 0; k < a.entryCount(); k++) {
                indices[at + k] = a.indices()[k] + row;
                edges[at + k] = a.edges()[k] + edge;
                values[at + k] = a.doubles()[k];
            }
            for (int i = 0; i < a.rows(); i++) {
                offsets[row + 1 + i] = at + a.offsets()[i + 1];
            }
            row += a.rows();
            at += a.entryCount();
            edge += part.edgeCount();
        }
        return Csr.of(rows, offsets, indices, values).withEdges(edges);
    }

    /** Blocks of one layout in arrays of one type. */
    static Matrix<?> products(List<Matrix<?>> parts) {
        Matrix<?> first = parts.get(0);
        int rows = 0;
        for (Matrix<?> part : parts) {
            if (part.width() != first.width() || part.stride() != first.stride()) {
                throw new IllegalArgumentException("features were multiplied by weights of several layers");
            }
            rows = Math.addExact(rows, part.rows());
        }
        int length = Math.multiplyExact(rows, first.stride());
        Object all = Array.newInstance(first.data().getClass().getComponentType(), length);
        int at = 0;
        for (Matrix<?> part : parts) {
            System.arraycopy(part.data(), 0, all, at, part.length());
            at += part.length();
        }
        return new Matrix<>(all, rows, first.width(), first.stride());
    }

    /** Some rows, which may repeat. */
    static Csr select(Csr matrix, int[] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            int length = matrix.offsets()[rows[i] + 1] - matrix.offsets()[rows[i]];
            offsets[i + 1] = Math.addExact(offsets[i], length);
        }
        int[] indices = new int[offsets[rows.length]];
        double[] values = new double[indices.length];
        for (int i = 0; i < rows.length; i++) {
            int from = matrix.offsets()[rows[i]];
            System.arraycopy(matrix.indices(), from, indices, offsets[i], offsets[i + 1] - offsets[i]);
            System.arraycopy(matrix.doubles(), from, values, offsets[i], offsets[i + 1] - offsets[i]);
        }
        return Csr.of(matrix.columns(), offsets, indices, values);
    }
}
