package org.seprank.rewire.curvature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Batch Ollivier-Ricci flow (BORF). One batch: with the curvatures of all edges, for each of the h lowest edges the
 * pair (p, q) of its cheapest transport with the greatest cost {@code distance * mass} that is no edge is joined,
 * lowest edge first; then the k highest edges are removed, highest first. Of equal curvatures the edge that comes first
 * by its ends is taken, of equal costs the first pair. The measures have no laziness. A batch without any edit is the
 * last.
 *
 * <p>Edges are added and removed in both directions, as in the paper and unlike the program that came with it, in
 * relation 1. The score of an addition is its cost, that of a removal the curvature. Source: K. Nguyen et al., ICML
 * 2023, arXiv 2211.15779.
 *
 * <p>Undirected graphs only, weights are ignored. Time of the first batch as {@link OllivierRicci#all}, whose limits
 * hold here too; later batches compute only the edges at neighbours of the ends of edits anew.
 *
 * @param additions h per batch, at least 0
 * @param removals k per batch, at least 0, one of them above 0
 */
public record BatchOllivierRicci(int additions, int removals) implements Rewirer {
    /** Checks the numbers. */
    public BatchOllivierRicci {
        if (additions < 0 || removals < 0 || (additions == 0 && removals == 0)) {
            throw new IllegalArgumentException("a batch of " + additions + " additions and " + removals
                    + " removals: neither may be negative and one must be above 0");
        }
    }

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        EditBudget edits = EditBudget.of(count, progress);
        UndirectedRows rows = UndirectedRows.of(graph);
        try {
            Flow flow = new Flow(rows, edits, progress.silent());
            int before = -1;
            while (edits.more() && edits.size() > before) {
                before = edits.size();
                flow.batch();
            }
        } catch (CancellationException betweenBatches) {
            return edits.build();
        }
        return edits.build();
    }

    /** The curvatures as the graph changes. */
    private final class Flow {
        private final OllivierRicci curvature = OllivierRicci.of(OllivierRicci.Options.defaults());
        private final UndirectedRows rows;
        private final EditBudget edits;
        private final Progress progress;
        private final EdgeHeap lowest;
        private final EdgeHeap highest; // keys negated
        private final BitSet touched = new BitSet(); // vertices whose edges may have another curvature now
        private final NeighbourTransport transport;

        private Flow(UndirectedRows rows, EditBudget edits, Progress progress) {
            this.rows = rows;
            this.edits = edits;
            this.progress = progress;
            this.transport = curvature.worker(rows);
            double[] values = curvature.all(rows, progress);
            this.lowest = new EdgeHeap(rows);
            this.highest = new EdgeHeap(rows);
            for (int e = 0; e < values.length; e++) {
                know(e, values[e]);
            }
        }

        private void know(int e, double value) {
            lowest.put(e, value);
            highest.put(e, -value);
        }

        private void batch() {
            refresh();
            List<Integer> low = lowest.first(additions);
            List<Integer> high = highest.first(removals);
            List<List<OllivierRicci.Shipment>> plans = new ArrayList<>();
            low.forEach(e -> plans.add(transport.plan(rows.source(e), rows.target(e))));
            for (int i = 0; i < plans.size() && edits.more(); i++) {
                join(plans.get(i));
            }
            for (int i = 0; i < high.size() && edits.more(); i++) {
                int e = high.get(i);
                Edit edit = Edit.remove(rows.source(e), rows.target(e));
                double value = lowest.key(e);
                touch(edit);
                rows.remove(edit.u(), edit.v());
                lowest.remove(e);
                highest.remove(e);
                edits.add(edit, value);
            }
        }

        private void join(List<OllivierRicci.Shipment> plan) {
            int p = -1;
            int q = -1;
            double best = 0;
            for (OllivierRicci.Shipment shipment : plan) {
                if (shipment.cost() > best && rows.edgeBetween(shipment.from(), shipment.to()) < 0) {
                    best = shipment.cost();
                    p = shipment.from();
                    q = shipment.to();
                }
            }
            if (p >= 0) {
                Edit edit = Edit.add(p, q);
                rows.add(p, q);
                touch(edit);
                edits.add(edit, best);
            }
        }

        /** An edit p-q matters to an edge only if p or q is an end of it or a neighbour of an end. */
        private void touch(Edit edit) {
            for (int end : new int[] {edit.u(), edit.v()}) {
                touched.set(end);
                for (int i = rows.start(end); i < rows.end(end); i++) {
                    touched.set(rows.neighbours(end)[i]);
                }
            }
        }

        private void refresh() {
            BitSet stale = new BitSet();
            touched.stream().forEach(v -> {
                for (int i = rows.start(v); i < rows.end(v); i++) {
                    stale.set(rows.edges(v)[i]);
                }
            });
            touched.clear();
            int[] edges = stale.stream().toArray();
            double[] values = new double[edges.length];
            Parallel.current().blocks(edges.length, progress, () -> {
                NeighbourTransport worker = curvature.worker(rows);
                return i -> values[i] = worker.curvature(rows.source(edges[i]), rows.target(edges[i]));
            });
            for (int i = 0; i < edges.length; i++) {
                know(edges[i], values[i]);
            }
        }
    }
}
