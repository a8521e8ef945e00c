package org.seprank.measure.fidelity;

import java.util.Arrays;
import org.seprank.graph.Graph;

/**
 * The largest number of paths between two vertices that share no edge, which is the maximal flow where every edge has
 * the capacity 1 (K. Menger, 1927), by E. Dinic's algorithm: O(m min(n^(2/3), m^(1/2))) a pair, memory O(n + m). For
 * one thread.
 */
public final class EdgeDisjointPaths {
    private final int[] offsets; // of the arcs out of each vertex
    private final int[] arcs; // 2e along edge e, 2e+1 against it
    private final int[] heads; // by arc
    private final boolean[] empty; // by arc, before any flow
    private final boolean[] free; // by arc: whether it has capacity left
    private final int[] levels;
    private final int[] queue;
    private final int[] next; // by vertex, the arc that is tried next

    private EdgeDisjointPaths(Graph graph) {
        int n = graph.vertexCount();
        int m = graph.edgeCount();
        this.offsets = new int[n + 1];
        this.arcs = new int[2 * m];
        this.heads = new int[2 * m];
        this.empty = new boolean[2 * m];
        this.free = new boolean[2 * m];
        this.levels = new int[n];
        this.queue = new int[n];
        this.next = new int[n];
        for (int e = 0; e < m; e++) {
            offsets[graph.source(e) + 1]++;
            offsets[graph.target(e) + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        int[] at = offsets.clone();
        for (int e = 0; e < m; e++) {
            heads[2 * e] = graph.target(e);
            heads[2 * e + 1] = graph.source(e);
            arcs[at[graph.source(e)]++] = 2 * e;
            arcs[at[graph.target(e)]++] = 2 * e + 1;
            empty[2 * e] = true;
            empty[2 * e + 1] = !graph.directed();
        }
    }

    /** Paths in that graph, along its edges where they have directions. */
    public static EdgeDisjointPaths in(Graph graph) {
        return new EdgeDisjointPaths(graph);
    }

    /** How many there are from s to another vertex t. */
    public int between(int s, int t) {
        if (s == t) {
            throw new IllegalArgumentException("paths are counted between two vertices, not from " + s + " to itself");
        }
        System.arraycopy(empty, 0, free, 0, free.length);
        int flow = 0;
        while (layered(s, t)) {
            System.arraycopy(offsets, 0, next, 0, next.length);
            while (augmented(s, t)) {
                flow++;
            }
        }
        return flow;
    }

    private boolean layered(int s, int t) {
        Arrays.fill(levels, -1);
        levels[s] = 0;
        queue[0] = s;
        for (int head = 0, size = 1; head < size && levels[t] < 0; head++) {
            int v = queue[head];
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                int w = heads[arcs[k]];
                if (free[arcs[k]] && levels[w] < 0) {
                    levels[w] = levels[v] + 1;
                    queue[size++] = w;
                }
            }
        }
        return levels[t] >= 0;
    }

    /** Sends one unit along a path down the layers; whether there was one. The queue holds the arcs of the path. */
    private boolean augmented(int s, int t) {
        int length = 0;
        int v = s;
        while (v != t) {
            int k = next[v];
            while (k < offsets[v + 1] && !(free[arcs[k]] && levels[heads[arcs[k]]] == levels[v] + 1)) {
                k++;
            }
            next[v] = k;
            if (k < offsets[v + 1]) {
                queue[length++] = arcs[k];
                v = heads[arcs[k]];
            } else if (length == 0) {
                return false;
            } else {
                v = heads[queue[--length] ^ 1];
                next[v]++;
            }
        }
        for (int i = 0; i < length; i++) {
            free[queue[i]] = false;
            free[queue[i] ^ 1] = true;
        }
        return true;
    }
}
