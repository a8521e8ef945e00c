package org.seprank.study.mapped;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.seprank.file.FormatException;
import org.seprank.mapped.MappedGraph;

/** A CSV table of vertices: its first column has their numbers, the others may divide them into classes. */
final class VertexTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .get();

    private VertexTable() {}

    /**
     * The vertices of each value of a column, in the order of the values; those without a row or a value are in none.
     *
     * @throws FormatException if the table has no such column or names what is no vertex
     */
    static Map<String, BitSet> classes(Path path, String column, MappedGraph graph) throws IOException {
        Map<String, BitSet> classes = new TreeMap<>();
        try (BufferedReader text = Files.newBufferedReader(path);
                CSVParser rows = FORMAT.parse(text)) {
            if (!rows.getHeaderNames().contains(column)) {
                throw FormatException.inFile(
                        path, "no column '" + column + "', only " + rows.getHeaderNames(), "name one of these");
            }
            for (CSVRecord row : rows) {
                int v = vertex(path, rows.getCurrentLineNumber(), row.get(0), graph);
                String value = row.isSet(column) ? row.get(column) : "";
                if (!value.isEmpty()) {
                    classes.computeIfAbsent(value, any -> new BitSet()).set(v);
                }
            }
        }
        return classes;
    }

    private static int vertex(Path path, long line, String text, MappedGraph graph) throws IOException {
        OptionalInt vertex = text.matches("\\d{1,18}") ? graph.vertex(Long.parseLong(text)) : OptionalInt.empty();
        return vertex.orElseThrow(() -> FormatException.atLine(
                path,
                line,
                "'" + text + "' is no vertex of the graph",
                "the first column has the numbers of vertices"));
    }
}
