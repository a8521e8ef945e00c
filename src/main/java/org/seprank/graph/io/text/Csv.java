package org.seprank.graph.io.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.seprank.file.FormatException;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Tables of edges with column names, quoted as in RFC 4180, between commas, semicolons or tabs (whichever the first
 * line has most of): a source, a target, perhaps {@code weight} and Gephi's {@code type} ({@code Directed} or
 * {@code Undirected}); the other columns become edge attributes, and so does a {@code type} with neither word in it. An
 * empty field is a missing value.
 *
 * <p>If all ids are integers, vertices are numbered in ascending order of them, otherwise in order of first appearance.
 */
public final class Csv implements Codec {
    static final List<String> SOURCES =
            List.of("source", "src", "from", "tail", "u", "node1", "node_1", "id1", "id_1", "fromnodeid", "start");
    static final List<String> TARGETS =
            List.of("target", "dst", "to", "head", "v", "node2", "node_2", "id2", "id_2", "tonodeid", "end");
    private static final Pattern MISSPELT = Pattern.compile("(un)?dir.*");
    private static final Set<String> OURS = Set.of("source", "target", "weight", "type");

    @Override
    public boolean recognises(Head head) {
        String[] names = head.firstLine().split("[,;\t]", -1);
        List<String> plain = new ArrayList<>();
        for (String name : names) {
            plain.add(plain(name.replace("\"", "")));
        }
        return SOURCES.stream().anyMatch(plain::contains) && TARGETS.stream().anyMatch(plain::contains);
    }

