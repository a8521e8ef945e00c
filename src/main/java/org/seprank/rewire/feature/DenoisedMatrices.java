package org.seprank.rewire.feature;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Graph;
import org.seprank.linear.Matrices;
import org.seprank.linear.SymmetricEigen;

/** The adjacency matrix and the features of a graph while {@link JointDenoising} draws them together; dense. */
final class DenoisedMatrices {
    private static final double NOTHING = 1e-12; // of the largest squared singular value

    private final double[][] adjacency;
    private final double[][] features;

    private DenoisedMatrices(double[][] adjacency, double[][] features) {
        this.adjacency = adjacency;
        this.features = features;
    }

    /** Those of a graph. */
    static DenoisedMatrices of(Graph graph, SparseFeatures rows) {
        int n = graph.vertexCount();
        double[][] adjacency = new double[n][n];
        for (int e = 0; e < graph.edgeCount(); e++) {
            adjacency[graph.source(e)][graph.target(e)] = 1;
            adjacency[graph.target(e)][graph.source(e)] = 1;
        }
        double[][] features = new double[n][rows.columns()];
        for (int v = 0; v < n; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                features[v][rows.indices()[k]] = rows.values()[k];
            }
        }
        return new DenoisedMatrices(adjacency, features);
    }

    /** A' as it is; symmetric. Read only. */
    double[][] adjacency() {
        return adjacency;
    }

    void iterate(JointDenoising.Options options) {
        SymmetricEigen eigen = SymmetricEigen.of(adjacency);
        int[] leading = leading(eigen, options);
        double[][] q = new double[leading.length][];
        for (int j = 0; j < q.length; j++) {
            q[j] = eigen.vector(leading[j]);
        }
        double[][] u = leftVectors(options.featureVectors());
        for (int j = 0; j < q.length; j++) {
            drawAdjacency(q[j], drawn(q[j], u, options.graphRatio()), eigen.value(leading[j]));
        }
        double[][] old = Matrices.copy(features);
        for (double[] vector : u) {
            drawFeatures(vector, drawn(vector, q, options.featureRatio()), old);
        }
    }

    private static int[] leading(SymmetricEigen eigen, JointDenoising.Options options) {
        return IntStream.range(0, eigen.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer k) -> options.byAbsoluteValue() ? -Math.abs(eigen.value(k)) : -eigen.value(k))
                        .thenComparingInt(k -> k))
                .skip(options.offset())
                .limit(options.graphVectors())
                .mapToInt(k -> k)
                .toArray();
    }

    /** The left singular vectors of the largest singular values above 0. */
    private double[][] leftVectors(int most) {
        boolean wide = features.length <= features[0].length;
        double[][] turned = wide ? features : Matrices.transposed(features);
        double[][] gram = new double[turned.length][turned.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = Matrices.dot(turned[i], turned[j]);
                gram[j][i] = gram[i][j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(gram);
        return IntStream.range(0, Math.min(most, gram.length))
                .filter(k -> eigen.value(k) > NOTHING * eigen.value(0))
                .mapToObj(k -> wide ? eigen.vector(k) : image(eigen.vector(k), Math.sqrt(eigen.value(k))))
                .toArray(double[][]::new);
    }

    private double[] image(double[] right, double singularValue) {
        double[] left = new double[features.length];
        for (int v = 0; v < left.length; v++) {
            left[v] = Matrices.dot(features[v], right) / singularValue;
        }
        return left;
    }

    /** A vector drawn towards the other of largest absolute overlap, the first of equal ones. */
    private static double[] drawn(double[] vector, double[][] others, double ratio) {
        double best = 0;
        double[] drawn = vector.clone();
        for (double[] other : others) {
            double overlap = Matrices.dot(vector, other);
            if (Math.abs(overlap) > Math.abs(best)) {
                best = overlap;
                for (int v = 0; v < drawn.length; v++) {
                    drawn[v] = (1 - ratio) * vector[v] + ratio * Math.signum(overlap) * other[v];
                }
            }
        }
        return drawn;
    }

    /** Replaces {@code λ q q^T} in A. */
    private void drawAdjacency(double[] old, double[] now, double eigenvalue) {
        for (int i = 0; i < adjacency.length; i++) {
            for (int j = 0; j <= i; j++) {
                adjacency[i][j] += eigenvalue * (now[i] * now[j] - old[i] * old[j]);
                adjacency[j][i] = adjacency[i][j];
            }
        }
    }

    /** Replaces {@code σ u v^T} in X, where {@code σ v = X^T u} for X as it was. */
    private void drawFeatures(double[] vector, double[] now, double[][] old) {
        double[] right = new double[features[0].length];
        for (int v = 0; v < old.length; v++) {
            Matrices.addScaled(vector[v], old[v], right);
        }
        for (int v = 0; v < features.length; v++) {
            Matrices.addScaled(now[v] - vector[v], right, features[v]);
        }
    }
}
