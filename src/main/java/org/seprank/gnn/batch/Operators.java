package org.seprank.gnn.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.gnn.kernel.Csr;

/** Builds the operators of a batch. Each costs O(n + m) time and memory. */
final class Operators {
    private Operators() {}

    static Csr of(GraphBatch batch, OperatorKind kind) {
        return switch (kind) {
            case GCN -> gcn(batch);
            case NEIGHBOURS -> batch.neighbours();
            case SUM -> batch.summed();
            case WITH_SELF -> withSelf(batch);
            case BY_SENDER -> bySender(batch.operator(OperatorKind.WITH_SELF));
            case MEAN_BESIDE_SELF -> besideSelf(batch, new int[batch.edgeCount()], 1);
            case NEIGHBOURS_BESIDE_SELF -> neighboursBesideSelf(batch.neighbours());
            case RELATIONAL -> besideSelf(batch, batch.relationOfEdge(), batch.relations());
            case SENDERS -> ones(batch.neighbours().indices(), batch.vertexCount());
            case EDGES -> ones(batch.neighbours().edges(), batch.edgeCount());
            case BY_ENTRY -> byEntry(batch.neighbours());
            case SUM_BY_ENTRY -> byEntry(batch.summed());
            case POOL_SUM -> pool(batch, false);
            case POOL_MEAN -> pool(batch, true);
            case PAIRS -> pairs(batch.vertexCount(), batch.pairs());
        };
    }

    private static Csr withSelf(GraphBatch batch) {
        Csr a = batch.neighbours();
        int n = a.rows();
        int[] offsets = new int[n + 1];
        int[] indices = new int[a.entryCount() + n];
        int[] edges = new int[indices.length];
        double[] values = new double[indices.length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            int k = a.offsets()[i];
            int end = a.offsets()[i + 1];
            for (boolean self = false; k < end || !self; at++) {
                if (!self && (k == end || a.indices()[k] > i)) {
                    indices[at] = i;
                    edges[at] = Csr.NO_EDGE;
                    values[at] = 1;
                    self = true;
                } else {
                    indices[at] = a.indices()[k];
                    edges[at] = a.edges()[k];
                    values[at] = a.doubles()[k++];
                }
            }
            offsets[i + 1] = at;
        }
        Csr result = Csr.of(n, offsets, indices, values).withEdges(edges);
        return batch.undirected() ? result.asSymmetric() : result;
    }

