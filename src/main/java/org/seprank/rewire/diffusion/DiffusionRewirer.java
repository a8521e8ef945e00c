package org.seprank.rewire.diffusion;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Replaces the edges of an undirected graph by the strongest pairs of a diffusion matrix ("graph diffusion
 * convolution", GDC or DIGL; Gasteiger, Weißenberger, Günnemann 2019, arXiv 1911.05485): the matrix S of a
 * {@link DiffusionKernel}, cut by a {@link Selection}, its columns divided by their sums, then made symmetric
 * ({@link Symmetry}). What is left of it off the diagonal are the weights of the new edges, all in the relation of the
 * original ones. Weights of the graph, at least 0, take part in H.
 *
 * <p><b>Accuracy.</b> Exact ({@link #exact}): up to rounding, by the series of H, O(N · m) time per vertex with N from
 * tens (heat) to hundreds (PageRank) of terms. With an accuracy ε: by pushes from each vertex, and {@code 0 ≤ S_us -
 * computed ≤ ε √(d̃_s d̃_u)}, d̃ the degree + 1. Entries smaller than that may be missed, and the choice between pairs
 * closer than that may differ from the exact one. Both refuse work estimated to be too much.
 *
 * <p><b>Order of edits.</b> Pairs of the result come the heaviest first; one that is an edge already is removed and, by
 * the next edit, added with its weight. Edges that are not in the result are removed in between, those of smallest H
 * first and evenly spread: after any share of the pairs about the same share of these edges is gone, so a budget gets a
 * part of both and the number of edges changes evenly. A count that would end between a removal and its addition ends
 * before them. The score of an edit is the weight of its pair, or H of the edge that goes.
 *
 * <p>A cancelled run decides on nothing. Memory O(n) per thread and O(entries kept).
 */
public final class DiffusionRewirer implements Rewirer {
    private final DiffusionKernel kernel;
    private final Selection selection;
    private final Symmetry symmetry;
    private final double accuracy;
    private final double mostSteps;

    private DiffusionRewirer(
            DiffusionKernel kernel, Selection selection, Symmetry symmetry, double accuracy, double mostSteps) {
        this.kernel = kernel;
        this.selection = selection;
        this.symmetry = symmetry;
        this.accuracy = accuracy;
        this.mostSteps = mostSteps;
    }

    /** With the mean as symmetry, accuracy 1e-5, and at most 5e10 visits of edges. */
    public static DiffusionRewirer of(DiffusionKernel kernel, Selection selection) {
        return new DiffusionRewirer(kernel, selection, Symmetry.MEAN, 1e-5, 5e10);
    }

    /** The same with another symmetry. */
    public DiffusionRewirer withSymmetry(Symmetry other) {
        return new DiffusionRewirer(kernel, selection, other, accuracy, mostSteps);
    }

    /** The same with another accuracy ε, in 1e-12..1. */
    public DiffusionRewirer withAccuracy(double other) {
        if (!(other >= 1e-12 && other <= 1)) {
            throw new IllegalArgumentException("accuracy " + other + " is not in 1e-12..1");
        }
        return new DiffusionRewirer(kernel, selection, symmetry, other, mostSteps);
    }

    /** The same with the exact matrix. */
    public DiffusionRewirer exact() {
        return new DiffusionRewirer(kernel, selection, symmetry, 0, mostSteps);
    }

    /** The same with another limit to the work, in visits of edges, of which a thread does about 2e8 per second. */
    public DiffusionRewirer withMostSteps(double other) {
        if (!(other > 0)) {
            throw new IllegalArgumentException("most steps " + other + " is not positive");
        }
        return new DiffusionRewirer(kernel, selection, symmetry, accuracy, other);
    }

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        LoopedAdjacency matrix = LoopedAdjacency.of(graph);
        if (count == 0 || graph.vertexCount() == 0) {
            return EditList.builder().build();
        }
        try {
            SparseColumns columns = columns(matrix, progress);
            return new PairExchange(matrix, count).towards(RankedPairs.of(columns, symmetry));
        } catch (CancellationException e) {
            return EditList.builder().build();
        }
    }

    /** The matrix, cut and normalised but not symmetric. */
    SparseColumns columns(LoopedAdjacency matrix, Progress progress) {
        return new DiffusionMatrix(matrix, () -> source(matrix), mostSteps).columns(selection, progress);
    }

    private ColumnSource source(LoopedAdjacency matrix) {
        return accuracy > 0 && kernel instanceof DiffusionKernel.PersonalisedPageRank pageRank
                ? new PageRankPush(matrix, pageRank.alpha(), accuracy)
                : new SeriesPush(matrix, kernel, accuracy);
    }
}
