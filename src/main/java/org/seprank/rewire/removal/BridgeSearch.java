package org.seprank.rewire.removal;

import java.util.BitSet;
import org.seprank.graph.Graph;
import org.seprank.rewire.row.UnsortedRows;

/**
 * One depth-first pass that finds all bridges (Tarjan 1974): the tree edges that no edge from below them passes by. Of
 * two opposite edges of a directed graph neither is one. Time and memory O(n + m), no recursion.
 */
public final class BridgeSearch {
    private final UnsortedRows rows;
    private final BitSet bridges;
    private final int[] order; // of discovery, from 1
    private final int[] low; // the earliest vertex that an edge from here or below reaches
    private final int[] entries; // the next entry to read of each row
    private final int[] parentEdges;
    private final int[] stack;
    private int depth;
    private int discovered;

    private BridgeSearch(UnsortedRows rows, int vertexCount, BitSet bridges) {
        this.rows = rows;
        this.bridges = bridges;
        this.order = new int[vertexCount];
        this.low = new int[vertexCount];
        this.entries = new int[vertexCount];
        this.parentEdges = new int[vertexCount];
        this.stack = new int[vertexCount];
    }

    /** The bridges of a graph, edge directions ignored. */
    public static BitSet of(Graph graph) {
        BitSet bridges = new BitSet(graph.edgeCount());
        mark(UnsortedRows.bothEnds(graph), graph.vertexCount(), bridges);
        return bridges;
    }

    /** Sets the bits of all bridges. */
    static void mark(UnsortedRows rows, int vertexCount, BitSet bridges) {
        BridgeSearch search = new BridgeSearch(rows, vertexCount, bridges);
        for (int root = 0; root < vertexCount; root++) {
            if (search.order[root] == 0) {
                search.from(root);
            }
        }
    }

    private void from(int root) {
        discover(root, -1);
        while (depth > 0) {
            int v = stack[depth - 1];
            if (entries[v] < rows.end(v)) {
                follow(v, entries[v]++);
            } else {
                depth--;
                finish(v);
            }
        }
    }

    private void discover(int v, int parentEdge) {
        order[v] = ++discovered;
        low[v] = discovered;
        entries[v] = rows.start(v);
        parentEdges[v] = parentEdge;
        stack[depth++] = v;
    }

    private void follow(int v, int entry) {
        int w = rows.neighbour(entry);
        int e = rows.edge(entry);
        if (order[w] == 0) {
            discover(w, e);
        } else if (e != parentEdges[v]) {
            low[v] = Math.min(low[v], order[w]);
        }
    }

    private void finish(int v) {
        if (depth > 0) {
            int parent = stack[depth - 1];
            low[parent] = Math.min(low[parent], low[v]);
            if (low[v] > order[parent]) {
                bridges.set(parentEdges[v]);
            }
        }
    }
}
