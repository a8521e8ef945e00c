package org.seprank.rewire.edit;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;

/** Collects the edits of a file, by vertex ids, and complains about the first that cannot be made. */
final class EditReplay {
    private final Path path;
    private final Graph graph;
    private final EditList.Builder edits = EditList.builder();
    private final Set<Long> toggled = new HashSet<>(); // pairs that are edges now and were not before, or the reverse

    EditReplay(Path path, Graph graph) {
        this.path = path;
        this.graph = graph;
    }

    void edit(long line, Edit.Kind kind, String source, String target) throws FormatException {
        int u = vertex(line, source);
        int v = vertex(line, target);
        if (u == v) {
            throw FormatException.atLine(
                    path, line, "an edge from '" + source + "' to itself", "self-loops are not part of a graph here");
        }
        boolean swap = !graph.directed() && u > v;
        Edit edit = new Edit(kind, swap ? v : u, swap ? u : v);
        Long pair = (long) edit.u() << 32 | edit.v();
        boolean isEdge = graph.edgeBetween(edit.u(), edit.v()) >= 0 != toggled.contains(pair);
        if (isEdge == (kind == Edit.Kind.ADD)) {
            String what = isEdge ? "is an edge already" : "is not an edge";
            throw FormatException.atLine(
                    path,
                    line,
                    "'" + source + "', '" + target + "' " + what + " when edit " + (edits.size() + 1) + " is made",
                    "read the edits with the graph they were made for, all of them and in their order");
        }
        if (!toggled.remove(pair)) {
            toggled.add(pair);
        }
        edits.add(edit);
    }

    private int vertex(long line, String id) throws FormatException {
        OptionalInt vertex = graph.ids().vertex(id);
        if (vertex.isEmpty()) {
            throw FormatException.atLine(
                    path,
                    line,
                    "the graph has no vertex '" + id + "'",
                    "read the edits with the graph they were made for");
        }
        return vertex.getAsInt();
    }

    int size() {
        return edits.size();
    }

    EditList build() {
        return edits.build();
    }
}
