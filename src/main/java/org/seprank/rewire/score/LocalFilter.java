package org.seprank.rewire.score;

import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Any score by its ranks within neighbourhoods (M. Hamann et al., arXiv 1601.00286), so that sparse parts of a graph
 * keep as large a share of their structure as dense ones. At an end of degree d, an edge than which r - 1 others there
 * have a larger score gets 1 - ln r / ln d, and 1 if it is the only one; the edge has the larger number of its two
 * ends, in 0..1. So the edges of at least 1 - x are those that one end has among its best d^x, and every vertex keeps
 * an edge as long as there are scores below 1. Equal scores share a rank. In a directed graph the ends are the edges
 * that leave the tail and those that enter the head.
 *
 * <p>{@link LocalRank#SIMILARITY} is this of {@link Similarity#JACCARD}. In NetworKit's {@code LocalFilterScore} edges
 * of equal value do not share a rank, as the value to compare with is never set, and the place in an unstable sort
 * decides; its {@code LocalDegreeScore} gives a triangle the scores 1, 1 and 0. Time O(m log d), and that of the score.
 *
 * @param score to rank by
 */
public record LocalFilter(EdgeScore score) implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        double[] values = score.scores(graph, progress);
        double[] ranks = new double[values.length];
        raise(ranks, graph.out(), values);
        if (graph.directed()) {
            raise(ranks, graph.in(), values);
        }
        return ranks;
    }

    private static void raise(double[] ranks, Adjacency rows, double[] values) {
        int[] edges = rows.edges();
        Ranks.raise(ranks, rows, entry -> values[edges[entry]]);
    }
}
