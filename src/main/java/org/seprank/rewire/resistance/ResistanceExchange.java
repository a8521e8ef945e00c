package org.seprank.rewire.resistance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.spectral.EffectiveResistance;
import org.seprank.work.Progress;

/**
 * ERR, effective resistance rewiring (arXiv 2603.11944): in turns, adds the edge {u, v} between vertices of the largest
 * effective resistance {@code R_uv} that have none, and removes the edge of the smallest one whose loss splits no
 * component. Resistances are those of the graph as it is then. The score of an edit is the resistance of its pair
 * before it; new edges weigh 1, in relation 1.
 *
 * <p>Components stay as they are: infinite resistances between them are left out, as no pair of vertices would be
 * better than another, and isolated vertices stay isolated. What an addition has just made is not removed at once, or a
 * path of three vertices would go round. Weights of the graph count as conductances w, and bridges are what has
 * {@code w R_uv = 1}. Of equal resistances, to 9 digits, the pair with the smallest smaller end is taken, then that
 * with the smallest larger end. The method would go on for ever, and ends where all components are complete; an edge
 * may come back.
 *
 * <p>Time O(s^3 / 2) for every component of s vertices at first, then O(s^2 + m) per edit; memory 4 s^2 bytes.
 */
public record ResistanceExchange() implements Rewirer {
    /** The largest component, or the total of more: the root of the sum of their squares. */
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
        EditList.Builder edits = EditList.builder();
        progress.start("exchanging edges", count);
        if (count == 0 || progress.cancelled()) {
            return edits.build();
        }
        Exchange exchange = new Exchange(graph, components);
        while (edits.size() < count && !progress.cancelled() && exchange.add(edits)) {
            if (edits.size() < count) {
                exchange.remove(edits);
            }
            progress.advanceTo(edits.size());
        }
        return edits.build();
    }

    private static void checkSize(long pairs) {
        if (pairs > (long) MOST * MOST) {
            double root = Math.sqrt((double) pairs);
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "effective resistance rewiring would take %.0f MB, %.0f seconds and %.2f more per edit: the root of "
                            + "the sum of the squared sizes of the components is %.0f, not at most %d",
                    4e-6 * pairs,
                    root * root * root / 2e9,
                    pairs / 1e9,
                    root,
                    MOST));
        }
    }

    /** The graph as it is, by its components of three vertices and more. */
    private static final class Exchange {
        private final Conductors live;
        private final List<LiveResistances> components = new ArrayList<>();
        private final List<Optional<Resistor>> farthest = new ArrayList<>();
        private final BitSet changed = new BitSet(); // components whose farthest pair is to be found anew
        private Resistor added = new Resistor(-1, -1, 0);

        Exchange(Graph graph, Components parts) {
            this.live = new Conductors(graph);
            for (int[] component : parts.members()) {
                if (component.length > 2) {
                    components.add(new LiveResistances(live, component));
                    changed.set(farthest.size());
                    farthest.add(Optional.empty());
                }
            }
        }

        /** Adds the best edge of all; whether there was one. */
        boolean add(EditList.Builder edits) {
            int best = -1;
            for (int c = 0; c < farthest.size(); c++) {
                if (changed.get(c)) {
                    farthest.set(c, components.get(c).farthest());
                }
                Optional<Resistor> one = farthest.get(c);
                if (one.isPresent()
                        && (best < 0 || one.get().farther(farthest.get(best).orElseThrow()))) {
                    best = c;
                }
            }
            changed.clear();
            if (best < 0) {
                return false;
            }
            added = farthest.get(best).orElseThrow();
            edits.add(Edit.add(added.u(), added.v())).scored(added.resistance());
            live.add(added.u(), added.v());
            components.get(best).change(added, 1, 1);
            finish(best);
            return true;
        }

        /** Removes the best edge of all. */
        void remove(EditList.Builder edits) {
            int best = -1;
            Resistor edge = added;
            for (int c = 0; c < components.size(); c++) {
                Optional<Resistor> one = components.get(c).nearest(added);
                if (one.isPresent() && (best < 0 || one.get().nearer(edge))) {
                    best = c;
                    edge = one.get();
                }
            }
            if (best >= 0) {
                edits.add(Edit.remove(edge.u(), edge.v())).scored(edge.resistance());
                components.get(best).change(edge, live.weightBetween(edge.u(), edge.v()), -1);
                live.remove(edge.u(), edge.v());
                finish(best);
            }
        }

        private void finish(int component) {
            components.get(component).refresh();
            changed.set(component);
        }
    }
}
