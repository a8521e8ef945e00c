package org.seprank.dataset.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;

/** Writes the folder that {@link CsvReader} reads. */
final class CsvWriter implements DatasetWriter {
    @Override
    public String format() {
        return "csv";
    }

    /** What goes into a file. */
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    @Override
    public void write(NodeDataset dataset, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("'" + folder + "' is a file, not a folder");
        }
        int[] relations = Relations.of(dataset.graph()); // may refuse, so before anything is written
        text(folder.resolve(CsvReader.VERTICES), out -> vertices(dataset, out));
        text(folder.resolve(CsvReader.EDGES), out -> edges(dataset.graph(), relations, out));
    }

    private static void text(Path file, Content content) throws IOException {
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, out -> {
            try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                content.writeTo(text);
            }
        });
    }

    private static void vertices(NodeDataset dataset, Writer out) throws IOException {
        out.write("id,label");
        for (Split split : dataset.splits()) {
            out.write("," + quoted(CsvReader.SPLIT + split.name()));
        }
        for (int j = 0; j < dataset.featureCount(); j++) {
            out.write(",f" + j);
        }
        out.write("\n");
        Features features = dataset.features();
        float[] row = new float[features.columns()];
        for (int v = 0; v < features.rows(); v++) {
            int label = dataset.labels().label(v);
            out.write(quoted(dataset.graph().ids().id(v)) + "," + (label == Labels.MISSING ? "" : label));
            for (Split split : dataset.splits()) {
                out.write("," + part(split, v));
            }
            features.copyRow(v, row, 0);
            for (float value : row) {
                out.write(value == (int) value ? "," + (int) value : "," + value);
            }
            out.write("\n");
        }
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

    private static void edges(Graph graph, int[] relations, Writer out) throws IOException {
        boolean related = graph.edgeAttributes().has(Relations.ATTRIBUTE);
        out.write(graph.directed() ? "tail,head" : "source,target");
        out.write((graph.weighted() ? ",weight" : "") + (related ? "," + Relations.ATTRIBUTE : "") + "\n");
        for (int e = 0; e < graph.edgeCount(); e++) {
            out.write(quoted(graph.ids().id(graph.source(e)))
                    + ","
                    + quoted(graph.ids().id(graph.target(e)))
                    + (graph.weighted() ? "," + graph.weight(e) : "")
                    + (related ? "," + relations[e] : "")
                    + "\n");
        }
    }

    private static String quoted(String field) {
        if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("'" + field + "' cannot be written in one line");
        }
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && !field.isBlank();
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
