package org.seprank.rewire.edit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;

/** Follows the edits of a file, by vertex ids, and complains about the first that cannot be made. */
final class EditReplay {
    private static final String OTHER_GRAPH = "read the edits with the graph they were made for";

    private final Path path;
    private final Graph graph;
    private final boolean anyGraph;
    private final Map<String, Integer> appended = new HashMap<>();
    private final Set<Long> toggled = new HashSet<>(); // pairs that are edges now and were not before, or the reverse
    private int size;

    /** @param anyGraph whether the edits may be of another graph */
    EditReplay(Path path, Graph graph, boolean anyGraph) {
        this.path = path;
        this.graph = graph;
        this.anyGraph = anyGraph;
    }

    /**
     * Checks that a list is of this graph, if it says of which.
     *
     * @param line where it says so
     */
    void requireSameGraph(EditHeader header, long line) throws FormatException {
        String found = header.graphHash();
        String ours = found.isEmpty() || anyGraph ? found : graph.contentHash();
        if (!found.equals(ours)) {
            throw fault(
                    line,
                    "the edits are of another graph, " + EditHeader.shortened(found) + " and not "
                            + EditHeader.shortened(ours),
                    OTHER_GRAPH + ", or make them all the same with --force");
        }
    }

    /** The next edit. */
    Edit edit(long line, Edit.Kind kind, String source, String target) throws FormatException {
        int u = vertex(line, source);
        int v = vertex(line, target);
        if (u == v) {
            throw fault(line, "an edge from '" + source + "' to itself", "self-loops are not part of a graph here");
        }
        boolean swap = !graph.directed() && u > v;
        Edit edit = new Edit(kind, swap ? v : u, swap ? u : v);
        Long pair = (long) edit.u() << 32 | edit.v();
        boolean isEdge = wasEdge(edit) != toggled.contains(pair);
        size++;
        if (isEdge == (kind == Edit.Kind.ADD)) {
            String what = isEdge ? "is an edge already" : "is not an edge";
            throw fault(
                    line,
                    "'" + source + "', '" + target + "' " + what + " when edit " + size + " is made",
                    OTHER_GRAPH + ", all of them and in their order");
        }
        if (!toggled.remove(pair)) {
            toggled.add(pair);
        }
        return edit;
    }

    private boolean wasEdge(Edit edit) {
        int n = graph.vertexCount();
        return edit.u() < n && edit.v() < n && graph.edgeBetween(edit.u(), edit.v()) >= 0;
    }

    /** A vertex of the graph, or one appended before. */
    int vertex(long line, String id) throws FormatException {
        OptionalInt old = graph.ids().vertex(id);
        Integer known = old.isPresent() ? Integer.valueOf(old.getAsInt()) : appended.get(id);
        if (known == null) {
            throw fault(line, "the graph has no vertex '" + id + "'", OTHER_GRAPH);
        }
        return known;
    }

    /** Appends a vertex. */
    void append(long line, String id) throws FormatException {
        if (graph.ids().vertex(id).isPresent() || appended.containsKey(id)) {
            throw fault(line, "there is a vertex '" + id + "' already", "name a new one");
        }
        appended.put(id, graph.vertexCount() + appended.size());
    }

    /** The number of edits so far. */
    int size() {
        return size;
    }

    FormatException fault(long line, String what, String hint) {
        return FormatException.atLine(path, line, what, hint);
    }
}
