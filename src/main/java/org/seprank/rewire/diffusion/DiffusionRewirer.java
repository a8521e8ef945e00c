package org.seprank.rewire.diffusion;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Replaces the edges of an undirected graph by the strongest pairs of a diffusion matrix ("graph diffusion
 * convolution", GDC or DIGL; Gasteiger, Weißenberger, Günnemann 2019, arXiv 1911.05485): the matrix S of a
 * {@link DiffusionKernel}, cut to all entries from the threshold on, to 4 digits the largest, with which columns have
 * so many entries on average; its columns divided by their sums; the two entries of a pair, which differ then, replaced
 * by their mean, 0 standing for one that a column has not kept. What is left of it off the diagonal are the weights of
 * the new edges, all in the relation of the original ones. Weights of the graph, at least 0, take part in H.
 *
 * <p><b>Accuracy.</b> By pushes from each vertex: {@code 0 ≤ S_us - computed ≤ ε √(d̃_s d̃_u)}, d̃ the degree + 1 and ε
 * = 1e-5. Entries smaller than that may be missed, and the choice between pairs closer than that may differ from the
 * exact one. Work estimated to be more than 5e10 visits of edges is refused.
 *
 * <p><b>Order of edits.</b> First the pairs that are no edges yet, the heaviest first, are added with their weights,
 * and in between the edges that are not in the result are removed, those of smallest H first and evenly spread: after
 * any share of these additions about the same share of these edges is gone. So a budget is a number of changed pairs as
 * for other methods, and edges that stay keep their weight. Then those get their new weights, the heaviest first: each
 * is removed and, by the next edit, added. A count that would end between these two ends before them. The result of the
 * paper is that of all edits. The score of an edit is the weight of its pair, or H of the edge that goes.
 *
 * <p>A cancelled run decides on nothing. Memory O(n) per thread and O(entries kept).
 *
 * @param kernel of S
 * @param degree how many entries of S columns keep on average, the diagonal counted, at least 1; 64 in the paper
 */
public record DiffusionRewirer(DiffusionKernel kernel, double degree) implements Rewirer {
    private static final double ACCURACY = 1e-5;
    private static final double MOST_STEPS = 5e10; // visits of edges, of which a thread does about 2e8 per second

    /** Checks the degree. */
    public DiffusionRewirer {
        if (!(degree >= 1 && degree <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("average degree " + degree + " is less than 1");
        }
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
            return new PairExchange(matrix, count).towards(RankedPairs.of(columns));
        } catch (CancellationException e) {
            return EditList.builder().build();
        }
    }

    /** The matrix, cut and normalised but not symmetric. */
    SparseColumns columns(LoopedAdjacency matrix, Progress progress) {
        return new DiffusionMatrix(matrix, () -> source(matrix), MOST_STEPS).columns(degree, progress);
    }

    private ColumnSource source(LoopedAdjacency matrix) {
        return kernel instanceof DiffusionKernel.PersonalisedPageRank pageRank
                ? new PageRankPush(matrix, pageRank.alpha(), ACCURACY)
                : new SeriesPush(matrix, kernel, ACCURACY);
    }
}
