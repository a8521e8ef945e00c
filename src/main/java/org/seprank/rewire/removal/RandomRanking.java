package org.seprank.rewire.removal;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;

/** A uniformly random order of the edges, the same for the same number of edges and seed. */
final class RandomRanking implements Ranking {
    private final int[] order;
    private final BitSet gone;
    private int position;

    RandomRanking(Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.order = new int[graph.edgeCount()];
        this.gone = new BitSet(order.length);
        for (int i = 0; i < order.length; i++) { // Fisher-Yates, inside out
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    @Override
    public int next() {
        while (position < order.length) {
            int e = order[position++];
            if (!gone.get(e)) {
                return e;
            }
        }
        return NONE;
    }

    @Override
    public void remove(int edge) {
        gone.set(edge);
    }
}
