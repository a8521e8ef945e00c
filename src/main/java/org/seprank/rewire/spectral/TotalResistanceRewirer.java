package org.seprank.rewire.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seprank.graph.Components;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * GTR, greedy total resistance (M. Black, Z. Wan, A. Nayyeri, Y. Wang, arXiv 2302.06835): adds, one after the other,
 * the edge {u, v} between vertices of the same component with the largest {@code B^2 / (1 + R)}, where R is the
 * effective resistance and {@code B^2 = (e_u - e_v)^T (L^+)^2 (e_u - e_v)} the squared biharmonic distance. That is
 * exactly what the trace of L^+ loses by an edge of weight 1, and the score of the edit; in a connected graph the total
 * resistance loses n times as much. Weights of the graph count as conductances. New edges are of relation 1.
 *
 * <p>Of equal gains the pair with the smallest smaller end is taken, then that with the smallest larger end, as far as
 * rounding lets equal gains be equal. Time O(s^3) for every component of s vertices at first, then O(s^2) per edge;
 * memory 20 s^2 bytes.
 */
public record TotalResistanceRewirer() implements Rewirer {
    /** The largest component, or the total of more: the root of the sum of their squares; 36 million pairs, 720 MB. */
    private static final int MOST = 6000;

    /**
     * @throws IllegalArgumentException if the graph is directed, a weight is not positive, or the components are larger
     *     than {@value #MOST} vertices or too many
     */
    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        EffectiveResistance.checkConductors(graph);
        Components components = Components.of(graph);
        checkSize(EffectiveResistance.entries(components));
        Search search = new Search(graph, components);
        return Additions.collect(count, progress, search::next);
    }

    private static void checkSize(long pairs) {
        if (pairs > (long) MOST * MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "greedy total resistance would take %.0f MB: the root of the sum of the squared sizes of the "
                            + "components is %.0f, not at most %d",
                    20e-6 * pairs,
                    Math.sqrt((double) pairs),
                    MOST));
        }
    }

    private static final class Search {
        private final ChangingGraph live;
        private final List<ResistanceMatrices> components = new ArrayList<>();

        Search(Graph graph, Components parts) {
            this.live = ChangingGraph.of(graph);
            for (int[] component : parts.members()) {
                if (component.length > 2) {
                    components.add(ResistanceMatrices.of(graph, component, live));
                }
            }
        }

        Optional<Addition> next() {
            int best = -1;
            for (int c = 0; c < components.size(); c++) {
                if (components.get(c).gain() >= 0
                        && (best < 0 || components.get(c).before(components.get(best)))) {
                    best = c;
                }
            }
            if (best < 0) {
                return Optional.empty();
            }
            ResistanceMatrices matrices = components.get(best);
            Addition addition = new Addition(new Edge(matrices.bestU(), matrices.bestV()), matrices.gain());
            live.add(matrices.bestU(), matrices.bestV());
            matrices.join(live);
            return Optional.of(addition);
        }
    }
}
