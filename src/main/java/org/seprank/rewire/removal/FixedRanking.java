package org.seprank.rewire.removal;

import java.util.BitSet;

/** An order of the edges that no removal changes. */
final class FixedRanking implements Ranking {
    private final int[] order;
    private final BitSet gone;
    private int position;

    FixedRanking(int[] order) {
        this.order = order;
        this.gone = new BitSet(order.length);
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
