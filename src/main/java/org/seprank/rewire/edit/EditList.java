package org.seprank.rewire.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;

/**
 * Edits in the order in which a method decides on them, so that every prefix is what the method does with a smaller
 * budget. Immutable; 8 bytes per edit.
 */
public final class EditList implements Iterable<Edit> {
    private static final EditList EMPTY = builder().build();

    private final int[] us;
    private final int[] vs;
    private final BitSet additions;
    private final int size;

    private EditList(int[] us, int[] vs, BitSet additions, int size) {
        this.us = us;
        this.vs = vs;
        this.additions = additions;
        this.size = size;
    }

    /** No edit. */
    public static EditList empty() {
        return EMPTY;
    }

    /** These edits. */
    public static EditList of(Edit... edits) {
        Builder builder = builder();
        for (Edit edit : edits) {
            builder.add(edit);
        }
        return builder.build();
    }

    /** Collects edits. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of edits. */
    public int size() {
        return size;
    }

    /** Edit number {@code i}, in 0..size-1. */
    public Edit get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("edit " + i + " is not in 0.." + (size - 1));
        }
        return new Edit(additions.get(i) ? Edit.Kind.ADD : Edit.Kind.REMOVE, us[i], vs[i]);
    }

    /** The number of edits that add an edge. */
    public int additionCount() {
        return additions.get(0, size).cardinality();
    }

    /** The first {@code count} edits, {@code count} in 0..size; shares memory with this list. */
    public EditList prefix(int count) {
        if (count < 0 || count > size) {
            throw new IllegalArgumentException("prefix of " + count + " edits is not in 0.." + size);
        }
        return new EditList(us, vs, additions, count);
    }

    /**
     * The graph after these edits, one after the other. Vertices, ids and whatever belongs to untouched edges stay; an
     * edge removed and added again is untouched. Time O(n + m log m).
     *
     * @throws IllegalArgumentException if an edit removes what is no edge then, or adds what is one
     */
    public Graph applyTo(Graph graph) {
        BitSet removed = new BitSet(graph.edgeCount());
        Set<Edge> added = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            boolean adds = additions.get(i);
            int e = edgeIn(graph, i);
            boolean changes;
            if (e >= 0) {
                changes = removed.get(e) == adds;
                removed.set(e, !adds);
            } else {
                Edge edge = edge(graph, i);
                changes = adds ? added.add(edge) : added.remove(edge);
            }
            if (!changes) {
                throw new IllegalArgumentException("edit " + (i + 1) + (adds ? " adds (" : " removes (")
                        + graph.ids().id(us[i]) + ", " + graph.ids().id(vs[i])
                        + (adds ? "), which is an edge already" : "), which is not an edge"));
            }
        }
        Graph kept = removed.isEmpty() ? graph : graph.without(removed);
        return added.isEmpty() ? kept : kept.with(new ArrayList<>(added));
    }

    private int edgeIn(Graph graph, int i) {
        int n = graph.vertexCount();
        if (us[i] >= n || vs[i] >= n) {
            throw new IllegalArgumentException(
                    "edit " + (i + 1) + " has an end outside 0.." + (n - 1) + ": (" + us[i] + ", " + vs[i] + ")");
        }
        return graph.edgeBetween(us[i], vs[i]);
    }

    private Edge edge(Graph graph, int i) {
        boolean swap = !graph.directed() && us[i] > vs[i];
        return swap ? new Edge(vs[i], us[i]) : new Edge(us[i], vs[i]);
    }

    @Override
    public Iterator<Edit> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Edit next() {
                if (next == size) {
                    throw new NoSuchElementException("only " + size + " edits");
                }
                return get(next++);
            }
        };
    }

    /** The edits as a list of records. */
    public List<Edit> toList() {
        List<Edit> edits = new ArrayList<>(size);
        forEach(edits::add);
        return List.copyOf(edits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EditList that
                && size == that.size
                && Arrays.equals(us, 0, size, that.us, 0, size)
                && Arrays.equals(vs, 0, size, that.vs, 0, size)
                && additions.get(0, size).equals(that.additions.get(0, size));
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + us[i]) + vs[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return size <= 20 ? toList().toString() : prefix(20).toList() + " and " + (size - 20) + " more";
    }

    /** Collects edits in their order. */
    public static final class Builder {
        private int[] us = new int[16];
        private int[] vs = new int[16];
        private final BitSet additions = new BitSet();
        private int size;

        private Builder() {}

        /** Appends an edit. */
        public Builder add(Edit edit) {
            if (size == us.length) {
                int length = Math.addExact(size, Math.max(16, size >> 1));
                us = Arrays.copyOf(us, length);
                vs = Arrays.copyOf(vs, length);
            }
            us[size] = edit.u();
            vs[size] = edit.v();
            additions.set(size++, edit.kind() == Edit.Kind.ADD);
            return this;
        }

        /** Appends all edits of a list. */
        public Builder addAll(EditList edits) {
            edits.forEach(this::add);
            return this;
        }

        /** The number of edits so far. */
        public int size() {
            return size;
        }

        /** The edits collected so far. */
        public EditList build() {
            return new EditList(Arrays.copyOf(us, size), Arrays.copyOf(vs, size), (BitSet) additions.clone(), size);
        }
    }
}
