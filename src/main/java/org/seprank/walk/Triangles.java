package org.seprank.walk;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The number of triangles through every vertex of a graph; the direction of edges does not matter.
 *
 * <p>Every edge is followed only from its end of smaller degree, so no vertex has more than {@code sqrt(2m)} of them; a
 * triangle is found once, from its vertex of the smallest degree, by marking that vertex's neighbours (the forward
 * algorithm of T. Schank and D. Wagner, WEA 2005). Time O(m^1.5), memory O(n + m) and 12 n bytes per thread, on all
 * threads of {@link Parallel#current()}.
 */
public final class Triangles {
    private final long[] perVertex;

    private Triangles(long[] perVertex) {
        this.perVertex = perVertex;
    }

    /** Counts the triangles. */
    public static Triangles of(Graph graph) {
        DegreeOrder order = DegreeOrder.of(graph.asUndirected());
        List<long[]> perThread = new ArrayList<>();
        Parallel.current().blocks(order.vertexCount(), Progress.none(), () -> {
            long[] counts = new long[order.vertexCount()];
            int[] mark = new int[order.vertexCount()];
            synchronized (perThread) {
                perThread.add(counts);
            }
            return u -> countFrom(u, order, mark, counts);
        });
        return new Triangles(order.byVertex(perThread));
    }

    private static void countFrom(int u, DegreeOrder order, int[] mark, long[] counts) {
        int[] rows = order.rows();
        int stamp = u + 1;
        int end = order.offsets()[u + 1];
        for (int k = order.above()[u]; k < end; k++) {
            mark[rows[k]] = stamp;
        }
        long fromU = 0;
        for (int k = order.above()[u]; k < end; k++) {
            int v = rows[k];
            long through = 0;
            for (int i = order.above()[v]; i < order.offsets()[v + 1]; i++) {
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
