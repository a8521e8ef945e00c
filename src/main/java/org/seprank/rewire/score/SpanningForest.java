package org.seprank.rewire.score;

import org.seprank.graph.Graph;
import org.seprank.graph.UnionFind;
import org.seprank.rewire.removal.Rankings;
import org.seprank.work.Progress;

/**
 * A random spanning forest stays longest: the edges get random places, an edge that joins two parts of the graph of all
 * edges before it is in the forest (J. Kruskal, 1956), and so every component stays in one piece until the n - c edges
 * of the forest are left, c the number of components. The score is 1 + x in the forest and x elsewhere, x in 0..1 the
 * edge's place from behind divided by m. In a directed graph directions are ignored. Time O(m α(n)).
 *
 * @param seed the same seed gives the same forest and order
 */
public record SpanningForest(long seed) implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        int m = graph.edgeCount();
        int[] order = Rankings.shuffled(m, seed);
        UnionFind parts = new UnionFind(graph.vertexCount());
        double[] scores = new double[m];
        for (int i = 0; i < m; i++) {
            int e = order[i];
            boolean inForest = parts.join(graph.source(e), graph.target(e));
            scores[e] = (inForest ? 1 : 0) + (double) (m - 1 - i) / m;
        }
        return scores;
    }
}
