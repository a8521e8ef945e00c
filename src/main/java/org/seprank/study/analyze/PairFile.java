package org.seprank.study.analyze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;
import org.seprank.walk.Target;

/**
 * A file of pairs of vertices: text with two ids a line, which tabs, commas or blanks part, perhaps under a line of
 * names and with further columns; or an array of NumPy, in an {@code .npz}, of shape [k, 2] or [2, k]. Lines that begin
 * with {@code #} do not count.
 */
final class PairFile {
    private static final Set<String> FIRST = Set.of("source", "src", "u", "head", "from", "first");
    private static final Set<String> SECOND = Set.of("target", "dst", "v", "tail", "to", "second");
    private static final String HINT = "a line is two ids of vertices of the graph, such as 3,17";
    private static final String ARRAY = "pairs";

    private final Graph graph;
    private final List<Target.OfPair> pairs = new ArrayList<>();

    private PairFile(Graph graph) {
        this.graph = graph;
    }

    /** The pairs of a file, in its order. */
    static List<Target.OfPair> read(Path path, Graph graph) throws IOException {
        PairFile file = new PairFile(graph);
        if (String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".npz")) {
            file.readArray(path);
        } else {
            file.readText(path);
        }
        if (file.pairs.isEmpty()) {
            throw FormatException.inFile(path, "it names no pair", HINT);
        }
        return file.pairs;
    }

    private void readText(Path path) throws IOException {
        try (TextLines lines = TextLines.open(path)) {
            int first = 0;
            int second = 1;
            String line = lines.next("#");
            if (line != null) {
                List<String> names = fields(line, lines).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                int u = place(names, FIRST);
                int v = place(names, SECOND);
                if (u >= 0 && v >= 0) {
                    first = u;
                    second = v;
                    line = lines.next("#");
                }
            }
            for (; line != null; line = lines.next("#")) {
                List<String> fields = fields(line, lines);
                if (fields.size() <= Math.max(first, second)) {
                    throw lines.error("expected two vertices, found '" + TextLines.shortened(line) + "'", HINT);
                }
                try {
                    add(fields.get(first), fields.get(second));
                } catch (IllegalArgumentException e) {
                    throw lines.error(String.valueOf(e.getMessage()), HINT).causedBy(e);
                }
            }
        }
    }

    private static int place(List<String> names, Set<String> known) {
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> fields(String line, TextLines lines) throws FormatException {
        if (line.indexOf('\t') >= 0) {
            return List.of(line.strip().split("\t", -1));
        }
        return line.indexOf(',') < 0
                ? TextLines.words(line, false)
                : lines.fields(line).stream().map(String::strip).toList();
    }

    private void readArray(Path path) throws IOException {
        try (Npz npz = Npz.open(path, ReadLimits.defaults())) {
            List<String> names = npz.names();
            if (names.isEmpty()) {
                throw FormatException.inFile(path, "it has no array", "save one of shape [k, 2] named " + ARRAY);
            }
            String name = npz.has(ARRAY) || names.size() > 1 ? ARRAY : names.get(0);
            int[] shape = npz.matrixShape(name);
            if (shape[0] != 2 && shape[1] != 2) {
                throw npz.error(name, "its shape [" + shape[0] + ", " + shape[1] + "] is neither [k, 2] nor [2, k]");
            }
            long[] ids = npz.integers(name);
            boolean across = shape[1] != 2; // [2, 2] is two pairs, a row each
            for (int k = 0; k < ids.length / 2; k++) {
                try {
                    add(
                            Long.toString(ids[across ? k : 2 * k]),
                            Long.toString(ids[across ? ids.length / 2 + k : 2 * k + 1]));
                } catch (IllegalArgumentException e) {
                    throw npz.error(name, "pair " + k + ": " + e.getMessage()).causedBy(e);
                }
            }
        }
    }

    private void add(String first, String second) {
        int u = vertex(first);
        int v = vertex(second);
        if (u == v) {
            throw new IllegalArgumentException("vertex '" + first + "' is no pair with itself");
        }
        pairs.add(new Target.OfPair(u, v));
    }

    private int vertex(String id) {
        return graph.ids()
                .vertex(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("the graph has no vertex '" + TextLines.shortened(id) + "'"));
    }
}
