package org.seprank.rewire.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.seprank.graph.Graph;

/**
 * Edits in the order in which a method decides on them, so that every prefix is what the method does with a smaller
 * budget. Each addition has a weight and a relation, each edit may have the score by which it was chosen, and vertices
 * may be appended: they are numbered n, n+1, .. and are there from the edit on that follows them.
 *
 * <p>Immutable; 8 bytes per edit, and 8, 4 and 8 more for weights, relations and scores where they are not all 1, those
 * of plain additions, and none. Two lists are equal if they change graphs in the same way: scores do not count.
 */
public final class EditList implements Iterable<Edit> {
    /** The edge attribute that tells the relations of edges apart. */
    public static final String RELATION = "relation";

    /** The relation of the edges that were there before. */
    public static final int ORIGINAL = 0;

    /** The relation of plain additions. */
    public static final int ADDED = 1;

    private static final EditList EMPTY = builder().build();

    private final EditColumns columns;
    private final int size;
    private final List<AddedVertex> vertices;
    private final int[] editsBefore; // by new vertex, ascending

    /** The first edits of some; vertices that none of them follows are left out. */
    private EditList(EditColumns columns, int size, List<AddedVertex> vertices, int[] editsBefore) {
        this.columns = columns;
        this.size = size;
        this.editsBefore =
                Arrays.stream(editsBefore).filter(before -> before < size).toArray();
        this.vertices = List.copyOf(vertices.subList(0, this.editsBefore.length));
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
        return columns.edit(checked(i));
    }

    private int checked(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("edit " + i + " is not in 0.." + (size - 1));
        }
        return i;
    }

    /** The number of edits that add an edge. */
    public int additionCount() {
        return columns.additionCount(size);
    }

    /** The weight that edit {@code i} gives its edge; 1 for removals. */
    public double weight(int i) {
        return columns.weight(checked(i));
    }

    /** The relation that edit {@code i} puts its edge in; {@link #ORIGINAL} for removals. */
    public int relation(int i) {
        return columns.relation(checked(i));
    }

    /** The score by which edit {@code i} was chosen; empty if by none. */
    public OptionalDouble score(int i) {
        double score = columns.score(checked(i));
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /** 1 + the largest relation, at least 1. */
    public int relations() {
        int largest = ORIGINAL;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, columns.relation(i));
        }
        return 1 + largest;
    }

    /** Whether an addition has a weight other than 1. */
    public boolean weighted() {
        return columns.weighted(size);
    }

    /** Whether an edit has a score. */
    public boolean scored() {
        return columns.scored(size);
    }

    /** Whether no addition has a weight other than 1 or a relation other than 1, and no vertex is appended. */
    public boolean plain() {
        return vertices.isEmpty() && !weighted() && !columns.related(size);
    }

    /** The vertices appended, the first with number n. */
    public List<AddedVertex> vertices() {
        return vertices;
    }

    /** How many edits come before an appended vertex, ascending. */
    int editsBefore(int vertex) {
        return editsBefore[vertex];
    }

    /** The first {@code count} edits, {@code count} in 0..size; shares memory with this list. */
    public EditList prefix(int count) {
        if (count < 0 || count > size) {
            throw new IllegalArgumentException("prefix of " + count + " edits is not in 0.." + size);
        }
        return new EditList(columns, count, vertices, editsBefore);
    }

    /**
     * The graph after these edits, one after the other. Vertices, ids and whatever belongs to untouched edges stay; an
     * edge that was removed and added again has the weight of the addition. Time O(n + m log m).
     *
     * @throws IllegalArgumentException if an edit removes what is no edge then, or adds what is one
     */
    public Graph applyTo(Graph graph) {
        return EditedGraph.of(graph, this).graph();
    }

    /**
     * The graph after these edits, whose edge attribute {@value #RELATION} tells relations apart: edges that were there
     * keep theirs, or have 0; those of relation r come r - 1 after the last of these.
     */
    public Graph applyWithRelations(Graph graph) {
        return EditedGraph.of(graph, this).withRelations();
    }

    /** The relation of every edge of {@link #applyTo}, by edge number. */
    public int[] relationsAfter(Graph graph) {
        return EditedGraph.of(graph, this).relations();
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
                && vertices.equals(that.vertices)
                && columns.sameAs(that.columns, size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + columns.u(i)) + columns.v(i);
        }
        return hash;
    }

    @Override
    public String toString() {
        String edits = size <= 20 ? toList().toString() : prefix(20).toList() + " and " + (size - 20) + " more";
        return edits + (vertices.isEmpty() ? "" : ", " + vertices.size() + " new vertices");
    }

    /** Collects edits in their order. */
    public static final class Builder {
        private final EditColumns columns = new EditColumns();
        private final List<AddedVertex> vertices = new ArrayList<>();
        private final List<Integer> editsBefore = new ArrayList<>();

        private Builder() {}

        /** Appends a removal, or an addition of weight 1 in relation 1. */
        public Builder add(Edit edit) {
            return add(edit, 1, edit.kind() == Edit.Kind.ADD ? ADDED : ORIGINAL);
        }

        /** Appends an edit with the weight (finite) and relation (at least 0) of its edge. */
        public Builder add(Edit edit, double weight, int relation) {
            if (!Double.isFinite(weight) || relation < 0) {
                throw new IllegalArgumentException("weight " + weight + " or relation " + relation + " of " + edit);
            }
            columns.add(edit, weight, relation);
            return this;
        }

        /** Appends all edits of a list and the vertices before them. */
        public Builder addAll(EditList edits) {
            int vertex = 0;
            for (int i = 0; i < edits.size; i++) {
                for (; vertex < edits.editsBefore.length && edits.editsBefore[vertex] == i; vertex++) {
                    addVertex(edits.vertices.get(vertex));
                }
                add(edits.get(i), edits.weight(i), edits.relation(i)).scored(edits.columns.score(i));
            }
            return this;
        }

        /** Says by which score the last edit was chosen, NaN: by none. */
        public Builder scored(double score) {
            columns.score(score);
            return this;
        }

        /** Appends a vertex; the edits that touch it come next. */
        public Builder addVertex(AddedVertex vertex) {
            vertices.add(vertex);
            editsBefore.add(columns.size());
            return this;
        }

        /** The number of edits so far. */
        public int size() {
            return columns.size();
        }

        /** What has been collected; appended vertices that no edit follows are left out. */
        public EditList build() {
            int[] before = editsBefore.stream().mapToInt(i -> i).toArray();
            return new EditList(new EditColumns(columns), columns.size(), vertices, before);
        }
    }
}
