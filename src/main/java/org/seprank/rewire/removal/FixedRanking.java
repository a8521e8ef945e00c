package org.seprank.rewire.removal;

import java.util.BitSet;

/** An order of the edges that no removal changes. */
final class FixedRanking implements Ranking {
    private final int[] order;
    private final double[] scores; // by edge; empty: none
    private final BitSet gone;
    private int position;

    FixedRanking(int[] order, double[] scores) {
        this.order = order;
        this.scores = scores;
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
    public double score(int edge) {
        return scores.length == 0 ? Double.NaN : scores[edge];
    }

    @Override
    public void remove(int edge) {
        gone.set(edge);
    }
}
