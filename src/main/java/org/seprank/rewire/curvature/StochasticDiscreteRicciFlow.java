package org.seprank.rewire.curvature;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Stochastic discrete Ricci flow (SDRF): supports the edge of least balanced Forman curvature by an edge around it, and
 * removes the edge of greatest curvature, over and over. One step, for the edge i-j of least curvature:
 *
 * <ol>
 *   <li>Of the pairs k, l that are no edge, k being i or a neighbour of i and l being j or a neighbour of j, one is
 *       drawn with probability {@code softmax(tau x)}, where {@code x_kl} is how much the curvature of i-j grows with
 *       the edge k-l; it is added in relation 1. A pair that arises both as (k, l) and (l, k) counts twice.
 *   <li>If the greatest curvature is above the bound C+, its edge is removed.
 * </ol>
 *
 * <p>A step that does neither is the last. Of equal curvatures the edge that comes first by its ends is taken. An edge
 * that was removed may be added again. The score of an addition is its {@code x_kl}, that of a removal the curvature.
 * Source: Algorithm 1 of J. Topping et al., ICLR 2022, arXiv 2111.14522.
 *
 * <p>Undirected graphs only, weights are ignored. Time of the start as {@link BalancedForman#all}; of a step O(d_i
 * d_j), the edges near the change times O(log m), and the curvatures that decide which is the least and the greatest.
 * Memory O(n + m).
 *
 * @param seed of the draws
 * @param tau the temperature, above 0; infinite: always the largest gain, the first of several in ascending order
 * @param removalBound C+; infinite: nothing is removed
 * @param variant the formula of the curvature
 */
public record StochasticDiscreteRicciFlow(long seed, double tau, double removalBound, BalancedForman.Variant variant)
        implements Rewirer {
    /** Checks the values. */
    public StochasticDiscreteRicciFlow {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("tau " + tau + " is not above 0");
        }
        if (Double.isNaN(removalBound)) {
            throw new IllegalArgumentException("removal bound is not a number");
        }
    }

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        EditBudget edits = EditBudget.of(count, progress);
        UndirectedRows rows = UndirectedRows.of(graph);
        BalancedForman curvature = new BalancedForman(variant);
        try {
            LiveBalancedForman live = new LiveBalancedForman(curvature, rows, progress.silent());
            CandidateSearch search = new CandidateSearch(curvature, rows, tau, seed);
            int before = -1;
            while (edits.more() && edits.size() > before) {
                before = edits.size();
                add(live, search, rows, edits);
                remove(live, rows, edits);
            }
        } catch (CancellationException beforeTheFirstEdit) {
            return edits.build();
        }
        return edits.build();
    }

    private static void add(LiveBalancedForman live, CandidateSearch search, UndirectedRows rows, EditBudget edits) {
        int e = live.minimum();
        if (e < 0) {
            return;
        }
        Optional<Edit> addition = search.choose(rows.source(e), rows.target(e));
        if (addition.isPresent()) {
            Edit edit = addition.get();
            live.add(edit.u(), edit.v());
            edits.add(edit, search.chosenGain());
        }
    }

    private void remove(LiveBalancedForman live, UndirectedRows rows, EditBudget edits) {
        int e = edits.more() ? live.maximum() : -1;
        if (e >= 0 && live.at(e) > removalBound) {
            Edit edit = Edit.remove(rows.source(e), rows.target(e));
            double curvature = live.at(e);
            live.remove(edit.u(), edit.v());
            edits.add(edit, curvature);
        }
    }
}
