package org.seprank.rewire.score;

import java.util.concurrent.CancellationException;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * How much each edge is worth to a graph; edges of low score are the first to go. Edge weights are not looked at. The
 * same graph gives the same scores, whatever the number of threads. {@link ScoreSparsifier} makes a method of it.
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
}
