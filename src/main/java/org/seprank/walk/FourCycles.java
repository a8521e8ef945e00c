package org.seprank.walk;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The number of cycles of length four through every vertex of an undirected graph, chords or not.
 *
 * <p>A cycle is found from its vertex u of the largest degree: its neighbours v of smaller degree are expanded, and
 * every vertex w met c times is opposite to u on {@code c (c-1) / 2} cycles (N. Chiba and T. Nishizeki, SIAM J. Comput.
 * 14, 1985). Time O(m^1.5), memory O(n + m) and 12 n bytes per thread, on all threads of {@link Parallel#current()}.
 */
final class FourCycles {
    private final long[] perVertex;

    private FourCycles(long[] perVertex) {
        this.perVertex = perVertex;
    }

    /** Counts the cycles of an undirected graph. */
    static FourCycles of(Graph graph) {
        DegreeOrder order = DegreeOrder.of(graph);
        List<long[]> perThread = new ArrayList<>();
        Parallel.current().blocks(order.vertexCount(), Progress.none(), () -> {
            long[] cycles = new long[order.vertexCount()];
            int[] met = new int[order.vertexCount()];
            synchronized (perThread) {
                perThread.add(cycles);
            }
            return u -> countFrom(u, order, met, cycles);
        });
        return new FourCycles(order.byVertex(perThread));
    }

    private static void countFrom(int u, DegreeOrder order, int[] met, long[] cycles) {
        int[] offsets = order.offsets();
        int[] rows = order.rows();
        int end = order.above()[u];
        for (int k = offsets[u]; k < end; k++) {
            for (int i = offsets[rows[k]]; rows[i] < u; i++) { // u itself ends every row
                met[rows[i]]++;
            }
        }
        for (int k = offsets[u]; k < end; k++) {
            int v = rows[k];
            for (int i = offsets[v]; rows[i] < u; i++) {
                cycles[v] += met[rows[i]] - 1;
            }
        }
        for (int k = offsets[u]; k < end; k++) {
            for (int i = offsets[rows[k]]; rows[i] < u; i++) {
                long c = met[rows[i]];
                met[rows[i]] = 0;
                cycles[rows[i]] += c * (c - 1) / 2;
                cycles[u] += c * (c - 1) / 2;
            }
        }
    }

    /** The number of cycles of length four through vertex {@code v}. */
    long at(int v) {
        return perVertex[v];
    }
}
