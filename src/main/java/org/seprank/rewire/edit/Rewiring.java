package org.seprank.rewire.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.rewire.Rewirer;

/**
 * What a {@link Rewirer} decided: edits in order, each addition with a weight and a relation, and the vertices that it
 * appends. A new vertex exists from the first edit on that touches it; they are numbered n, n+1, .. in that order.
 * Immutable.
 */
public final class Rewiring {
    /** The edge attribute that tells the relations of edges apart. */
    public static final String RELATION = "relation";

    /** The relation of the edges that were there before. */
    public static final int ORIGINAL = 0;

    private final EditList edits;
    private final double[] weights; // of every edit, 1 for removals
    private final int[] relations;
    private final List<AddedVertex> vertices;

    private Rewiring(EditList edits, double[] weights, int[] relations, List<AddedVertex> vertices) {
        this.edits = edits;
        this.weights = weights;
        this.relations = relations;
        this.vertices = vertices;
    }

    /** These edits; additions have weight 1 and belong to relation 1. */
    public static Rewiring of(EditList edits) {
        Builder builder = builder();
        edits.forEach(builder::add);
        return builder.build();
    }

    /** Collects edits. */
    public static Builder builder() {
        return new Builder();
    }

    /** All edits, in order. */
    public EditList edits() {
        return edits;
    }

    /** The weight that addition {@code i} gives its edge. */
    public double weight(int i) {
        return weights[i];
    }

    /** The relation that addition {@code i} puts its edge in; {@link #ORIGINAL} for the edges that were there. */
    public int relation(int i) {
        return relations[i];
    }

    /** 1 + the largest relation, at least 1. */
    public int relations() {
        return 1 + Arrays.stream(relations).max().orElse(ORIGINAL);
    }

    /** Whether an addition has a weight other than 1. */
    public boolean weighted() {
        return Arrays.stream(weights).anyMatch(w -> w < 1 || w > 1);
    }

    /** The vertices appended, the first with number n. */
    public List<AddedVertex> vertices() {
        return vertices;
    }

    /** The first {@code count} edits and the vertices they touch; n is the number of vertices of the graph before. */
    public Rewiring prefix(int count, int n) {
        EditList first = edits.prefix(count);
        int last = n - 1;
        for (Edit edit : first) {
            last = Math.max(last, Math.max(edit.u(), edit.v()));
        }
        return new Rewiring(
                first,
                Arrays.copyOf(weights, count),
                Arrays.copyOf(relations, count),
                vertices.subList(0, last + 1 - n));
    }

    /**
     * The graph after these edits, one after the other. Vertices, ids and whatever belongs to untouched edges stay; an
     * edge that was removed and added again has the weight of the addition. Time O(n + m log m).
     *
     * @throws IllegalArgumentException if an edit removes what is no edge then, or adds what is one
     */
    public Graph applyTo(Graph graph) {
        return RewiredGraph.of(graph, this).graph();
    }

    /**
     * The graph after these edits, whose edge attribute {@value #RELATION} tells relations apart: edges that were there
     * keep theirs, or have 0; those of relation r come r - 1 after the last of these.
     */
    public Graph applyWithRelations(Graph graph) {
        RewiredGraph rewired = RewiredGraph.of(graph, this);
        Graph after = rewired.graph();
        if (edits.additionCount() == 0) {
            return after;
        }
        Attributes old = after.edgeAttributes();
        int[] relations = rewired.relations();
        int last = 0;
        for (int e = 0; e < relations.length; e++) {
            last = Math.max(last, had(old, e));
        }
        GraphBuilder builder = GraphBuilder.from(after);
        Attributes.Builder column = builder.edgeAttributes().column(RELATION, Attributes.Type.INTEGER);
        for (int e = 0; e < relations.length; e++) {
            int relation = relations[e] == ORIGINAL ? had(old, e) : last + relations[e];
            column.value(RELATION, e, Integer.toString(relation));
        }
        return builder.build();
    }

    private static int had(Attributes attributes, int edge) {
        return attributes.has(RELATION)
                ? attributes.value(RELATION, edge).map(Integer::valueOf).orElse(ORIGINAL)
                : ORIGINAL;
    }

    /** The relation of every edge of {@link #applyTo}, by edge number. */
    public int[] relationsAfter(Graph graph) {
        return RewiredGraph.of(graph, this).relations();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rewiring that
                && edits.equals(that.edits)
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(relations, that.relations)
                && vertices.equals(that.vertices);
    }

    @Override
    public int hashCode() {
        return edits.hashCode();
    }

    @Override
    public String toString() {
        return edits + (vertices.isEmpty() ? "" : ", " + vertices.size() + " new vertices");
    }

    /** Collects edits in their order. */
    public static final class Builder {
        private final EditList.Builder edits = EditList.builder();
        private double[] weights = new double[16];
        private int[] relations = new int[16];
        private final List<AddedVertex> vertices = new ArrayList<>();

        private Builder() {}

        /** Appends a removal, or an addition of weight 1 in relation 1. */
        public Builder add(Edit edit) {
            return edit.kind() == Edit.Kind.ADD ? add(edit, 1, 1) : add(edit, 1, ORIGINAL);
        }

        /** Appends an edit with the weight (finite) and relation (at least 0) of its edge. */
        public Builder add(Edit edit, double weight, int relation) {
            if (!Double.isFinite(weight) || relation < 0) {
                throw new IllegalArgumentException("weight " + weight + " or relation " + relation + " of " + edit);
            }
            int place = edits.size();
            if (place == weights.length) {
                weights = Arrays.copyOf(weights, 2 * place);
                relations = Arrays.copyOf(relations, 2 * place);
            }
            weights[place] = weight;
            relations[place] = relation;
            edits.add(edit);
            return this;
        }

        /** Appends a vertex; the edits that touch it come next. */
        public Builder addVertex(AddedVertex vertex) {
            vertices.add(vertex);
            return this;
        }

        /** The number of edits so far. */
        public int size() {
            return edits.size();
        }

        /** What has been collected. */
        public Rewiring build() {
            int size = edits.size();
            return new Rewiring(
                    edits.build(), Arrays.copyOf(weights, size), Arrays.copyOf(relations, size), List.copyOf(vertices));
        }
    }
}
