package org.seprank.dataset.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.TargetValues;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;

/** Writes the folder that {@link CsvReader} reads. */
final class CsvWriter implements DatasetWriter {
    private static final CSVFormat LINES =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** What goes into a file. */
    private interface Content {
        void writeTo(CSVPrinter out) throws IOException;
    }

    @Override
    public void write(NodeDataset dataset, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("'" + folder + "' is a file, not a folder");
        }
        if (dataset.graphs().several()) {
            throw new IllegalArgumentException("format csv has no place for several graphs with labelled vertices;"
                    + " write format heterophilous-npz instead");
        }
        int[] relations = Relations.of(dataset.graph()); // may refuse, so before anything is written
        text(folder.resolve(CsvReader.VERTICES), out -> vertices(dataset, out));
        text(folder.resolve(CsvReader.EDGES), out -> edges(dataset, relations, out));
    }

    private static void text(Path file, Content content) throws IOException {
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, out -> {
            try (CSVPrinter lines =
                    new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), LINES)) {
                content.writeTo(lines);
            }
        });
    }

    private static void vertices(NodeDataset dataset, CSVPrinter out) throws IOException {
        out.print("id");
        out.print("label");
        for (Split split : dataset.splits()) {
            out.print(line(CsvReader.SPLIT + split.name()));
        }
        TargetValues targets = dataset.truth().values();
        for (String heading : TargetColumns.headings(targets)) {
            out.print(line(heading));
        }
        for (int j = 0; j < dataset.featureCount(); j++) {
            out.print("f" + j);
        }
        out.println();
        Features features = dataset.features();
        float[] row = new float[features.columns()];
        for (int v = 0; v < features.rows(); v++) {
            int label = dataset.labels().label(v);
            out.print(line(dataset.graph().ids().id(v)));
            out.print(label == Labels.MISSING ? "" : label);
            for (Split split : dataset.splits()) {
                out.print(part(split, v));
            }
            for (int c = 0; c < targets.columns(); c++) {
                out.print(target(targets.value(v, c)));
            }
            features.copyRow(v, row, 0);
            for (float value : row) {
                number(out, value);
            }
            out.println();
        }
    }

    private static void number(CSVPrinter out, float value) throws IOException {
        if (value == (int) value) {
            out.print((int) value);
        } else {
            out.print(value);
        }
    }

    private static Object target(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == (long) value && Math.abs(value) < 1L << 53;
        return whole ? (Object) (long) value : (Object) value;
    }

    private static String part(Split split, int v) {
        for (Part part : Part.values()) {
            if (split.contains(part, v)) {
                return switch (part) {
                    case TRAIN -> "train";
                    case VALIDATION -> "validation";
                    case TEST -> "test";
                };
            }
        }
        return "";
    }

    private static void edges(NodeDataset dataset, int[] relations, CSVPrinter out) throws IOException {
        Graph graph = dataset.graph();
        float[] row = new float[dataset.edgeFeatures().columns()];
        boolean related = graph.edgeAttributes().has(Relations.ATTRIBUTE);
        List<Object> fields = new ArrayList<>(graph.directed() ? List.of("tail", "head") : List.of("source", "target"));
        fields.addAll(graph.weighted() ? List.of("weight") : List.of());
        fields.addAll(related ? List.of(Relations.ATTRIBUTE) : List.of());
        IntStream.range(0, row.length).forEach(c -> fields.add("e" + c));
        out.printRecord(fields);
        for (int e = 0; e < graph.edgeCount(); e++) {
            out.print(line(graph.ids().id(graph.source(e))));
            out.print(line(graph.ids().id(graph.target(e))));
            if (graph.weighted()) {
                out.print(graph.weight(e));
            }
            if (related) {
                out.print(relations[e]);
            }
            if (row.length > 0) {
                dataset.edgeFeatures().copyRow(e, row, 0);
            }
            for (float value : row) {
                number(out, value);
            }
            out.println();
        }
    }

    /** A field, which {@link CsvReader} reads only from one line. */
    private static String line(String field) {
        if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("'" + field + "' cannot be written in one line");
        }
        return field;
    }
}
