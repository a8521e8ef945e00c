package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Rankings;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The metric backbone stays longest (T. Simas, R. B. Correia and L. M. Rocha, J. Complex Netw. 9, 2021, arXiv
 * 2103.04668): the edges that are a shortest path between their ends, {@code w = d(u, v)}. The score of an edge of
 * length w is {@code d(u, v) / w}, in 0..1, the inverse of its semi-metric distortion s: the most distorted go first, a
 * score of 1 is the backbone, and of equal scores the longer edge goes first. Removing all edges outside the backbone
 * changes no distance; distances of different components do not matter. In a directed graph paths follow the edges.
 *
 * <p>A length of 0 is its own distance, score 1; an edge longer than 0 whose ends are at distance 0 has score 0.
 * Without weights every edge is in the backbone. Distances are sums of rounded numbers, so that a score of at least
 * {@code 1 - 1e-12} counts as 1. Public code (distanceclosure 0.5) compares the sums as they are, and has distortions
 * of removed edges only.
 *
 * <p>An edge no longer than the shortest ones at its two ends together is in the backbone; the ends of others are
 * searched for by Dijkstra's algorithm from their source, no further than need be. The sources are taken in
 * {@value #ROUNDS} rounds, and edges found outside the backbone do not take part in later ones. Time O(m log m + s (m +
 * n log n)) at worst, s the number of such sources, on all threads of {@link Parallel#current()}, on which the scores
 * do not depend; memory O(n + m), and 29 n bytes per thread.
 *
 * @param lengths what weights mean
 */
public record MetricBackbone(EdgeLengths lengths) implements EdgeScore {
    private static final double TOLERANCE = 1e-12; // relative to a sum of at most n rounded lengths
    private static final int ROUNDS = 16;
    private static final double MOST_STEPS = 3e11;
    private static final double STEPS_PER_SECOND = 3e8;

    /** @throws IllegalArgumentException if a weight is no length, or the searches would take too long */
    @Override
    public double[] scores(Graph graph, Progress progress) {
        double[] length = lengths.of(graph);
        boolean[] open = open(graph, length);
        int[] sources = sources(graph, open);
        checkSteps(graph, sources.length);
        double[] scores = new double[length.length];
        Arrays.fill(scores, 1);
        int[] order = Rankings.ascending(length, Ties.FIRST);
        BitSet outside = new BitSet(length.length);
        progress.start("shortest paths", sources.length);
        for (int round = 0; round < ROUNDS && sources.length > 0; round++) {
            int from = (int) ((long) sources.length * round / ROUNDS);
            int to = (int) ((long) sources.length * (round + 1) / ROUNDS);
            LengthRows rows = LengthRows.of(graph, length, order, outside);
            Parallel.current().blocks(to - from, progress.silent(), () -> {
                ShortestPaths paths = new ShortestPaths(rows);
                return i -> score(graph, sources[from + i], open, length, paths, scores);
            });
            progress.advanceTo(to);
            for (int e = 0; e < scores.length; e++) {
                outside.set(e, scores[e] < 1);
            }
        }
        return scores;
    }

    @Override
    public double[] amongEqual(Graph graph) {
        return lengths.longestFirst(graph);
    }

    private static void score(
            Graph graph, int source, boolean[] open, double[] length, ShortestPaths paths, double[] scores) {
        Adjacency rows = graph.out();
        for (int k = rows.offsets()[source]; k < rows.offsets()[source + 1]; k++) {
            int e = rows.edges()[k];
            if (open[e] && graph.source(e) == source) {
                paths.goal(rows.neighbours()[k]);
            }
        }
        paths.search(source);
        for (int k = rows.offsets()[source]; k < rows.offsets()[source + 1]; k++) {
            int e = rows.edges()[k];
            if (open[e] && graph.source(e) == source) {
                double ratio = paths.distance(rows.neighbours()[k]) / length[e];
                scores[e] = ratio >= 1 - TOLERANCE ? 1 : ratio;
            }
        }
        paths.clear();
    }

    /** A path of two edges or more has one at each of its ends. */
    private static boolean[] open(Graph graph, double[] length) {
        double[] leaving = shortest(graph.out(), graph.vertexCount(), length);
        double[] entering = graph.directed() ? shortest(graph.in(), graph.vertexCount(), length) : leaving;
        boolean[] open = new boolean[length.length];
        for (int e = 0; e < open.length; e++) {
            open[e] = length[e] > leaving[graph.source(e)] + entering[graph.target(e)];
        }
        return open;
    }

    private static double[] shortest(Adjacency rows, int n, double[] length) {
        double[] shortest = new double[n];
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        for (int v = 0; v < n; v++) {
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                shortest[v] = Math.min(shortest[v], length[rows.edges()[k]]);
            }
        }
        return shortest;
    }

    private static int[] sources(Graph graph, boolean[] open) {
        boolean[] source = new boolean[graph.vertexCount()];
        int count = 0;
        for (int e = 0; e < open.length; e++) {
            if (open[e] && !source[graph.source(e)]) {
                source[graph.source(e)] = true;
                count++;
            }
        }
        int[] sources = new int[count];
        for (int v = source.length - 1; v >= 0; v--) {
            if (source[v]) {
                sources[--count] = v;
            }
        }
        return sources;
    }

    private static void checkSteps(Graph graph, int sources) {
        int n = graph.vertexCount();
        double entries = (graph.directed() ? 1.0 : 2.0) * graph.edgeCount();
        double steps = sources * (entries + n * Math.log(n + 1.0));
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the metric backbone would take up to %.1e steps, %.0f minutes or so on one thread, not at most "
                            + "%.0e: searches from %d vertices; the ultrametric backbone takes O(m log m)",
                    steps,
                    steps / STEPS_PER_SECOND / 60,
                    MOST_STEPS,
                    sources));
        }
    }
}
