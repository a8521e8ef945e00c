package org.seprank.rewire.score;

import java.util.Arrays;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * Scores from elsewhere, such as a learned edge mask, for graphs of either kind. Infinite ones are allowed: they go
 * first, or stay longest.
 */
public final class Given implements EdgeScore {
    private final double[] scores;

    private Given(double[] scores) {
        this.scores = scores;
    }

    /**
     * These scores.
     *
     * @param scores by edge number, not NaN; copied
     */
    public static Given of(double... scores) {
        for (int e = 0; e < scores.length; e++) {
            if (Double.isNaN(scores[e])) {
                throw new IllegalArgumentException("the score of edge " + e + " is NaN");
            }
        }
        return new Given(scores.clone());
    }

    /** @throws IllegalArgumentException if the graph has another number of edges */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        if (graph.edgeCount() != scores.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores are given for " + graph.edgeCount() + " edges; one per edge is needed");
        }
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Given that && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "Given[" + scores.length + " scores]";
    }
}
