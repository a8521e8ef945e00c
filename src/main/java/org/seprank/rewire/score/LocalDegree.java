package org.seprank.rewire.score;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Local degree (M. Hamann, G. Lindner, H. Meyerhenke, C. Staudt and D. Wagner, arXiv 1601.00286): every vertex of
 * degree d ranks its edges by the degree at the other end, largest first, equal degrees sharing the best of their
 * ranks, and gives rank r the score 1 - ln r / ln d (1 to an only edge). The edge gets the larger of the two, in 0..1.
 * Edges to hubs stay longest, and no vertex loses its last edge while any edge of a score below 1 is left. Undirected
 * graphs only. Time O(m log d).
 */
public record LocalDegree() implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "local degree");
        Adjacency rows = graph.out();
        return LocalRanks.scores(graph, entry -> rows.degree(rows.neighbours()[entry]));
    }
}
