package org.seprank.rewire.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The numbers of triangles and of cycles of length four, chords or not, through every edge of an undirected graph.
 * Vertices are ordered by degree; a triangle is found from its lowest vertex (T. Schank and D. Wagner, WEA 2005), a
 * 4-cycle from its highest (N. Chiba and T. Nishizeki, SIAM J. Comput. 14, 1985). Time O(m^1.5), memory O(n + m) and 8
 * m + 4 n bytes per thread, on all threads of {@link Parallel#current()}.
 */
public final class ShortCycles {
    private final Graph graph;
    private final int[] ranks; // by ascending degree
    private final int[] vertices; // by rank
    private final Progress progress;

    ShortCycles(Graph graph, Progress progress) {
        int n = graph.vertexCount();
        Adjacency adjacency = graph.out();
        this.graph = graph;
        this.progress = progress;
        int[] starts = new int[adjacency.maxDegree() + 2];
        for (int v = 0; v < n; v++) {
            starts[adjacency.degree(v) + 1]++;
        }
        for (int d = 1; d < starts.length; d++) {
            starts[d] += starts[d - 1];
        }
        this.ranks = new int[n];
        this.vertices = new int[n];
        for (int v = 0; v < n; v++) {
            ranks[v] = starts[adjacency.degree(v)]++;
            vertices[ranks[v]] = v;
        }
    }

    /** What one thread does: counts the cycles that are found from one vertex. */
    private interface Counting {
        void from(int v, int[] scratch, long[] perEdge);
    }

    /**
     * The 4-cycles through every edge of an undirected graph, by edge number.
     *
     * @param progress which has been started, told the number of vertices done
     * @throws CancellationException if {@code progress} asks to stop
     */
    public static long[] squares(Graph graph, Progress progress) {
        return new ShortCycles(graph, progress).squares();
    }

    /** The triangles through every edge, by edge number. */
    long[] triangles() {
        return count(this::trianglesFrom);
    }

    /** The 4-cycles through every edge, by edge number. */
    long[] squares() {
        return count(this::squaresFrom);
    }

    private long[] count(Counting counting) {
        List<long[]> perThread = new ArrayList<>();
        Parallel.current().blocks(graph.vertexCount(), progress, () -> {
            long[] perEdge = new long[graph.edgeCount()];
            int[] scratch = new int[graph.vertexCount()];
            synchronized (perThread) {
                perThread.add(perEdge);
            }
            return rank -> counting.from(vertices[rank], scratch, perEdge);
        });
        long[] sums = new long[graph.edgeCount()];
        for (long[] counts : perThread) {
            for (int e = 0; e < sums.length; e++) {
                sums[e] += counts[e];
            }
        }
        return sums;
    }

    /** In {@code edgeTo} the edges from u to higher vertices, plus 1. */
    private void trianglesFrom(int u, int[] edgeTo, long[] perEdge) {
        int[] offsets = graph.out().offsets();
        int[] neighbours = graph.out().neighbours();
        int[] edges = graph.out().edges();
        for (int i = offsets[u]; i < offsets[u + 1]; i++) {
            edgeTo[neighbours[i]] = ranks[neighbours[i]] > ranks[u] ? edges[i] + 1 : 0;
        }
        for (int i = offsets[u]; i < offsets[u + 1]; i++) {
            int v = neighbours[i];
            for (int j = offsets[v]; ranks[v] > ranks[u] && j < offsets[v + 1]; j++) {
                int w = neighbours[j];
                if (edgeTo[w] > 0 && ranks[w] > ranks[v]) {
                    perEdge[edges[i]]++;
                    perEdge[edges[j]]++;
                    perEdge[edgeTo[w] - 1]++;
                }
            }
        }
        for (int i = offsets[u]; i < offsets[u + 1]; i++) {
            edgeTo[neighbours[i]] = 0;
        }
    }

    /** In {@code met} the number of two-step walks from u over lower vertices to a lower vertex. */
    private void squaresFrom(int u, int[] met, long[] perEdge) {
        int[] offsets = graph.out().offsets();
        int[] neighbours = graph.out().neighbours();
        int[] edges = graph.out().edges();
        for (int round = 0; round < 3; round++) { // count the walks, use the counts, clear them
            for (int i = offsets[u]; i < offsets[u + 1]; i++) {
                int v = neighbours[i];
                for (int j = offsets[v]; ranks[v] < ranks[u] && j < offsets[v + 1]; j++) {
                    int w = neighbours[j];
                    if (ranks[w] >= ranks[u]) {
                        continue;
                    }
                    if (round == 1) {
                        perEdge[edges[i]] += met[w] - 1;
                        perEdge[edges[j]] += met[w] - 1;
                    } else {
                        met[w] = round == 0 ? met[w] + 1 : 0;
                    }
                }
            }
        }
    }
}
