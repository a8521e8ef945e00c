package org.seprank.graph;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A set of vertices of a graph with {@code n} vertices: the I of a partition (I, Iᶜ). Immutable. */
public final class VertexSet {
    private final int n;
    private final BitSet bits;

    private VertexSet(int n, BitSet bits) {
        this.n = n;
        this.bits = bits;
    }

    /**
     * The set of those vertices, which may repeat.
     *
     * @throws IllegalArgumentException if one is not in 0..n-1
     */
    public static VertexSet of(int n, int... vertices) {
        BitSet bits = new BitSet(n);
        for (int v : vertices) {
            if (v < 0 || v >= n) {
                throw new IllegalArgumentException("vertex " + v + " is not in 0.." + (n - 1));
            }
            bits.set(v);
        }
        return new VertexSet(n, bits);
    }

    /**
     * The set of the vertices whose bits are set; the bits are copied.
     *
     * @throws IllegalArgumentException if a bit beyond n-1 is set
     */
    public static VertexSet of(int n, BitSet vertices) {
        if (vertices.length() > n) {
            throw new IllegalArgumentException("vertex " + (vertices.length() - 1) + " is not in 0.." + (n - 1));
        }
        return new VertexSet(n, (BitSet) vertices.clone());
    }

    /** The vertices from {@code first} to {@code last}, both included. */
    public static VertexSet range(int n, int first, int last) {
        return of(n, IntStream.rangeClosed(first, last).toArray());
    }

    /** All vertices. */
    public static VertexSet all(int n) {
        BitSet bits = new BitSet(n);
        bits.set(0, n);
        return new VertexSet(n, bits);
    }

    /** The number n of vertices that the graph has. */
    public int universe() {
        return n;
    }

    /** The number of vertices in the set. */
    public int size() {
        return bits.cardinality();
    }

    /** Whether {@code v} is in the set. */
    public boolean contains(int v) {
        return bits.get(v);
    }

    /** Whether the set and its complement both have a vertex, as a partition needs. */
    public boolean isProper() {
        int size = size();
        return size > 0 && size < n;
    }

    /** Iᶜ. */
    public VertexSet complement() {
        BitSet flipped = (BitSet) bits.clone();
        flipped.flip(0, n);
        return new VertexSet(n, flipped);
    }

    /** The vertices, ascending. */
    public int[] toArray() {
        return bits.stream().toArray();
    }

    /** The vertices, ascending. */
    public IntStream stream() {
        return bits.stream();
    }

    /** The smallest vertex of the set that is at least {@code from}, or -1. */
    public int next(int from) {
        return bits.nextSetBit(from);
    }

    /**
     * The boundary {@code C_I}: the vertices of either side with a neighbour (directed: an in-neighbour) on the other
     * side. Time O(n + m).
     */
    public VertexSet boundary(Graph graph) {
        if (graph.vertexCount() != n) {
            throw new IllegalArgumentException(
                    "a set over " + n + " vertices does not fit a graph with " + graph.vertexCount());
        }
        BitSet boundary = new BitSet(n);
        for (int e = 0; e < graph.edgeCount(); e++) {
            int u = graph.source(e);
            int v = graph.target(e);
            if (bits.get(u) != bits.get(v)) {
                boundary.set(v);
                if (!graph.directed()) {
                    boundary.set(u);
                }
            }
        }
        return new VertexSet(n, boundary);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VertexSet that && n == that.n && bits.equals(that.bits);
    }

    @Override
    public int hashCode() {
        return 31 * n + bits.hashCode();
    }

    @Override
    public String toString() {
        return bits + " of " + n;
    }
}