    @Override
    public double memoryPerByte(Head head) {
        return Codec.memoryOfLines(head);
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.IDS, Feature.EDGE_ATTRIBUTES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(input.head().firstLine()))
                .setIgnoreEmptyLines(true)
                .get();
        try (Reader text = input.text();
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            return new Table(input, parser).read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static char delimiter(String line) {
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            char delimiter = c;
            char old = best;
            if (line.chars().filter(x -> x == delimiter).count()
                    > line.chars().filter(x -> x == old).count()) {
                best = delimiter;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Reads one table. */
    private static final class Table {
        private final Input input;
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final Draft draft;
        private List<String> names = List.of();
        private int source;
        private int target;
        private int weight;
        private int type;
        private boolean kinds; // the type has said of an edge whether it has a direction
        private boolean others; // it has said something else

        Table(Input input, CSVParser parser) {
            this.input = input;
            this.parser = parser;
            this.records = parser.iterator();
            this.draft = new Draft(input).inferTypes();
        }

        Graph read() throws IOException {
            readNames();
            while (hasNext()) {
                CSVRecord row = records.next();
                if (row.size() != names.size()) {
                    throw error("expected " + names.size() + " fields, found " + row.size(), "one for each column");
                }
                edge(row);
            }
            addUnnamedVertices();
            return draft.sortedIfIntegers().build();
        }

        private boolean hasNext() throws IOException {
            try {
                return records.hasNext();
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof FormatException known) {
                    throw known;
                }
                throw error("a quoted field is malformed or not closed", "double the quotes inside a quoted field")
                        .causedBy(e);
            }
        }

        private FormatException error(String what, String hint) {
            return input.error(Math.max(1, parser.getCurrentLineNumber()), what, hint);
        }

        private void readNames() throws IOException {
            if (!hasNext()) {
                throw input.error("is empty", "a table of edges begins with the names of its columns");
            }
            names = records.next().toList();
            List<String> plain = names.stream().map(Csv::plain).toList();
            for (String name : names) {
                if (!name.isEmpty() && Collections.frequency(names, name) > 1) {
                    throw error("two columns '" + TextLines.shortened(name) + "'", "give every column its own name");
                }
            }
            source = find(plain, SOURCES);
            target = find(plain, TARGETS);
            weight = plain.indexOf("weight");
            type = plain.indexOf("type");
        }

        private int find(List<String> plain, List<String> wanted) throws IOException {
            for (String name : wanted) {
                if (plain.contains(name)) {
                    return plain.indexOf(name);
                }
            }
            throw error(
                    "no column '" + wanted.get(0) + "' among " + TextLines.shortened(String.join(", ", names)),
                    "name the columns of both ends source and target, or read the file as edge-list");
        }

        private void edge(CSVRecord row) throws IOException {
            Kind kind = kind(row);
            int u = vertex(row.get(source));
            int v = vertex(row.get(target));
            int e = draft.edge(u, v, kind);
            for (int c = 0; c < names.size(); c++) {
                String value = row.get(c);
                if (c == weight) {
                    if (!value.isEmpty() && input.weights()) {
                        draft.weight(e, TextLines.weight(input.path(), parser.getCurrentLineNumber(), value.strip()));
                    }
                } else if (isAttribute(c, kind) && !value.isEmpty()) {
                    draft.edgeColumns().put(names.get(c), e, value, Attributes.Type.TEXT);
                }
            }
        }

        private boolean isAttribute(int c, Kind kind) {
            return c != source && c != target && !names.get(c).isEmpty() && (c != type || kind == Kind.UNSAID);
        }

        private Kind kind(CSVRecord row) throws IOException {
            String word = type < 0 ? "" : plain(row.get(type));
            Kind kind = word.equals("directed") ? Kind.ARC : word.equals("undirected") ? Kind.EDGE : Kind.UNSAID;
            boolean other = kind == Kind.UNSAID && !word.isEmpty();
            kinds |= kind != Kind.UNSAID;
            others |= other;
            if ((kinds && others) || (other && MISSPELT.matcher(word).matches())) {
                throw error(
                        "the type '" + TextLines.shortened(row.get(type)) + "' beside Directed and Undirected",
                        "correct it; a column of other types has another name");
            }
            return kind;
        }

        private int vertex(String id) throws IOException {
            if (id.isEmpty()) {
                throw error("an end of an edge is missing", "fill in source and target");
            }
            long n = input.vertexCount();
            if (n > 0 && !(id.matches("\\d{1,10}") && Long.parseLong(id) < n)) {
                throw error(
                        "expected a vertex in 0.." + (n - 1) + ", found '" + TextLines.shortened(id) + "'",
                        "correct it, or the number of vertices");
            }
            return draft.mention(id, parser.getCurrentLineNumber());
        }

        private void addUnnamedVertices() {
            for (int v = 0; v < input.vertexCount(); v++) {
                draft.mention(Integer.toString(v), 1);
            }
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        IntFunction<String> ids = Spelling.ids(graph, id -> !id.isEmpty(), output);
        List<String> attributes = graph.edgeAttributes().names();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        CSVPrinter table = new CSVPrinter(output.writer(), format);
        table.printRecord(columnNames(graph, attributes, output));
        List<String> row = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            row.clear();
            row.add(ids.apply(graph.source(e)));
            row.add(ids.apply(graph.target(e)));
            if (graph.weighted()) {
                row.add(Output.number(graph.weight(e)));
            }
            if (graph.directed()) {
                row.add("Directed");
            }
            for (String name : attributes) {
                row.add(graph.edgeAttributes().value(name, e).orElse(""));
            }
            table.printRecord(row);
        }
    }

    private static List<String> columnNames(Graph graph, List<String> attributes, Output output) {
        List<String> names = new ArrayList<>(List.of("source", "target"));
        if (graph.weighted()) {
            names.add("weight");
        }
        if (graph.directed()) {
            names.add("type");
        }
        for (String name : attributes) {
            boolean taken = OURS.contains(plain(name)) || name.isEmpty();
            names.add(taken ? "edge " + name : name);
            if (taken) {
                output.warn("the edge attribute '" + name + "' is written as 'edge " + name + "'");
            }
        }
        return names;
    }
}
