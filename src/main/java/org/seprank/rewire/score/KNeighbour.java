package org.seprank.rewire.score;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * k-neighbour (V. Sadhanala, Y.-X. Wang and R. Tibshirani, AISTATS 2016): every vertex puts its edges into a random
 * order, and an edge survives at k if it is among the first k at one end at least. The score is -(r + x), where r >= 0
 * is the better of its two places and x in 0..1 a random number that decides between equal places; so the survivors at
 * k are those among the survivors at k+1 whose score is above -k. In a directed graph only the tails choose: every
 * vertex keeps k of its out-neighbours. Time O(m).
 *
 * @param seed the same seed gives the same scores
 */
public record KNeighbour(long seed) implements EdgeScore {
    @Override
    public double[] scores(Graph graph, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        Adjacency rows = graph.out();
        int[] places = new int[graph.edgeCount()];
        Arrays.fill(places, Integer.MAX_VALUE);
        int[] order = new int[rows.maxDegree()];
        for (int v = 0; v < graph.vertexCount(); v++) {
            int degree = rows.degree(v);
            System.arraycopy(rows.edges(), rows.offsets()[v], order, 0, degree);
            for (int i = 0; i < degree; i++) { // Fisher-Yates
                int j = i + random.nextInt(degree - i);
                int e = order[j];
                order[j] = order[i];
                order[i] = e;
                places[e] = Math.min(places[e], i);
            }
        }
        double[] scores = new double[places.length];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = -(places[e] + random.nextDouble());
        }
        return scores;
    }
}
