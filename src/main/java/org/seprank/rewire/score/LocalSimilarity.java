package org.seprank.rewire.score;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Local similarity ("L-Spar"; V. Satuluri, S. Parthasarathy and Y. Ruan, SIGMOD 2011): like {@link LocalDegree}, but
 * every vertex ranks its edges by the {@linkplain Similarity#JACCARD Jaccard similarity} of the two neighbourhoods,
 * equal similarities sharing the best of their ranks. In 0..1. Keeps clusters in sparse and in dense parts alike.
 * Undirected graphs only. Time O(m^1.5).
 */
public record LocalSimilarity() implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "local similarity");
        Adjacency rows = graph.out();
        double[] jaccard = Similarity.JACCARD.scores(graph, progress);
        return LocalRanks.scores(graph, entry -> jaccard[rows.edges()[entry]]);
    }
}
