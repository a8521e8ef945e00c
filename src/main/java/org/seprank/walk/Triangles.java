package org.seprank.walk;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.progress.Progress;

/**
 * The number of triangles through every vertex of a graph; the direction of edges does not matter.
 *
 * <p>Vertices are ranked by degree and every edge is kept at its lower-ranked end only, so no row is longer than
 * {@code sqrt(2m)}; a triangle is found once, from its lowest vertex, by marking that vertex's row (the forward
 * algorithm of T. Schank and D. Wagner, WEA 2005). Time O(m^1.5), memory O(n + m) and 12 n bytes per thread, on all
 * threads of the current fork-join pool.
 */
public final class Triangles {
    private static final int BLOCK = 256;

    private final long[] perVertex;

    private Triangles(long[] perVertex) {
        this.perVertex = perVertex;
    }

    /** Counts the triangles. */
    public static Triangles of(Graph graph) {
        Graph undirected = graph.asUndirected();
        int n = undirected.vertexCount();
        int[] ranks = ranks(undirected);
        int[] offsets = new int[n + 1];
        int[] rows = forwardRows(undirected, ranks, offsets);
        long[] byRank = new long[n];
        for (long[] counts : count(n, offsets, rows)) {
            for (int r = 0; r < n; r++) {
                byRank[r] += counts[r];
            }
        }
        long[] perVertex = new long[n];
        for (int v = 0; v < n; v++) {
            perVertex[v] = byRank[ranks[v]];
        }
        return new Triangles(perVertex);
    }

    /** The place of each vertex in ascending order of degree, equal degrees by number: a counting sort. */
    private static int[] ranks(Graph graph) {
        int n = graph.vertexCount();
        int[] starts = new int[graph.out().maxDegree() + 2];
        for (int v = 0; v < n; v++) {
            starts[graph.out().degree(v) + 1]++;
        }
        for (int d = 1; d < starts.length; d++) {
            starts[d] += starts[d - 1];
        }
        int[] ranks = new int[n];
        for (int v = 0; v < n; v++) {
            ranks[v] = starts[graph.out().degree(v)]++;
        }
        return ranks;
    }

    private static int[] forwardRows(Graph graph, int[] ranks, int[] offsets) {
        int m = graph.edgeCount();
        int n = ranks.length;
        for (int e = 0; e < m; e++) {
            offsets[Math.min(ranks[graph.source(e)], ranks[graph.target(e)]) + 1]++;
        }
        for (int r = 0; r < n; r++) {
            offsets[r + 1] += offsets[r];
        }
        int[] next = offsets.clone();
        int[] rows = new int[m];
        for (int e = 0; e < m; e++) {
            int a = ranks[graph.source(e)];
            int b = ranks[graph.target(e)];
            rows[next[Math.min(a, b)]++] = Math.max(a, b);
        }
        return rows;
    }

    private static List<long[]> count(int n, int[] offsets, int[] rows) {
        List<long[]> perThread = new ArrayList<>();
        Blocks.run(n, BLOCK, Progress.none(), () -> {
            long[] counts = new long[n];
            int[] mark = new int[n];
            synchronized (perThread) {
                perThread.add(counts);
            }
            return (from, to) -> {
                for (int u = from; u < to; u++) {
                    countFrom(u, offsets, rows, mark, counts);
                }
            };
        });
        return perThread;
    }

    private static void countFrom(int u, int[] offsets, int[] rows, int[] mark, long[] counts) {
        int stamp = u + 1;
        int start = offsets[u];
        int end = offsets[u + 1];
        for (int k = start; k < end; k++) {
            mark[rows[k]] = stamp;
        }
        long fromU = 0;
        for (int k = start; k < end; k++) {
            int v = rows[k];
            long through = 0;
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                int w = rows[i];
                if (mark[w] == stamp) {
                    counts[w]++;
                    through++;
                }
            }
            counts[v] += through;
            fromU += through;
        }
        counts[u] += fromU;
    }

    /** The number of triangles through vertex {@code v}. */
    public long at(int v) {
        return perVertex[v];
    }

    /** The number of triangles of the graph. */
    public long total() {
        long sum = 0;
        for (long count : perVertex) {
            sum += count;
        }
        return sum / 3;
    }
}
