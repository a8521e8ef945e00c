package org.seprank.rewire.edit;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.graph.Attributes;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;

/** A graph after edits, and what each of its edges came from. */
final class EditedGraph {
    private final Graph before;
    private final EditList edits;
    private final BitSet removed = new BitSet();
    private final Map<Edge, Integer> added = new LinkedHashMap<>(); // to the edit that adds it
    private final Graph after;

    private EditedGraph(Graph before, EditList edits) {
        this.before = before;
        this.edits = edits;
        for (int i = 0; i < edits.size(); i++) {
            if (!makes(i)) {
                throw impossible(i);
            }
        }
        this.after = built();
    }

    /** @throws IllegalArgumentException if an edit removes what is no edge then, or adds what is one */
    static EditedGraph of(Graph graph, EditList edits) {
        return new EditedGraph(graph, edits);
    }

    private IllegalArgumentException impossible(int i) {
        Edit edit = edits.get(i);
        boolean adds = edit.kind() == Edit.Kind.ADD;
        VertexIds ids = before.ids().extendedBy(edits.vertices().size());
        return new IllegalArgumentException("edit " + (i + 1) + (adds ? " adds (" : " removes (") + ids.id(edit.u())
                + ", " + ids.id(edit.v()) + (adds ? "), which is an edge already" : "), which is not an edge"));
    }

    private boolean makes(int i) {
        Edit edit = edits.get(i);
        int n = before.vertexCount();
        int most = n + edits.vertices().size();
        if (edit.u() >= most || edit.v() >= most) {
            throw new IllegalArgumentException("edit " + (i + 1) + " has an end outside 0.." + (most - 1) + ": ("
                    + edit.u() + ", " + edit.v() + ")");
        }
        boolean old = edit.u() < n && edit.v() < n;
        int e = old ? before.edgeBetween(edit.u(), edit.v()) : -1;
        boolean present = e >= 0 && !removed.get(e);
        if (edit.kind() == Edit.Kind.ADD) {
            return !present && added.putIfAbsent(edge(edit), i) == null;
        }
        if (present) {
            removed.set(e);
            return true;
        }
        return added.remove(edge(edit)) != null;
    }

    private Edge edge(Edit edit) {
        boolean swap = !before.directed() && edit.u() > edit.v();
        return swap ? new Edge(edit.v(), edit.u()) : new Edge(edit.u(), edit.v());
    }

    private Graph built() {
        Graph kept = removed.isEmpty() ? before : before.without(removed);
        if (added.isEmpty()) {
            return kept;
        }
        GraphBuilder builder = GraphBuilder.from(kept);
        builder.appendVertices(edits.vertices().size());
        boolean weighted = before.weighted() || edits.weighted();
        added.forEach((edge, i) -> restore(
                edge,
                weighted ? builder.edge(edge.u(), edge.v(), edits.weight(i)) : builder.edge(edge.u(), edge.v()),
                builder.edgeAttributes()));
        return builder.build();
    }

    /** An edge that was removed and is there again has the id and the attributes that it had. */
    private void restore(Edge edge, int index, Attributes.Builder attributes) {
        int n = before.vertexCount();
        int old = edge.u() < n && edge.v() < n ? before.edgeBetween(edge.u(), edge.v()) : -1;
        Attributes had = before.edgeAttributes();
        for (String name : old < 0 ? List.<String>of() : had.names()) {
            had.value(name, old).ifPresent(value -> {
                attributes.column(name, had.type(name));
                attributes.value(name, index, value);
            });
        }
    }

    Graph graph() {
        return after;
    }

    int[] relations() {
        int[] relations = new int[after.edgeCount()];
        added.forEach((edge, i) -> relations[after.edgeBetween(edge.u(), edge.v())] = edits.relation(i));
        return relations;
    }

    /**
     * The graph with the relations of its edges as an attribute: numbers go on from those there are; where relations
     * have names, edges keep theirs and those added have numbers from 1.
     */
    Graph withRelations() {
        if (edits.additionCount() == 0) {
            return after;
        }
        Attributes old = after.edgeAttributes();
        boolean named = old.has(EditList.RELATION) && old.type(EditList.RELATION) != Attributes.Type.INTEGER;
        int[] relations = relations();
        int last = 0;
        for (int e = 0; e < relations.length && !named; e++) {
            last = Math.max(last, had(old, e));
        }
        GraphBuilder builder = GraphBuilder.from(after);
        Attributes.Builder column = builder.edgeAttributes();
        column.column(EditList.RELATION, named ? Attributes.Type.TEXT : Attributes.Type.INTEGER);
        for (int e = 0; e < relations.length; e++) {
            if (relations[e] != EditList.ORIGINAL) {
                column.value(EditList.RELATION, e, Integer.toString(last + relations[e]));
            } else if (!named) {
                column.value(EditList.RELATION, e, Integer.toString(had(old, e)));
            }
        }
        return builder.build();
    }

    private static int had(Attributes attributes, int edge) {
        return attributes.has(EditList.RELATION)
                ? attributes
                        .value(EditList.RELATION, edge)
                        .map(Integer::valueOf)
                        .orElse(EditList.ORIGINAL)
                : EditList.ORIGINAL;
    }
}
