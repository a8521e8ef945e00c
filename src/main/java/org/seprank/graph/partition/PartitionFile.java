package org.seprank.graph.partition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * A text file with one vertex id per line, which together are I, or with an id and a label per line, blanks or a tab
 * between them, which makes each label a class. An id with blanks stands in double quotes. Empty lines and lines that
 * start with {@code #} do not count.
 */
final class PartitionFile {
    private static final String HINT = "a line is a vertex id, or an id and a label; see the README";

    private final Path path;
    private final Graph graph;
    private final Map<Integer, Long> lines = new LinkedHashMap<>(); // vertex to line
    private boolean labelled;

    private PartitionFile(Path path, Graph graph) {
        this.path = path;
        this.graph = graph;
    }

    static List<Partition> read(Path path, Graph graph) throws IOException {
        try (TextLines lines = TextLines.open(path)) {
            return new PartitionFile(path, graph).parse(lines);
        } catch (IllegalArgumentException e) {
            throw FormatException.inFile(path, String.valueOf(e.getMessage()), HINT)
                    .causedBy(e);
        }
    }

    private List<Partition> parse(TextLines text) throws IOException {
        LabelledClasses classes = new LabelledClasses("it", graph.vertexCount());
        BitSet vertices = new BitSet();
        for (String line = text.next("#"); line != null; line = text.next("#")) {
            List<String> pieces = pieces(line.strip(), text);
            int vertex = vertex(pieces.get(0), text);
            vertices.set(vertex);
            if (labelled) {
                classes.add(Quoted.plain(pieces.get(1).strip()), vertex);
            }
        }
        if (vertices.isEmpty()) {
            throw new IllegalArgumentException("it names no vertex");
        }
        return labelled
                ? classes.partitions()
                : List.of(new Partition(path.toString(), VertexSet.of(graph.vertexCount(), vertices)));
    }

    private List<String> pieces(String line, TextLines text) throws FormatException {
        List<String> pieces;
        try {
            pieces = Quoted.split(line.replace('\t', ' '), ' ', 2);
        } catch (IllegalArgumentException e) {
            throw text.error(String.valueOf(e.getMessage()), HINT).causedBy(e);
        }
        boolean hasLabel = pieces.size() == 2;
        if (lines.isEmpty()) {
            labelled = hasLabel;
        } else if (labelled != hasLabel) {
            throw text.error(
                    "expected " + (labelled ? "an id and a label" : "one id") + " as before, found '" + line + "'",
                    HINT);
        }
        return pieces;
    }

    private int vertex(String id, TextLines text) throws FormatException {
        int vertex;
        try {
            vertex = VertexList.vertex(Quoted.plain(id), graph);
        } catch (IllegalArgumentException e) {
            throw text.error(String.valueOf(e.getMessage()), HINT).causedBy(e);
        }
        Long before = lines.put(vertex, text.number());
        if (before != null) {
            throw text.error("vertex '" + Quoted.plain(id) + "' is already on line " + before, "name it once");
        }
        return vertex;
    }
}
