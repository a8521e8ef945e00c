package org.seprank.rewire.score;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * How much each edge is worth to a graph; edges of low score are the first to go. Edge weights are looked at only where
 * a score says so. The same graph gives the same scores, whatever the number of threads. {@link ScoreSparsifier} makes
 * a method of it.
 */
@FunctionalInterface
public interface EdgeScore {
    /**
     * Scores the edges.
     *
     * @param progress told what is done where that takes long
     * @return m numbers by edge, none of them NaN
     * @throws IllegalArgumentException if the score is not defined on such a graph
     * @throws CancellationException if {@code progress} asks to stop
     */
    double[] scores(Graph graph, Progress progress);

    /**
     * Which of edges of equal score goes first: that of the smaller number here. Where these are equal too, the rules
     * of the removal decide.
     *
     * @return m numbers by edge, none of them NaN; empty: the rules alone decide
     * @throws IllegalArgumentException if the score is not defined on such a graph
     */
    default double[] amongEqual(Graph graph) {
        return new double[0];
    }
}