    private static Csr gcn(GraphBatch batch) {
        Csr a = batch.operator(OperatorKind.WITH_SELF);
        double[] inverseRoot = new double[a.rows()];
        for (int i = 0; i < a.rows(); i++) {
            double degree = 0;
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                degree += a.doubles()[k];
            }
            if (degree <= 0) {
                throw notPositive(i, degree, "and 1 for itself ");
            }
            inverseRoot[i] = 1 / Math.sqrt(degree);
        }
        double[] values = a.doubles().clone();
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                values[k] *= inverseRoot[i] * inverseRoot[a.indices()[k]];
            }
        }
        Csr result = a.withValues(values);
        return batch.undirected() ? result.asSymmetric() : result;
    }

    private static IllegalArgumentException notPositive(int vertex, double sum, String itself) {
        return new IllegalArgumentException("the weights of the edges of vertex " + vertex + " " + itself + "sum to "
                + (float) sum + ", and this network divides by the sum, which must be positive; "
                + "take weights that are not negative, or a network that adds, such as gin");
    }

    private static Csr bySender(Csr a) {
        double[] degree = new double[a.rows()];
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                degree[i] += Math.abs(a.doubles()[k]);
            }
        }
        double[] greatest = new double[a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                int j = a.indices()[k];
                greatest[j] = Math.max(greatest[j], degree[i]);
            }
        }
        double[] values = a.doubles().clone();
        for (int k = 0; k < values.length; k++) {
            int j = a.indices()[k];
            values[k] /= Math.sqrt(degree[j] * greatest[j]); // neither below the 1 of the vertex itself
        }
        return a.withValues(values);
    }

    /** The vertex itself in group 0, means over the edges of relation r in group r + 1. */
    private static Csr besideSelf(GraphBatch batch, int[] relationOfEdge, int relations) {
        Csr a = batch.neighbours();
        int n = a.rows();
        int groups = relations + 1;
        int[] offsets = new int[n + 1];
        int[] indices = new int[a.entryCount() + n];
        int[] edges = new int[indices.length];
        double[] values = new double[indices.length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            double[] totals = new double[relations];
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                totals[relationOfEdge[a.edges()[k]]] += a.doubles()[k];
            }
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                double total = totals[relationOfEdge[a.edges()[k]]];
                if (a.doubles()[k] < 0 && total <= 0) {
                    throw notPositive(i, total, "");
                }
            }
            indices[at] = i * groups;
            edges[at] = Csr.NO_EDGE;
            values[at++] = 1;
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                int relation = relationOfEdge[a.edges()[k]];
                indices[at] = a.indices()[k] * groups + relation + 1;
                edges[at] = a.edges()[k];
                values[at++] = totals[relation] == 0 ? 0 : a.doubles()[k] / totals[relation];
            }
            offsets[i + 1] = at;
        }
        return Csr.of(n * groups, offsets, indices, values).withEdges(edges);
    }

    /** The features of edges, and the mean of those that come into each vertex. */
    static FeatureMatrix withLoops(GraphBatch batch) {
        FeatureMatrix ofEdges = batch.edgeFeatures();
        Csr a = batch.neighbours();
        int width = ofEdges.width();
        int edges = ofEdges.rows();
        double[] all = new double[Math.multiplyExact(Math.addExact(edges, a.rows()), width)];
        double[] row = new double[width];
        for (int e = 0; e < edges; e++) {
            ofEdges.copyRow(e, row);
            System.arraycopy(row, 0, all, e * width, width);
        }
        for (int i = 0; i < a.rows(); i++) {
            int degree = a.offsets()[i + 1] - a.offsets()[i];
            for (int k = a.offsets()[i]; k < a.offsets()[i + 1]; k++) {
                for (int c = 0; c < width; c++) {
                    all[(edges + i) * width + c] += all[a.edges()[k] * width + c] / degree;
                }
            }
        }
        return FeatureMatrix.dense(width, all);
    }

    private static Csr neighboursBesideSelf(Csr a) {
        int[] indices = Arrays.stream(a.indices()).map(j -> 2 * j + 1).toArray();
        return Csr.of(2 * a.columns(), a.offsets(), indices, a.doubles()).withEdges(a.edges());
    }

    /** One 1 a row, in that column. */
    private static Csr ones(int[] column, int columns) {
        double[] values = new double[column.length];
        Arrays.fill(values, 1);
        int[] offsets = IntStream.rangeClosed(0, column.length).toArray();
        return Csr.of(columns, offsets, column, values);
    }

    private static Csr byEntry(Csr a) {
        int[] entries = IntStream.range(0, a.entryCount()).toArray();
        return Csr.of(a.entryCount(), a.offsets(), entries, a.doubles()).withEdges(a.edges());
    }

    private static Csr pairs(int n, List<int[]> ends) {
        int[] first = ends.get(0);
        int[] second = ends.get(1);
        int count = first.length;
        int[] offsets = new int[count + 1];
        int[] indices = new int[2 * count];
        double[] values = new double[2 * count];
        Arrays.fill(values, 1);
        for (int p = 0; p < count; p++) {
            indices[2 * p] = Math.min(first[p], second[p]);
            indices[2 * p + 1] = Math.max(first[p], second[p]);
            offsets[p + 1] = 2 * p + 2;
        }
        return Csr.of(n, offsets, indices, values);
    }

    private static Csr pool(GraphBatch batch, boolean mean) {
        int[] offsets = batch.graphOffsets();
        int[] indices = new int[batch.vertexCount()];
        double[] values = new double[indices.length];
        for (int g = 0; g < batch.graphCount(); g++) {
            for (int i = offsets[g]; i < offsets[g + 1]; i++) {
                indices[i] = i;
                values[i] = mean ? 1.0 / (offsets[g + 1] - offsets[g]) : 1;
            }
        }
        return Csr.of(batch.vertexCount(), offsets, indices, values);
    }
}
