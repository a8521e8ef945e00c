package org.seprank.graph.partition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;

/**
 * A text file with one vertex id per line, which together are I, or with an id and a label per line, blanks or a tab
 * between them, which makes each label a class. An id with blanks stands in double quotes. Empty lines and lines that
 * start with {@code #} do not count.
 */
final class PartitionFile {
    private final Path path;
    private final Graph graph;
    private final Map<Integer, Integer> lines = new LinkedHashMap<>(); // vertex to line
    private boolean labelled;

    private PartitionFile(Path path, Graph graph) {
        this.path = path;
        this.graph = graph;
    }

    static List<Partition> read(Path path, Graph graph) throws IOException {
        return new PartitionFile(path, graph).parse(Files.readAllLines(path, StandardCharsets.UTF_8));
    }

    private List<Partition> parse(List<String> text) {
        LabelledClasses classes = new LabelledClasses(path.toString(), graph.vertexCount());
        BitSet vertices = new BitSet();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> pieces = pieces(line, i + 1);
                int vertex = vertex(pieces.get(0), i + 1);
                vertices.set(vertex);
                if (labelled) {
                    classes.add(Quoted.plain(pieces.get(1).strip()), vertex);
                }
            }
        }
        return labelled
                ? classes.partitions()
                : List.of(new Partition(path.toString(), VertexSet.of(graph.vertexCount(), vertices)));
    }

    private List<String> pieces(String line, int number) {
        List<String> pieces;
        try {
            pieces = Quoted.split(line.replace('\t', ' '), ' ', 2);
        } catch (IllegalArgumentException e) {
            throw mistake(number, String.valueOf(e.getMessage()), e);
        }
        boolean hasLabel = pieces.size() == 2;
        if (lines.isEmpty()) {
            labelled = hasLabel;
        } else if (labelled != hasLabel) {
            throw mistake(
                    number,
                    "expected " + (labelled ? "an id and a label" : "one id") + " as before, found '" + line + "'",
                    null);
        }
        return pieces;
    }

    private int vertex(String id, int number) {
        int vertex;
        try {
            vertex = VertexList.vertex(Quoted.plain(id), graph);
        } catch (IllegalArgumentException e) {
            throw mistake(number, String.valueOf(e.getMessage()), e);
        }
        Integer before = lines.put(vertex, number);
        if (before != null) {
            throw mistake(number, "vertex '" + Quoted.plain(id) + "' is already on line " + before, null);
        }
        return vertex;
    }

    private IllegalArgumentException mistake(int line, String what, @Nullable Throwable cause) {
        return new IllegalArgumentException(path + ": line " + line + ": " + what, cause);
    }
}
