package org.seprank.rewire.spectral;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.Rankings;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.rewire.spectral.linear.LazyOrder;
import org.seprank.work.Progress;

/**
 * Spectral sparsification as an order of removals: all edges are drawn without replacement, each time with probability
 * in proportion to {@code w_e R_e} (the sampling probabilities of D. Spielman and N. Srivastava, arXiv 0803.0929), and
 * go in the reverse of that order. The draw is the exponential race: edge e comes at time {@code -ln(U_e) / (w_e R_e)}.
 * The weights of edges that stay are left as they are. The score of an edit is {@code w_e R_e}.
 *
 * <p>Resistances are exact where {@link EffectiveResistance#exact} takes the graph, otherwise approximate. They are
 * those of the whole graph, so there is nothing to rank again after a chunk. Time of {@link EffectiveResistance} and
 * O(m log m).
 *
 * @param seed of the draw and of approximate resistances
 * @param rules of which ties and chunk do not matter
 */
public record ResistanceSparsifier(long seed, RemovalRules rules) implements Sparsifier {
    private static final int ALL = Integer.MAX_VALUE; // one chunk, so that decided edits are compared from the first

    /** @throws IllegalArgumentException also if the graph is directed or has a weight that is not positive */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        Graph graph = task.graph();
        EffectiveResistance.checkConductors(graph);
        if (task.count() <= task.decided().size()) {
            return task.decided().prefix(task.count());
        }
        double[] probabilities;
        try {
            probabilities = EffectiveResistance.ofEdges(graph, seed, progress);
        } catch (CancellationException cancelled) {
            return task.decided();
        }
        for (int e = 0; e < probabilities.length; e++) {
            probabilities[e] *= graph.weight(e);
        }
        return new RemovalLoop(
                        task,
                        rules.withChunk(ALL),
                        Rankings.inOrder(lastDrawnFirst(probabilities, seed), probabilities))
                .run(sink, progress);
    }

    /**
     * The reverse of a draw of all indices without replacement, each time in proportion to {@code probabilities}, which
     * are not negative.
     */
    public static int[] lastDrawnFirst(double[] probabilities, long seed) {
        LazyOrder order = LazyOrder.of(Rankings.race(probabilities, seed));
        int[] removals = new int[probabilities.length];
        Arrays.setAll(removals, order::at);
        return removals;
    }
}
