package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Undirected;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Algebraic distance (J. Chen and I. Safro, SIAM J. Sci. Comput. 33, 2011; as an edge score: M. Hamann et al., arXiv
 * 1601.00286): random vectors are relaxed a few times, {@code x <- (1 - omega) x + omega D^-1 W x} with the weights W
 * and their row sums D, and each is then moved and scaled to 0..1 over the vertices that have edges. The distance of an
 * edge is the p-norm of the differences of the vectors between its ends, their largest for p = 0, and its score 1 minus
 * that; for p = 0 it is in 0..1. What is relaxed slowly are differences between parts with few connections, so that
 * edges between them go first. Undirected graphs only.
 *
 * <p>The i-th vector starts with uniform numbers of 0..1 from the i-th split of the seeded generator, so the scores do
 * not depend on the number of threads. A vertex all of whose weights are 0 keeps its number and does not count, nor
 * does an isolated one. In NetworKit these become NaN, and its start has no seed of its own.
 *
 * <p>Time O(vectors steps m) on all threads of {@link Parallel#current()}, memory 8 vectors n bytes.
 *
 * @param vectors at least 1; 10 in NetworKit
 * @param steps of relaxation each, at least 0; 30 in NetworKit
 * @param omega in 0..1; 0.5 in NetworKit
 * @param norm p, at least 1; 0: the largest difference
 * @param seed of the vectors
 */
public record AlgebraicDistance(int vectors, int steps, double omega, int norm, long seed) implements EdgeScore {
    /** Checks the ranges. */
    public AlgebraicDistance {
        if (vectors < 1 || steps < 0 || norm < 0) {
            throw new IllegalArgumentException("algebraic distance of " + vectors + " vectors, " + steps
                    + " steps and norm " + norm + ": these are not at least 1, 0 and 0");
        }
        if (!(omega >= 0 && omega <= 1)) {
            throw new IllegalArgumentException("omega " + omega + " of algebraic distance is not in 0..1");
        }
    }

    /** @throws IllegalArgumentException if the graph is directed, or a weight is negative or not finite */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        Undirected.require(graph, "algebraic distance");
        double[] strengths = Strengths.of(graph, graph.out());
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom[] streams = new SplittableRandom[vectors]; // set apart before threads come in
        Arrays.setAll(streams, i -> random.split());
        double[][] relaxed = new double[vectors][];
        progress.start("relaxing vectors", vectors);
        Parallel.current().each(vectors, progress, i -> relaxed[i] = relax(graph, strengths, streams[i], progress));
        double[] scores = new double[graph.edgeCount()];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = 1 - distance(relaxed, graph.source(e), graph.target(e));
        }
        return scores;
    }

    private double[] relax(Graph graph, double[] strengths, SplittableRandom random, Progress progress) {
        double[] x = new double[strengths.length];
        Arrays.setAll(x, v -> random.nextDouble());
        double[] next = x.clone();
        for (int step = 0; step < steps; step++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            step(graph, strengths, x, next);
            double[] before = x;
            x = next;
            next = before;
        }
        scale(x, strengths);
        return x;
    }

    private void step(Graph graph, double[] strengths, double[] x, double[] next) {
        Adjacency rows = graph.out();
        int[] neighbours = rows.neighbours();
        for (int v = 0; v < x.length; v++) {
            if (strengths[v] > 0) {
                double sum = 0;
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    sum += graph.weighted() ? graph.weight(rows.edges()[k]) * x[neighbours[k]] : x[neighbours[k]];
                }
                next[v] = (1 - omega) * x[v] + omega * sum / strengths[v];
            }
        }
    }

    /** To 0..1 over the vertices that count; all 0 where they are equal. */
    private static void scale(double[] x, double[] strengths) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < x.length; v++) {
            if (strengths[v] > 0) {
                least = Math.min(least, x[v]);
                most = Math.max(most, x[v]);
            }
        }
        for (int v = 0; v < x.length; v++) {
            x[v] = most > least ? (x[v] - least) / (most - least) : 0;
        }
    }

    private double distance(double[][] relaxed, int u, int v) {
        double distance = 0;
        for (double[] x : relaxed) {
            double difference = Math.abs(x[u] - x[v]);
            distance = norm == 0 ? Math.max(distance, difference) : distance + Math.pow(difference, norm);
        }
        return norm < 2 ? distance : Math.pow(distance, 1.0 / norm);
    }
}
