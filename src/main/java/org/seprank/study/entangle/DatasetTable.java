package org.seprank.study.entangle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.entangle.DataTable;
import org.seprank.entangle.SiteGrid;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.study.input.DatasetInput;

/**
 * Datasets as tables: of many graphs on one vertex set each graph is a sample and each vertex a site; of one graph each
 * vertex is a sample and each feature a site, or each feature, such as a moment in time, a sample of numbers at the
 * vertices.
 *
 * @param dataset the dataset
 * @param reading how it is read
 * @param warnings gets what is left out
 */
record DatasetTable(Dataset dataset, TableReading reading, Consumer<String> warnings) {
    TableInput input(String location) {
        List<Block.Input> inputs = DatasetInput.inputs(dataset, location);
        if (dataset instanceof GraphDataset graphs) {
            return ofGraphs(graphs, inputs);
        }
        NodeDataset nodes = dataset instanceof LinkDataset links ? links.whole() : (NodeDataset) dataset;
        if (nodes.featureCount() == 0) {
            throw new IllegalArgumentException(location + " has no features, so there is nothing to entangle");
        }
        return reading.sites() == TableReading.Sites.VERTICES ? ofMoments(nodes, inputs) : ofItems(nodes, inputs);
    }

    private TableInput ofItems(NodeDataset nodes, List<Block.Input> inputs) {
        Features features = nodes.features();
        List<String> sites = IntStream.range(0, features.columns())
                .mapToObj(Integer::toString)
                .toList();
        SampleLabels labels = reading.labelled()
                ? SampleLabels.of(nodes.truth(), reading.positive())
                : SampleLabels.none(features.rows());
        DataTable table = TableInput.table(sites, 1, v -> numbers(features, v, 1), labels, features.rows(), warnings);
        return new TableInput(table, SiteGrid.line(sites.size()), labels.words(), TableInput.Sites.features(), inputs);
    }

    private static TableInput ofMoments(NodeDataset nodes, List<Block.Input> inputs) {
        Features features = nodes.features();
        double[][] rows = new double[features.columns()][features.rows()];
        float[] row = new float[features.columns()];
        for (int v = 0; v < features.rows(); v++) {
            features.copyRow(v, row, 0);
            for (int moment = 0; moment < row.length; moment++) {
                rows[moment][v] = row[moment];
            }
        }
        Graph graph = nodes.graph();
        DataTable table = DataTable.over(ids(graph), 1, rows, DataTable.unlabelled(rows.length));
        TableInput.Sites sites = TableInput.Sites.vertices(List.of(graph), nodes.labels());
        return new TableInput(table, SiteGrid.line(graph.vertexCount()), "none", sites, inputs);
    }

    private TableInput ofGraphs(GraphDataset graphs, List<Block.Input> inputs) {
        int n = graphs.graphs().get(0).vertexCount();
        int channels = graphs.featureCount();
        if (graphs.graphs().stream().anyMatch(graph -> graph.vertexCount() != n)) {
            int least =
                    graphs.graphs().stream().mapToInt(Graph::vertexCount).min().orElseThrow();
            int most =
                    graphs.graphs().stream().mapToInt(Graph::vertexCount).max().orElseThrow();
            throw new IllegalArgumentException("the graphs of " + graphs.name() + " have " + least + " to " + most
                    + " vertices; entanglement is of graphs on one vertex set");
        }
        if (channels == 0) {
            throw new IllegalArgumentException("the graphs of " + graphs.name() + " have no features to entangle");
        }
        SampleLabels labels = reading.labelled()
                ? SampleLabels.of(graphs.truth(), reading.positive())
                : SampleLabels.none(graphs.size());
        DataTable table = TableInput.table(
                ids(graphs.graphs().get(0)),
                channels,
                g -> numbers(graphs.features(), graphs.vertexOffset(g), n),
                labels,
                graphs.size(),
                warnings);
        Map<String, Graph> different = new LinkedHashMap<>();
        Set<Graph> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Graph graph : graphs.graphs()) {
            if (seen.add(graph)) {
                different.putIfAbsent(graph.contentHash(), graph);
            }
        }
        TableInput.Sites sites = TableInput.Sites.vertices(new ArrayList<>(different.values()), Labels.missing(n));
        return new TableInput(table, SiteGrid.line(n), labels.words(), sites, inputs);
    }

    private static List<String> ids(Graph graph) {
        return IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> graph.ids().id(v))
                .toList();
    }

    /** Some rows one after the other. */
    private static double[] numbers(Features features, int first, int rows) {
        int d = features.columns();
        float[] row = new float[rows * d];
        for (int i = 0; i < rows; i++) {
            features.copyRow(first + i, row, i * d);
        }
        double[] numbers = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            numbers[i] = row[i];
        }
        return numbers;
    }
}
