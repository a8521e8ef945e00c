package org.seprank.rewire.diffusion;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;

/** The edits that turn the edges of a graph into given pairs, in the order that {@link DiffusionRewirer} tells. */
final class PairExchange {
    private final LoopedAdjacency matrix;
    private final Graph graph;
    private final int count;
    private final EditList.Builder rewiring = EditList.builder();

    PairExchange(LoopedAdjacency matrix, int count) {
        this.matrix = matrix;
        this.graph = matrix.graph();
        this.count = count;
    }

    EditList towards(RankedPairs pairs) {
        int[] dropped = dropped(pairs);
        int gone = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (!place(pairs.u(i), pairs.v(i), pairs.weight(i))) {
                return rewiring.build();
            }
            int due = (int) ((long) dropped.length * (i + 1) / pairs.size());
            gone = drop(dropped, gone, due);
        }
        drop(dropped, gone, dropped.length);
        return rewiring.build();
    }

    /** The edges that are no pairs, those of smallest H first. */
    private int[] dropped(RankedPairs pairs) {
        BitSet kept = new BitSet(graph.edgeCount());
        for (int i = 0; i < pairs.size(); i++) {
            int e = graph.edgeBetween(pairs.u(i), pairs.v(i));
            if (e >= 0) {
                kept.set(e);
            }
        }
        kept.flip(0, graph.edgeCount());
        int[] dropped = kept.stream().toArray();
        int[] order = RankedPairs.descending(dropped.length, i -> matrix.normalised(dropped[i]));
        int[] ascending = new int[dropped.length];
        for (int i = 0; i < dropped.length; i++) {
            ascending[i] = dropped[order[dropped.length - 1 - i]];
        }
        return ascending;
    }

    /** Whether the pair fits into the count. */
    private boolean place(int u, int v, double weight) {
        boolean edge = graph.edgeBetween(u, v) >= 0;
        if (rewiring.size() > count - (edge ? 2 : 1)) {
            return false;
        }
        if (edge) {
            rewiring.add(Edit.remove(u, v)).scored(weight);
        }
        rewiring.add(Edit.add(u, v), weight, EditList.ORIGINAL).scored(weight);
        return true;
    }

    private int drop(int[] edges, int from, int to) {
        int i = from;
        for (; i < to && rewiring.size() < count; i++) {
            rewiring.add(Edit.remove(graph.source(edges[i]), graph.target(edges[i])))
                    .scored(matrix.normalised(edges[i]));
        }
        return i;
    }
}
