package org.seprank.dataset.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Graph;

/** Writes the folder that {@link TuReader} reads; the dataset is called as the folder is. */
final class TuWriter implements GraphSetWriter {
    /** What goes into a file. */
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    @Override
    public void write(GraphDataset dataset, Path folder, Consumer<String> warnings) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("'" + folder + "' is a file, not a folder");
        }
        GraphSetWriter.warn(dataset, warnings);
        String base = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        text(folder, base + "_A.txt", out -> eachEntry(dataset, (u, v, row) -> out.write(u + ", " + v + "\n")));
        classesAndValues(dataset, folder, base);
        rows(
                folder,
                base + "_node",
                CodedRows.of(dataset.features(), dataset.coding().vertices()),
                out -> {
                    for (int v = 0; v < dataset.features().rows(); v++) {
                        out.row(v);
                    }
                });
        edges(dataset, folder, base, warnings);
        text(folder, base + "_graph_indicator.txt", out -> indicator(dataset, out)); // by which it is recognised
    }

    /** Classes unless only values are known; one of the files that is not wanted any more goes. */
    private static void classesAndValues(GraphDataset dataset, Path folder, String base) throws IOException {
        TargetValues values = dataset.truth().values();
        String classes = base + "_graph_labels.txt";
        String numbers = base + "_graph_attributes.txt";
        if (values.columns() == 0) {
            Files.deleteIfExists(folder.resolve(numbers));
        } else {
            text(folder, numbers, out -> {
                for (int g = 0; g < dataset.size(); g++) {
                    int row = g;
                    out.write(IntStream.range(0, values.columns())
                                    .mapToObj(c -> Double.toString(values.value(row, c)))
                                    .collect(Collectors.joining(", "))
                            + "\n");
                }
            });
        }
        if (values.columns() > 0 && dataset.labels().missingCount() == dataset.size()) {
            Files.deleteIfExists(folder.resolve(classes));
        } else {
            text(folder, classes, out -> labels(dataset, out));
        }
    }

    private static void edges(GraphDataset dataset, Path folder, String base, Consumer<String> warnings)
            throws IOException {
        boolean weighted = GraphSetWriter.weighted(dataset);
        if (weighted) {
            warnings.accept("the weights are written as the last attribute of the edges");
        }
        CodedRows coded = CodedRows.of(
                weighted ? withWeights(dataset) : dataset.edgeFeatures(),
                dataset.coding().edges());
        rows(folder, base + "_edge", coded, out -> eachEntry(dataset, (u, v, row) -> out.row(row)));
    }

    /** The features of the edges, and their weights as one more column. */
    private static Features withWeights(GraphDataset dataset) {
        Features features = dataset.edgeFeatures();
        EntryCollector entries = new EntryCollector();
        float[] row = new float[features.columns()];
        int next = 0;
        for (Graph graph : dataset.graphs()) {
            for (int e = 0; e < graph.edgeCount(); e++) {
                if (row.length > 0) {
                    features.copyRow(next, row, 0);
                }
                for (int c = 0; c < row.length; c++) {
                    entries.add(next, c, row[c]);
                }
                entries.add(next++, row.length, (float) graph.weight(e));
            }
        }
        return entries.build(next, row.length + 1);
    }

    private static void text(Path folder, String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        AtomicFile.makeFolder(file);
        AtomicFile.write(file, out -> {
            try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                content.writeTo(text);
            }
        });
    }

    /** Gets an entry of the adjacency: its ends, from 1, and the row of its edge. */
    private interface Entry {
        void accept(int u, int v, int row) throws IOException;
    }

    /** Every edge from both its ends. */
    private static void eachEntry(GraphDataset dataset, Entry entry) throws IOException {
        for (int g = 0; g < dataset.size(); g++) {
            Graph graph = dataset.graphs().get(g);
            int first = dataset.vertexOffset(g) + 1;
            for (int e = 0; e < graph.edgeCount(); e++) {
                int row = dataset.edgeOffset(g) + e;
                entry.accept(first + graph.source(e), first + graph.target(e), row);
                entry.accept(first + graph.target(e), first + graph.source(e), row);
            }
        }
    }

    private static void labels(GraphDataset dataset, Writer out) throws IOException {
        for (int g = 0; g < dataset.size(); g++) {
            out.write(dataset.coding().classNumber(dataset.labels().label(g)) + "\n");
        }
    }

    private static void indicator(GraphDataset dataset, Writer out) throws IOException {
        for (int g = 0; g < dataset.size(); g++) {
            out.write(((g + 1) + "\n").repeat(dataset.graphs().get(g).vertexCount()));
        }
    }

    /** Hands over numbers of rows. */
    private interface Rows {
        void writeTo(Row out) throws IOException;
    }

    /** Writes a row. */
    private interface Row {
        void row(int i) throws IOException;
    }

    /** Categories and numbers as a file each; one that is not wanted any more goes. */
    private static void rows(Path folder, String base, CodedRows coded, Rows rows) throws IOException {
        column(folder, base + "_labels.txt", coded.categoryCount(), coded::categories, rows);
        column(folder, base + "_attributes.txt", coded.numberCount(), coded::numbers, rows);
    }

    private static void column(Path folder, String name, int width, IntFunction<List<String>> fields, Rows rows)
            throws IOException {
        if (width == 0) {
            Files.deleteIfExists(folder.resolve(name));
            return;
        }
        text(folder, name, out -> rows.writeTo(i -> out.write(String.join(", ", fields.apply(i)) + "\n")));
    }
}
