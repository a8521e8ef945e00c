package org.seprank.dataset.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.seprank.dataset.GraphDataset;
import org.seprank.file.AtomicFile;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;

/** Writes the text that {@link DgcnnReader} reads. */
final class DgcnnWriter implements GraphSetWriter {
    @Override
    public void write(GraphDataset dataset, Path path, Consumer<String> warnings) throws IOException {
        GraphSetWriter.warn(dataset, warnings);
        if (dataset.edgeFeatures().columns() > 0) {
            warnings.accept("the features of edges are left out");
        }
        if (GraphSetWriter.weighted(dataset)) {
            warnings.accept("the weights are left out");
        }
        List<List<Long>> tags = dataset.coding().vertices();
        CodedRows rows = CodedRows.of(dataset.features(), tags.size() == 1 ? tags : List.of());
        if (rows.categoryCount() == 0) {
            warnings.accept("every vertex gets the tag 0, which is read as a feature that is 1");
        }
        AtomicFile.write(path, out -> {
            try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                text.write(dataset.size() + "\n");
                for (int g = 0; g < dataset.size(); g++) {
                    graph(dataset, g, rows, text);
                }
            }
        });
    }

    private static void graph(GraphDataset dataset, int g, CodedRows rows, Writer text) throws IOException {
        Graph graph = dataset.graphs().get(g);
        long label = dataset.coding().classNumber(dataset.labels().label(g));
        text.write(graph.vertexCount() + " " + label + "\n");
        Adjacency adjacency = graph.asUndirected().out();
        for (int v = 0; v < graph.vertexCount(); v++) {
            int row = dataset.vertexOffset(g) + v;
            List<String> fields = new ArrayList<>(rows.categoryCount() == 0 ? List.of("0") : rows.categories(row));
            fields.add(Integer.toString(adjacency.degree(v)));
            for (int k = adjacency.offsets()[v]; k < adjacency.offsets()[v + 1]; k++) {
                fields.add(Integer.toString(adjacency.neighbours()[k]));
            }
            fields.addAll(rows.numbers(row));
            text.write(String.join(" ", fields) + "\n");
        }
    }
}
