package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.work.Progress;

/**
 * The random walk on an undirected graph that takes each edge of a vertex in proportion to its weight, and the uniform
 * spanning forests that it draws. Immutable but for the graph's arrays, so that threads may share it.
 */
final class RandomWalk {
    private static final int CHECK = 1 << 20; // steps between two looks at the progress

    private final Graph graph;
    private final Adjacency rows;
    private final double[] sums; // by entry, of the weights in the row up to it; empty: no weights
    private final int[] roots; // of each component, the vertex of the largest strength

    private RandomWalk(Graph graph, double[] sums, int[] roots) {
        this.graph = graph;
        this.rows = graph.out();
        this.sums = sums;
        this.roots = roots;
    }

    /** The walk on a graph with positive weights. Time O(n + m). */
    static RandomWalk of(Graph graph) {
        Adjacency rows = graph.out();
        double[] sums = new double[graph.weighted() ? rows.edges().length : 0];
        for (int v = 0; graph.weighted() && v < graph.vertexCount(); v++) {
            double sum = 0;
            for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                sum += graph.weight(rows.edges()[k]);
                sums[k] = sum;
            }
        }
        return new RandomWalk(graph, sums, roots(graph));
    }

    private static int[] roots(Graph graph) {
        double[] strengths = Strengths.of(graph, graph.out());
        Components components = Components.of(graph);
        int[] roots = new int[components.count()];
        Arrays.fill(roots, -1);
        for (int v = 0; v < strengths.length; v++) {
            int c = components.of(v);
            roots[c] = roots[c] < 0 || strengths[v] > strengths[roots[c]] ? v : roots[c];
        }
        return roots;
    }

    /**
     * The edges of a spanning forest, drawn by Wilson's algorithm.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    int[] tree(SplittableRandom random, Progress progress) {
        int n = graph.vertexCount();
        boolean[] in = new boolean[n];
        int[] leave = new int[n]; // by which entry the walk left a vertex last
        int[] tree = new int[n - roots.length];
        int size = 0;
        long steps = 0;
        for (int root : roots) {
            in[root] = true;
        }
        for (int v = 0; v < n; v++) {
            for (int u = v; !in[u]; u = rows.neighbours()[leave[u]]) {
                leave[u] = step(u, random);
                if (++steps % CHECK == 0 && progress.cancelled()) {
                    throw new CancellationException();
                }
            }
            for (int u = v; !in[u]; u = rows.neighbours()[leave[u]]) { // the same walk without its loops
                in[u] = true;
                tree[size++] = rows.edges()[leave[u]];
            }
        }
        return tree;
    }

    private int step(int v, SplittableRandom random) {
        int start = rows.offsets()[v];
        int end = rows.offsets()[v + 1];
        if (sums.length == 0) {
            return start + random.nextInt(end - start);
        }
        double x = random.nextDouble() * sums[end - 1];
        int low = start;
        int high = end - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
