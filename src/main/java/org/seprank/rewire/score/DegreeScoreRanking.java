package org.seprank.rewire.score;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.Rankings;

/** Edges by ascending degree score of the graph that is left. Ranking anew takes O(m log m). */
final class DegreeScoreRanking implements Ranking {
    private final Graph graph;
    private final Ties ties;
    private final BitSet gone = new BitSet(); // removed or taken
    private final BitSet removed = new BitSet();
    private final int[] degrees;
    private double[] scores = {};
    private int[] order = {};
    private int position;
    private boolean stale = true;

    DegreeScoreRanking(Graph graph, Ties ties) {
        this.graph = graph;
        this.ties = ties;
        this.degrees = new int[graph.vertexCount()];
        for (int e = 0; e < graph.edgeCount(); e++) {
            degrees[graph.source(e)]++;
            degrees[graph.target(e)]++;
        }
    }

    @Override
    public int next() {
        if (stale) {
            scores = scores();
            order = Rankings.ascending(scores, ties);
            position = 0;
            stale = false;
        }
        while (position < order.length) {
            int e = order[position++];
            if (!gone.get(e)) {
                gone.set(e);
                return e;
            }
        }
        return NONE;
    }

    @Override
    public double score(int edge) {
        return scores[edge];
    }

    @Override
    public void remove(int edge) {
        gone.set(edge);
        removed.set(edge);
        degrees[graph.source(edge)]--;
        degrees[graph.target(edge)]--;
        stale = true;
    }

    /** By edge; 0 for those removed. */
    private double[] scores() {
        double[] weights = new double[degrees.length]; // first a_v d_v, then a_v / d_v
        int m = graph.edgeCount();
        for (int e = removed.nextClearBit(0); e < m; e = removed.nextClearBit(e + 1)) {
            weights[graph.source(e)] += 1 / Math.sqrt(degrees[graph.target(e)]);
            weights[graph.target(e)] += 1 / Math.sqrt(degrees[graph.source(e)]);
        }
        for (int v = 0; v < weights.length; v++) {
            double degree = Math.max(1, degrees[v]);
            weights[v] /= degree * degree;
        }
        double[] scores = new double[m];
        for (int e = removed.nextClearBit(0); e < m; e = removed.nextClearBit(e + 1)) {
            scores[e] = weights[graph.source(e)] * weights[graph.target(e)];
        }
        return scores;
    }
}
