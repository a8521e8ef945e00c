package org.seprank.rewire.feature;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * FeaSt and ComFy (C. Rubio-Madrigal, A. Jamadandi and R. Burkholz, "GNNs getting ComFy", ICLR 2025, arXiv 2502.04891):
 * makes the ends of edges more alike. With s the mean cosine of the features at the ends of an edge, pairs without an
 * edge whose cosine is above s are added, the most alike first, and edges whose cosine is below s are removed, the
 * least alike first; that raises the mean most. FeaSt does so in the whole graph. ComFy does so for every pair of
 * communities apart, one with itself among them, with s of the edges within or between these two, and with a share of
 * any budget in proportion to the product of their sizes; pairs of communities without an edge get none.
 *
 * <p>Additions and removals take turns; the score of an edit is the cosine of its pair. A row of zeros has cosine 0
 * with all, isolated vertices may get edges, a graph without edges stays as it is. Of equal cosines, to 12 digits, the
 * pair with the smallest smaller end goes first, then that with the smallest larger end. Undirected graphs only;
 * weights are ignored, new edges weigh 1, in relation 1.
 *
 * <p>The published code differs: with a budget of 0 for a pair of communities it takes the whole list of that pair, up
 * to the budget of all; pairs within a community include those of a vertex with itself, whose cosine is 1 and which
 * become self-loops before all others; a row of zeros makes cosines that are no numbers. Budgets are there rounded down
 * pair by pair, so that some of it is not used; here the k-th edit of a pair of communities with share p comes at k /
 * p, so that any prefix is a smaller budget. Numbers published for ComFy may depend on that.
 *
 * <p>Time as many products as pairs of entries in one column, and O(n²), or O(sum of squared degrees times entries of a
 * row) for pairs two steps apart. Memory O(entries), and O(n + edits of a pair of communities) per thread.
 *
 * @param features of the vertices
 * @param options of the search
 */
public record SimilarityRewirer(Features features, Options options) implements Rewirer {
    /** What communities budgets are shared between. */
    public enum Grouping {
        /** All vertices are one community: FeaSt. */
        NONE,
        /** Those of the Louvain method. */
        LOUVAIN,
        /** Those of the Leiden algorithm, connected. */
        LEIDEN
    }

    /**
     * The options.
     *
     * @param additions share of the edits that add, in 0..1
     * @param near whether only pairs two steps apart are added
     * @param grouping the communities
     * @param seed that communities are found with
     */
    public record Options(double additions, boolean near, Grouping grouping, long seed) {
        /** Checks the share. */
        public Options {
            Turns.checkShare(additions);
        }
    }

    /**
     * @throws IllegalArgumentException if the graph is directed, has another number of vertices than there are rows, or
     *     takes too many comparisons
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        FeatureRows rows = FeatureRows.of(features);
        rows.checkFit(graph);
        if (count == 0 || graph.edgeCount() == 0) {
            return EditList.empty();
        }
        VertexGroups groups = VertexGroups.of(graph, rows, options.grouping(), options.seed());
        double[] weights =
                IntStream.range(0, groups.count()).mapToDouble(groups::weight).toArray();
        try {
            List<List<ScoredPair>> pairs = options.additions() == 0
                    ? List.of()
                    : new SimilarPairs(graph, rows, groups, count).find(options.near(), progress);
            return new Turns(options.additions())
                    .edits(
                            Turns.of(Edit.Kind.ADD, SharedOrder.of(pairs, weights, count)),
                            Turns.of(Edit.Kind.REMOVE, SharedOrder.of(groups.edgesBelowMean(), weights, count)),
                            count);
        } catch (CancellationException stopped) {
            return EditList.empty();
        }
    }
}
