package org.seprank.graph.io.codec;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;

/** How a format spells vertices and attributes that it cannot hold as they are. */
public final class Spelling {
    private Spelling() {}

    /** The ids of the graph, or, with a warning, 0..n-1 if one of them does not fit. */
    public static IntFunction<String> ids(Graph graph, Predicate<String> fits, Output output) {
        for (int v = 0; v < graph.vertexCount(); v++) {
            String id = graph.ids().id(v);
            if (!fits.test(id)) {
                output.warn("the format has no spelling for the vertex id '" + TextLines.shortened(id)
                        + "', so vertices are numbered from 0");
                return Integer::toString;
            }
        }
        return graph.ids()::id;
    }

    /** Whether the ids are first, first+1, .. */
    public static boolean counts(Graph graph, long first) {
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (!graph.ids().id(v).equals(Long.toString(first + v))) {
                return false;
            }
        }
        return true;
    }

    /** The vertices without edges. */
    public static IntStream isolated(Graph graph) {
        return IntStream.range(0, graph.vertexCount())
                .filter(v -> graph.out().degree(v) == 0 && graph.in().degree(v) == 0);
    }

    /** Warns of columns of lists and objects, which a format holds as text. */
    public static void warnOfStructures(Graph graph, Output output) {
        for (Attributes columns : List.of(graph.attributes(), graph.vertexAttributes(), graph.edgeAttributes())) {
            for (String name : columns.names()) {
                if (columns.type(name) == Attributes.Type.STRUCTURE) {
                    output.warn("the lists or objects of '" + TextLines.shortened(name) + "' are written as text");
                }
            }
        }
    }
}
