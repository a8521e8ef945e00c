package org.seprank.measure.alignment;

import java.util.function.UnaryOperator;
import org.seprank.dataset.Features;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rank.Spectrum;

/**
 * The alignment of a graph and its features: {@code ‖U^T Q‖} for the k leading left singular vectors U of the feature
 * matrix X and the k eigenvectors Q of the adjacency matrix with the largest absolute eigenvalues, fewer where the rank
 * is less (Linkerhägner, Shi and Dokmanić, "Joint graph rewiring and feature denoising via spectral resonance", ICLR
 * 2025). The spectral norm is the cosine of the smallest angle between the two spaces. Weights of edges do not count,
 * and rows of zeros in X are as good as any.
 *
 * <p>Where eigenvalues k and k+1 have the same absolute value, as in bipartite graphs, the space of the k is not
 * determined and the alignment depends on the seed.
 *
 * @param largestCosine the spectral norm, in 0..1
 * @param meanSquare the mean of the squared cosines of all angles, {@code ‖U^T Q‖_F² / k}; of random spaces k / n
 * @param vectors k
 * @param residual of the eigenvectors, relative to the largest eigenvalue
 */
public record FeatureAlignment(double largestCosine, double meanSquare, int vectors, double residual) {
    /**
     * The alignment. Time O((m + entries of X + n k) k) for each of a few dozen to hundred steps.
     *
     * @param graph undirected, with an edge
     * @param features of its vertices, not all zero
     * @param most k where the ranks are not less, at least 1
     * @param seed of the iteration
     */
    public static FeatureAlignment of(Graph graph, Features features, int most, long seed) {
        int n = graph.vertexCount();
        int wanted = Math.min(most, n);
        DominantSubspace ofGraph = DominantSubspace.of(n, wanted, adjacency(graph.out()), seed);
        DominantSubspace ofFeatures = DominantSubspace.of(n, wanted, gram(features.toSparse(), n), seed);
        int k = Math.max(1, Math.min(ofGraph.rank(wanted), ofFeatures.rank(wanted)));
        double[][] cosines = new double[k][k];
        double squares = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                cosines[i][j] = DominantSubspace.dot(ofFeatures.vector(i), ofGraph.vector(j));
                squares += cosines[i][j] * cosines[i][j];
            }
        }
        double largest = Spectrum.of(cosines).largest();
        return new FeatureAlignment(
                Math.min(1, largest), squares / k, k, Math.max(ofGraph.residual(), ofFeatures.residual()));
    }

    private static UnaryOperator<double[]> adjacency(Adjacency rows) {
        return x -> {
            double[] image = new double[x.length];
            for (int v = 0; v < x.length; v++) {
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    image[v] += x[rows.neighbours()[k]];
                }
            }
            return image;
        };
    }

    /** {@code X X^T}. */
    private static UnaryOperator<double[]> gram(SparseFeatures features, int n) {
        int[] offsets = features.offsets();
        int[] indices = features.indices();
        float[] values = features.values();
        return x -> {
            double[] columns = new double[features.columns()];
            for (int v = 0; v < n; v++) {
                for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                    columns[indices[k]] += values[k] * x[v];
                }
            }
            double[] image = new double[n];
            for (int v = 0; v < n; v++) {
                for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                    image[v] += values[k] * columns[indices[k]];
                }
            }
            return image;
        };
    }
}
