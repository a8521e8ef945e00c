package org.seprank.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The connected components of a graph, edge directions ignored; an isolated vertex is one. Time O(n + m α(n)). */
public final class Components {
    private final int[] component;
    private final int count;

    private Components(int[] component, int count) {
        this.component = component;
        this.count = count;
    }

    /** The components of {@code graph}, numbered in the order of their smallest vertices. */
    public static Components of(Graph graph) {
        UnionFind sets = new UnionFind(graph.vertexCount());
        int count = graph.vertexCount();
        for (int e = 0; e < graph.edgeCount(); e++) {
            count -= sets.join(graph.source(e), graph.target(e)) ? 1 : 0;
        }
        return new Components(sets.numbered(), count);
    }

    /**
     * How many components there are after none, one, two, .. of some edges are removed in turn.
     *
     * @param edges all different
     * @return {@code edges.length + 1} numbers
     */
    public static int[] countsAlong(Graph graph, int[] edges) {
        BitSet removed = new BitSet(graph.edgeCount());
        for (int e : edges) {
            removed.set(e);
        }
        UnionFind sets = new UnionFind(graph.vertexCount());
        int count = graph.vertexCount();
        for (int e = removed.nextClearBit(0); e < graph.edgeCount(); e = removed.nextClearBit(e + 1)) {
            count -= sets.join(graph.source(e), graph.target(e)) ? 1 : 0;
        }
        int[] counts = new int[edges.length + 1];
        for (int i = edges.length; i > 0; i--) {
            counts[i] = count;
            count -= sets.join(graph.source(edges[i - 1]), graph.target(edges[i - 1])) ? 1 : 0;
        }
        counts[0] = count;
        return counts;
    }

    /** The vertices of the largest component, ascending; of several, the one with the smallest vertex. */
    public int[] largest() {
        int[] sizes = sizes();
        int largest = 0;
        for (int c = 1; c < count; c++) {
            largest = sizes[c] > sizes[largest] ? c : largest;
        }
        int wanted = largest;
        return IntStream.range(0, component.length)
                .filter(v -> component[v] == wanted)
                .toArray();
    }

    /** How many vertices each has. */
    public int[] sizes() {
        int[] sizes = new int[count];
        for (int c : component) {
            sizes[c]++;
        }
        return sizes;
    }

    /** The vertices of each, ascending. */
    public int[][] members() {
        int[] left = sizes();
        int[][] members = new int[count][];
        Arrays.setAll(members, c -> new int[left[c]]);
        for (int v = component.length - 1; v >= 0; v--) {
            members[component[v]][--left[component[v]]] = v;
        }
        return members;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The component of vertex {@code v}, in 0..count-1. */
    public int of(int v) {
        return component[v];
    }
}
