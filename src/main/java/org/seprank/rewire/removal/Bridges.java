package org.seprank.rewire.removal;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.UnsortedRows;

/**
 * Keeps every edge whose removal would split a component. Whether an edge is a bridge is searched from both of its ends
 * at once until the searches meet; bridges stay bridges and are remembered. When searches have cost as much as a pass
 * over the graph, one pass finds all bridges at once (Tarjan), so that dwindling graphs, in which most edges have
 * become bridges, cost no more than O(m) per pass.
 *
 * <p>Time per question: the edges nearer to the ends than the shortest detour, O(m) at worst.
 */
final class Bridges implements Safeguard {
    private final Graph graph;
    private final UnsortedRows rows;
    private final BitSet bridges;
    private final int[] side; // of a search: +search from the source, -search from the target
    private final int[][] queues;
    private int search;
    private long spent; // entries read since the last pass over the graph
    private long remaining; // entries in all rows

    Bridges(Graph graph) {
        int n = graph.vertexCount();
        this.graph = graph;
        this.rows = UnsortedRows.bothEnds(graph);
        this.bridges = new BitSet(graph.edgeCount());
        this.side = new int[n];
        this.queues = new int[2][n];
        this.remaining = 2L * graph.edgeCount();
    }

    @Override
    public boolean permits(int edge) {
        if (bridges.get(edge)) {
            return false;
        }
        if (spent > remaining + graph.vertexCount()) {
            spent = 0;
            BridgeSearch.mark(rows, graph.vertexCount(), bridges);
            return !bridges.get(edge);
        }
        if (rows.degree(graph.source(edge)) == 1 || rows.degree(graph.target(edge)) == 1 || !hasDetour(edge)) {
            bridges.set(edge);
            return false;
        }
        return true;
    }

    @Override
    public void remove(int edge) {
        rows.remove(edge);
        remaining -= 2;
    }

    /** Breadth-first from both ends, always on the side that has read less, until they meet or one is exhausted. */
    private boolean hasDetour(int edge) {
        search++;
        int[] heads = new int[2];
        int[] sizes = {1, 1};
        long[] read = new long[2];
        queues[0][0] = graph.source(edge);
        queues[1][0] = graph.target(edge);
        side[graph.source(edge)] = search;
        side[graph.target(edge)] = -search;
        boolean met = false;
        while (!met && heads[0] < sizes[0] && heads[1] < sizes[1]) {
            int s = read[0] <= read[1] ? 0 : 1;
            int v = queues[s][heads[s]++];
            read[s] += rows.degree(v);
            int mine = s == 0 ? search : -search;
            for (int k = rows.start(v); k < rows.end(v) && !met; k++) {
                int w = rows.neighbour(k);
                if (side[w] == -mine) {
                    met = rows.edge(k) != edge;
                } else if (side[w] != mine) {
                    side[w] = mine;
                    queues[s][sizes[s]++] = w;
                }
            }
        }
        spent += read[0] + read[1];
        return met;
    }
}
