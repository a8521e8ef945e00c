package org.seprank.rewire.curvature;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.work.Progress;

/**
 * The curvature of Jost and Liu as an order of removals: edges of the largest curvature, which have many triangles to
 * stand for them, go first and bottlenecks stay longest, or the other way round. The score is the curvature where the
 * lowest goes first, else minus that. Undirected graphs only. Time and memory as {@link JostLiu}.
 *
 * @param lowestFirst whether bottlenecks go first
 */
public record JostLiuScore(boolean lowestFirst) implements EdgeScore {
    /** @throws IllegalArgumentException if the graph is directed */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        UndirectedRows.of(graph);
        double[] scores = JostLiu.all(graph);
        if (!lowestFirst) {
            Arrays.setAll(scores, e -> 0 - scores[e]);
        }
        return scores;
    }
}
