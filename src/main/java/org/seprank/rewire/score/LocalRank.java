package org.seprank.rewire.score;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Ranks of edges among those of each end: 1 + the number of edges there of larger value, so that equal values share a
 * rank. A vertex of degree d gives rank r the score 1 - ln r / ln d, and 1 to its only edge; the edge gets the larger
 * of its two scores, in 0..1. It is at least 1 - x exactly if one end has it among its best d^x, and no vertex loses
 * its last edge while any edge of a score below 1 is left. Undirected graphs only. Time O(m log d), and that of the
 * values.
 */
public enum LocalRank implements EdgeScore {
    /**
     * Local degree (M. Hamann, G. Lindner, H. Meyerhenke, C. Staudt and D. Wagner, arXiv 1601.00286): the value is the
     * degree at the other end. Edges to hubs stay longest.
     */
    DEGREE {
        @Override
        IntToDoubleFunction values(Graph graph, Progress progress) {
            Adjacency rows = graph.out();
            return entry -> rows.degree(rows.neighbours()[entry]);
        }
    },
    /**
     * Local similarity ("L-Spar"; V. Satuluri, S. Parthasarathy and Y. Ruan, SIGMOD 2011): the value is the
     * {@linkplain Similarity#JACCARD Jaccard similarity} of the two neighbourhoods. Keeps clusters in sparse and in
     * dense parts alike. Time O(m^1.5).
     */
    SIMILARITY {
        @Override
        IntToDoubleFunction values(Graph graph, Progress progress) {
            Adjacency rows = graph.out();
            double[] jaccard = Similarity.JACCARD.scores(graph, progress);
            return entry -> jaccard[rows.edges()[entry]];
        }
    };

    /** What an edge is worth to the vertex whose row has the entry, by entry of the adjacency. */
    abstract IntToDoubleFunction values(Graph graph, Progress progress);

    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "local " + name().toLowerCase(Locale.ROOT));
        double[] scores = new double[graph.edgeCount()];
        Ranks.raise(scores, graph.out(), values(graph, progress));
        return scores;
    }
}
