package org.seprank.rewire.diffusion;

import java.util.BitSet;
import java.util.stream.IntStream;
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
        int[] fresh =
                IntStream.range(0, pairs.size()).filter(i -> !isEdge(pairs, i)).toArray();
        int[] dropped = dropped(pairs);
        int gone = 0;
        for (int k = 0; k < fresh.length && rewiring.size() < count; k++) {
            add(pairs, fresh[k]);
            gone = drop(dropped, gone, (int) ((long) dropped.length * (k + 1) / fresh.length));
        }
        drop(dropped, gone, dropped.length);
        for (int i = 0; i < pairs.size() && rewiring.size() <= count - 2; i++) {
            if (isEdge(pairs, i)) {
                rewiring.add(Edit.remove(pairs.u(i), pairs.v(i))).scored(pairs.weight(i));
                add(pairs, i);
            }
        }
        return rewiring.build();
    }

    private boolean isEdge(RankedPairs pairs, int i) {
        return graph.edgeBetween(pairs.u(i), pairs.v(i)) >= 0;
    }

    private void add(RankedPairs pairs, int i) {
        double weight = pairs.weight(i);
        rewiring.add(Edit.add(pairs.u(i), pairs.v(i)), weight, EditList.ORIGINAL)
                .scored(weight);
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

    private int drop(int[] edges, int from, int to) {
        int i = from;
        for (; i < to && rewiring.size() < count; i++) {
            rewiring.add(Edit.remove(graph.source(edges[i]), graph.target(edges[i])))
                    .scored(matrix.normalised(edges[i]));
        }
        return i;
    }
}
