package org.seprank.graph.partition;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;
import org.seprank.graph.VertexSet;

/** Vertices named by their ids and, where ids are numbers, by ranges of them: {@code 0-3,7} or {@code alice,"b, c"}. */
final class VertexList {
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,18})-(-?\\d{1,18})");

    private VertexList() {}

    /** The set of the vertices listed. An id that looks like a range is that id. */
    static VertexSet resolve(String list, Graph graph) {
        VertexIds ids = graph.ids();
        BitSet vertices = new BitSet();
        for (String piece : Quoted.split(list, ',', Integer.MAX_VALUE)) {
            String item = piece.strip();
            Matcher range = RANGE.matcher(item);
            OptionalInt vertex = ids.vertex(Quoted.plain(item));
            if (vertex.isPresent()) {
                vertices.set(vertex.getAsInt());
            } else if (range.matches() && ids.numeric()) {
                addRange(range.group(1), range.group(2), graph, vertices);
            } else {
                throw unknown(Quoted.plain(item), ids);
            }
        }
        return VertexSet.of(graph.vertexCount(), vertices);
    }

    private static void addRange(String first, String last, Graph graph, BitSet vertices) {
        VertexIds ids = graph.ids();
        vertex(first, graph);
        vertex(last, graph);
        long low = Long.parseLong(first);
        long high = Long.parseLong(last);
        if (low > high) {
            throw new IllegalArgumentException("range " + first + "-" + last + " is empty");
        }
        for (int v = 0; v < graph.vertexCount(); v++) {
            long id = Long.parseLong(ids.id(v));
            if (id >= low && id <= high) {
                vertices.set(v);
            }
        }
    }

    /**
     * The vertex with that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    static int vertex(String id, Graph graph) {
        return graph.ids().vertex(id).orElseThrow(() -> unknown(id, graph.ids()));
    }

    private static IllegalArgumentException unknown(String id, VertexIds ids) {
        String known = ids.size() == 0
                ? "the graph has none"
                : "its " + ids.size() + " vertices go from '" + ids.id(0) + "' to '" + ids.id(ids.size() - 1) + "'";
        return new IllegalArgumentException("the graph has no vertex '" + id + "'; " + known);
    }
}
