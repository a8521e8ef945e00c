package org.seprank.rewire.feature;

import java.util.Locale;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * The graph part of JDR, joint graph rewiring and feature denoising (J. Linkerhägner, C. Shi and I. Dokmanić, ICLR
 * 2025, arXiv 2408.07191): with {@code X = U Σ V^T} and {@code A = Q Λ Q^T} draws each of the leading left singular
 * vectors u_i of the features towards the leading eigenvector q_j of the adjacency matrix of largest overlap, {@code (1
 * - η_X) u_i + η_X sign(<u_i, q_j>) q_j}, and each q_j towards the best u_i with η_A, puts both matrices together again
 * with the singular values and eigenvalues as they are, and repeats that; what comes out of A is A'. Then pairs are
 * edited by falling |A - A'|, edges of which A' is below 1 being removed and pairs without an edge of which it is above
 * 0 added, in one list; that is the score. The features of the dataset stay as they are. The list has no natural end,
 * as nearly all entries change a little: the paper tunes how many are edited.
 *
 * <p>Of equal scores, to 9 digits, the pair with the smallest smaller end goes first, then that with the smallest
 * larger end. Where eigenvalues are equal, as in graphs with symmetries, any basis of their eigenvectors is as good,
 * and one is taken that depends on the numbering. Undirected graphs only; weights are ignored, new edges weigh 1, in
 * relation 1. A row of zeros is a vertex like others.
 *
 * <p>The published code differs: with its offset of 1, which leaves the first eigenvector out, it reads the overlap
 * whose sign it takes from the place before the largest one, so that a vector may be drawn away from the one it is most
 * like; here the sign is that of the overlap. It looks at as many vectors of the other matrix as it changes of one.
 *
 * <p>Time O(n³) for each of the iterations, a few hundred seconds for a few thousand vertices; memory 5 n² numbers.
 *
 * @param features of the vertices
 * @param options of the iteration
 */
public record JointDenoising(Features features, Options options) implements Rewirer {
    private static final int MOST = 4000;
    private static final double DIGITS = 1e9;

    /**
     * The options.
     *
     * @param iterations how often both matrices are put together, in 1..100
     * @param graphVectors how many eigenvectors lead, at least 1
     * @param featureVectors how many singular vectors lead, at least 1
     * @param graphRatio η_A, in 0..1
     * @param featureRatio η_X, in 0..1
     * @param byAbsoluteValue whether eigenvalues lead by their absolute value, for graphs where unlike ends are joined
     * @param offset how many eigenvectors before those that lead are left as they are, at least 0
     */
    public record Options(
            int iterations,
            int graphVectors,
            int featureVectors,
            double graphRatio,
            double featureRatio,
            boolean byAbsoluteValue,
            int offset) {
        /** Checks the ranges. */
        public Options {
            if (iterations < 1 || iterations > 100 || graphVectors < 1 || featureVectors < 1 || offset < 0) {
                throw new IllegalArgumentException("iterations " + iterations + " is not in 1..100, or vectors "
                        + graphVectors + " and " + featureVectors + " are less than 1, or offset " + offset
                        + " is negative");
            }
            if (!(graphRatio >= 0 && graphRatio <= 1 && featureRatio >= 0 && featureRatio <= 1)) {
                throw new IllegalArgumentException(
                        "ratios " + graphRatio + " and " + featureRatio + " are not in 0..1");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the graph is directed, has another number of vertices than there are rows, or
     *     more than {@value #MOST}
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        FeatureRows rows = FeatureRows.of(features);
        rows.checkFit(graph);
        checkSize(graph.vertexCount());
        progress.start("denoising graph and features", options.iterations());
        DenoisedMatrices matrices = DenoisedMatrices.of(graph, rows.matrix());
        for (int i = 0; i < options.iterations() && count > 0 && graph.edgeCount() > 0; i++) {
            if (progress.cancelled()) {
                return EditList.empty();
            }
            matrices.iterate(options);
            progress.advanceTo(i + 1L);
        }
        return count == 0 || graph.edgeCount() == 0 ? EditList.empty() : edits(graph, matrices.adjacency(), count);
    }

    private void checkSize(int n) {
        if (n > MOST) {
            double cube = (double) n * n * n;
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "joint denoising would take %.0f MB and about %.0f seconds: %d vertices are more than %d",
                    40e-6 * n * n,
                    5e-9 * cube * options.iterations(),
                    n,
                    MOST));
        }
    }

    private static EditList edits(Graph graph, double[][] denoised, int count) {
        BestPairs best = new BestPairs(count);
        for (int u = 0; u < denoised.length; u++) {
            for (int v = u + 1; v < denoised.length; v++) {
                double change = graph.edgeBetween(u, v) >= 0 ? 1 - denoised[u][v] : denoised[u][v];
                double score = Math.rint(change * DIGITS) / DIGITS;
                if (score > 0 && best.mayTake(score)) {
                    best.offer(new ScoredPair(u, v, score));
                }
            }
        }
        EditList.Builder edits = EditList.builder();
        for (ScoredPair pair : best.ranked()) {
            boolean edge = graph.edgeBetween(pair.u(), pair.v()) >= 0;
            edits.add(edge ? Edit.remove(pair.u(), pair.v()) : Edit.add(pair.u(), pair.v()))
                    .scored(pair.score());
        }
        return edits.build();
    }
}
