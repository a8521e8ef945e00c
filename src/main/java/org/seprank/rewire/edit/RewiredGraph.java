package org.seprank.rewire.edit;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.seprank.graph.Edge;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** A graph after the edits of a {@link Rewiring}, and what each of its edges came from. Used once. */
final class RewiredGraph {
    private final Graph before;
    private final Rewiring rewiring;
    private final BitSet removed = new BitSet();
    private final Map<Edge, Integer> added = new LinkedHashMap<>(); // to the edit that adds it
    private final Graph after;

    private RewiredGraph(Graph before, Rewiring rewiring) {
        this.before = before;
        this.rewiring = rewiring;
        for (int i = 0; i < rewiring.edits().size(); i++) {
            if (!makes(i)) {
                Edit edit = rewiring.edits().get(i);
                boolean adds = edit.kind() == Edit.Kind.ADD;
                throw new IllegalArgumentException("edit " + (i + 1) + (adds ? " adds (" : " removes (") + edit.u()
                        + ", " + edit.v() + (adds ? "), which is an edge already" : "), which is not an edge"));
            }
        }
        this.after = built();
    }

    static RewiredGraph of(Graph graph, Rewiring rewiring) {
        return new RewiredGraph(graph, rewiring);
    }

    private boolean makes(int i) {
        Edit edit = rewiring.edits().get(i);
        int n = before.vertexCount();
        int most = n + rewiring.vertices().size();
        if (edit.u() >= most || edit.v() >= most) {
            throw new IllegalArgumentException("edit " + (i + 1) + " has an end outside 0.." + (most - 1) + ": ("
                    + edit.u() + ", " + edit.v() + ")");
        }
        boolean old = edit.u() < n && edit.v() < n;
        int e = old ? before.edgeBetween(edit.u(), edit.v()) : -1;
        boolean present = e >= 0 && !removed.get(e);
        Edge edge = edge(edit);
        if (edit.kind() == Edit.Kind.ADD) {
            return !present && added.putIfAbsent(edge, i) == null;
        }
        if (present) {
            removed.set(e);
            return true;
        }
        return added.remove(edge) != null;
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
        builder.appendVertices(rewiring.vertices().size());
        boolean weighted = before.weighted() || rewiring.weighted();
        added.forEach((edge, i) -> {
            if (weighted) {
                builder.edge(edge.u(), edge.v(), rewiring.weight(i));
            } else {
                builder.edge(edge.u(), edge.v());
            }
        });
        return builder.build();
    }

    Graph graph() {
        return after;
    }

    int[] relations() {
        int[] relations = new int[after.edgeCount()];
        added.forEach((edge, i) -> relations[after.edgeBetween(edge.u(), edge.v())] = rewiring.relation(i));
        return relations;
    }
}
