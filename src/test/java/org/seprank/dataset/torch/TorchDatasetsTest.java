package org.seprank.dataset.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Truth;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.FormatException;
import org.seprank.file.Fuzz;
import org.seprank.file.ReadLimits;
import org.seprank.file.torch.Tensor;
import org.seprank.file.torch.TorchFile;
import org.seprank.file.torch.TorchSamples;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;

class TorchDatasetsTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Dataset sample(String name) throws IOException {
        String file = name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
        TorchSamples.copy(file, folder);
        return Datasets.read(folder.resolve(name), ParallelEdges.FIRST, warnings::add);
    }

    private static float[] values(Features features) {
        return features.toDense().values();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.pt", "data_legacy.pt", "data_dict.pt", "data_old.pt"})
    void dataOfEveryVersionIsOneGraph(String name) throws IOException {
        NodeDataset data = (NodeDataset) sample(name);
        Graph graph = data.graph();
        assertThat(graph.directed()).isFalse();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.weight(0)).isEqualTo(0.5);
        assertThat(graph.weight(1)).isEqualTo(2);
        assertThat(values(data.features())).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(values(data.edgeFeatures())).containsExactly(1, 2);
        assertThat(data.labels().toArray()).containsExactly(0, 1, 1);
        assertThat(data.splits()).hasToString("[public 1/1/1]");
        assertThat(data.provenance().format()).isEqualTo("torch");
        assertThat(warnings.toString()).contains(name.equals("data_old.pt") ? "[]" : "left out are pos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collated.pt", "collated_dict.pt"})
    void collatedGraphsAreCutApart(String name) throws IOException {
        GraphDataset data = (GraphDataset) sample(name);
        assertThat(data.graphs().stream().map(Graph::vertexCount)).containsExactly(2, 3);
        assertThat(data.graphs().get(1).edgeBetween(1, 2)).isEqualTo(1);
        assertThat(values(data.features())).containsExactly(1, 2, 3, 4, 5);
        assertThat(values(data.edgeFeatures())).containsExactly(10, 20, 22);
        assertThat(data.truth().kind()).isEqualTo(Truth.Kind.NUMBERS);
        assertThat(data.truth().values().toArray()).containsExactly(0.5, -1.5);
    }

    /** Vertices of a batch are numbered on from graph to graph. */
    @ParameterizedTest
    @ValueSource(strings = {"batch.pt", "batch_old.pt"})
    void batchesAreCutApart(String name) throws IOException {
        GraphDataset data = (GraphDataset) sample(name);
        assertThat(data.graphs().stream().map(Graph::vertexCount)).containsExactly(2, 3);
        assertThat(data.graphs().stream().map(Graph::edgeCount)).containsExactly(1, 2);
        assertThat(data.graphs().get(1).edgeBetween(1, 2)).isEqualTo(1);
        assertThat(values(data.features())).containsExactly(1, 2, 3, 4, 5);
        assertThat(values(data.edgeFeatures())).containsExactly(10, 20, 22);
        assertThat(data.labels().toArray()).containsExactly(1, 0);
    }

    @Test
    void damagedBatchesAreRefused() {
        GraphValues graph = new GraphValues(Map.of("edge_index", Tensor.of(new long[] {0, 2, 1, 1}, 2, 2)));
        assertThatThrownBy(() -> Batched.parts(graph.with("ptr", Tensor.of(new long[] {0, 2, 3}, 3))))
                .hasMessageContaining("column 1 is (2, 1), which is within no graph of the batch");
        assertThatThrownBy(() -> Batched.parts(graph.with("batch", Tensor.of(new long[] {0, 1, 0}, 3))))
                .hasMessageContaining("'batch' does not ascend");
        assertThatThrownBy(() -> Batched.parts(graph.with("batch", Tensor.of(new long[] {0, 0, 9}, 3))))
                .hasMessageContaining("'batch' ends with 9");
        assertThat(Batched.parts(graph)).containsExactly(graph);
    }

    @Test
    void relationsWithFeaturesOfDifferentWidthsHaveColumnsOfTheirOwn() throws IOException {
        NodeDataset data = (NodeDataset) sample("hetero_dict.pt");
        assertThat(data.graph().vertexCount()).isEqualTo(3);
        assertThat(data.labels().toArray()).containsExactly(1, 0, -1);
        assertThat(data.edgeFeatures().columns()).isEqualTo(3);
        float[] rows = values(data.edgeFeatures());
        int writes = data.graph().edgeBetween(2, 0);
        int cites = data.graph().edgeBetween(1, 0);
        assertThat(Arrays.copyOfRange(rows, 3 * writes, 3 * writes + 3)).containsExactly(7, 0, 0);
        assertThat(Arrays.copyOfRange(rows, 3 * cites, 3 * cites + 3)).containsExactly(0, 1, 2);
        assertThat(warnings.toString()).contains("each has columns of its own: a.writes.p 0..0, p.to.p 1..2");
        NodeDataset one = (NodeDataset) sample("hetero_dict.pt#to");
        assertThat(values(one.edgeFeatures())).containsExactly(1, 2);
        warnings.clear();
        NodeDataset even = (NodeDataset) sample("hetero_even.pt");
        assertThat(even.edgeFeatures().columns()).isEqualTo(1);
        assertThat(values(even.edgeFeatures())[even.graph().edgeBetween(2, 1)]).isEqualTo(8);
        assertThat(warnings.toString()).doesNotContain("columns of its own");
    }

    @Test
    void collatedGraphsOfSeveralTypesAreCutApart() throws IOException {
        NodeDataset data = (NodeDataset) sample("hetero_collated.pt");
        assertThat(data.graph().vertexCount()).isEqualTo(3);
        assertThat(data.graph().edgeCount()).isEqualTo(1);
        assertThat(values(data.features())).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(values(data.edgeFeatures())).containsExactly(1);
        assertThat(data.labels().toArray()).containsExactly(1, 0, 1);
        assertThat(data.graphs().count()).isEqualTo(2);
        assertThat(data.graphs().start(1)).isEqualTo(2);
    }

    @Test
    void listsAndTuplesAreManyGraphs() throws IOException {
        assertThat(((GraphDataset) sample("list.pt")).labels().toArray()).containsExactly(1, 0);
        GraphDataset tuples = (GraphDataset) sample("tuples.pt");
        assertThat(values(tuples.features())).containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        assertThat(values(tuples.edgeFeatures())).containsExactly(1, 2, 1, 2);
        assertThat(tuples.truth().kind()).isEqualTo(Truth.Kind.EVENTS);
        assertThat(tuples.truth().values().toArray()).containsExactly(0, 1, 1, 0, 1, 1);
    }

    @Test
    void aPlainIndexIsAGraphWithDirectionsWhereOppositesAreMissing() throws IOException {
        NodeDataset data = (NodeDataset) sample("edge_index.pt");
        assertThat(data.graph().directed()).isTrue();
        assertThat(data.graph().edgeCount()).isEqualTo(4);
        assertThat(data.graph().edgeBetween(3, 2)).isNotNegative();
        assertThat(data.labels().missingCount()).isEqualTo(4);
        assertThat(warnings.toString()).contains("so the graph is directed");
    }

    @Test
    void relationsAreMergedOrChosen() throws IOException {
        NodeDataset all = (NodeDataset) sample("hetero.pt");
        assertThat(all.graph().vertexCount()).isEqualTo(4);
        assertThat(values(all.features())).containsExactly(1, 2, 0, 3, 4, 0, 0, 0, 5, 0, 0, 6);
        assertThat(all.labels().toArray()).containsExactly(1, 0, -1, -1);
        int writes = all.graph().edgeBetween(2, 1);
        assertThat(all.graph().edgeAttributes().value("relation", writes)).contains("0");
        assertThat(warnings.toString()).contains("author.writes.paper, paper.cites.paper");
        warnings.clear();
        NodeDataset cites = (NodeDataset) sample("hetero.pt#cites");
        assertThat(cites.graph().vertexCount()).isEqualTo(2);
        assertThat(cites.graph().directed()).isFalse();
        assertThat(warnings.toString()).contains("relations left out: [author.writes.paper]");
        assertThatThrownBy(() -> sample("hetero.pt#likes"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("relation 'likes' is none of [author.writes.paper, paper.cites.paper]");
        assertThatThrownBy(() -> sample("data.pt#likes")).hasMessageContaining("it has no relations");
    }

    @Test
    void whatIsNoGraphIsSaidByName() {
        assertThatThrownBy(() -> sample("tensors.pt"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("it holds a dictionary of [transposed, column");
    }

    @Test
    void partsOfASplitInAFolderAreOneDataset() throws IOException {
        Files.move(TorchSamples.copy("list.pt", folder), folder.resolve("train.pt"));
        Files.copy(folder.resolve("train.pt"), folder.resolve("val.pt"));
        Files.copy(folder.resolve("train.pt"), folder.resolve("test.pt"));
        GraphDataset data = (GraphDataset) Datasets.read(folder);
        assertThat(data.size()).isEqualTo(6);
        assertThat(data.splits()).hasToString("[given 2/2/2]");
    }

    @Test
    void anEdgeKeepsTheFeaturesOfTheArcThatItWas() {
        Graph arc = Graph.directed(2, new int[][] {{1, 0}});
        NodeDataset directed = NodeDataset.of("arc", arc, Features.none(2), Labels.missing(2))
                .withEdgeFeatures(DenseFeatures.over(1, 1, new float[] {7}));
        assertThat(values(directed.withGraph(arc.asUndirected()).edgeFeatures()))
                .containsExactly(7);
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper()
                .readTree(Shared.file("data/torch/expected.json").toFile());
    }

    private static void check(Features features, JsonNode expected) {
        float[] values = values(features);
        assertThat(features.rows()).isEqualTo(expected.get("shape").get(0).asInt());
        for (int k = 0; k < expected.get("values").size(); k++) {
            assertThat(values[k])
                    .isEqualTo((float) expected.get("values").get(k).asDouble());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate_data.pt", "karate_data_legacy.pt", "karate_dict.pt"})
    void theReferenceKarateIsReadExactly(String name) throws IOException {
        JsonNode expected = expected().get("karate_data.pt");
        NodeDataset data = (NodeDataset) Datasets.read(Shared.file("data/torch/" + name));
        check(data.features(), expected.get("x"));
        Graph graph = data.graph();
        assertThat(2 * graph.edgeCount()).isEqualTo(156);
        long[] tails = LongStream.range(0, 24)
                .map(k -> expected.get("edge_index").get("values").get((int) k).asLong())
                .toArray();
        assertThat(LongStream.of(tails).filter(tail -> tail == 0).count())
                .isEqualTo(graph.out().degree(0));
        JsonNode weights = expected.get("edge_weight").get("values");
        for (int e = 0; e < 16; e++) {
            assertThat(graph.weight(e)).isEqualTo(weights.get(e).asDouble());
        }
        for (int v = 0; v < 24; v++) {
            assertThat(data.labels().label(v))
                    .isEqualTo(expected.get("y").get("values").get(v).asInt());
        }
        assertThat(data.splits()).hasToString("[public 20/7/7]");
    }

    private static List<GraphValues> graphs(String name) throws IOException {
        Path file = Shared.file("data/torch/" + name);
        return GraphForms.of(TorchFile.read(file, ReadLimits.defaults())).orElseThrow();
    }

    /** Type, shape and all values that are given. */
    private static void check(Tensor tensor, JsonNode expected, boolean truncated) {
        JsonNode shape = expected.get("shape");
        assertThat(tensor.dimensions()).isEqualTo(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            assertThat(tensor.length(i)).isEqualTo(shape.get(i).asLong());
        }
        if (!truncated) {
            assertThat(tensor.type().id()).isEqualTo(expected.get("dtype").asText());
        }
        double[] values = tensor.reals();
        JsonNode given = expected.get("values");
        assertThat(given).isNotEmpty();
        for (int k = 0; k < given.size(); k++) {
            double value = given.get(k).asDouble();
            assertThat(values[k]).isEqualTo(truncated ? (double) (long) value : value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate_data.pt", "karate_data_legacy.pt", "karate_dict.pt"})
    void everyTensorOfTheReferenceKarateIsRead(String name) throws IOException {
        GraphValues data = graphs(name).get(0);
        assertThat(expected().get("karate_data.pt").properties()).hasSize(7);
        for (Map.Entry<String, JsonNode> entry :
                expected().get("karate_data.pt").properties()) {
            check(
                    data.tensor(entry.getKey()).orElseThrow(() -> new AssertionError(entry.getKey())),
                    entry.getValue(),
                    false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graphs_collated.pt",
                "graphs_collated_dict.pt",
                "graphs_list.pt",
                "graphs_regression.pt",
                "graphs_tuples_multilabel.pt"
            })
    void everyTensorOfTheReferenceGraphsIsRead(String name) throws IOException {
        JsonNode expected = expected().get("graphs");
        List<GraphValues> graphs = graphs(name);
        boolean tuples = name.contains("tuples");
        for (int g = 0; g < graphs.size(); g++) {
            JsonNode one = expected.get(g);
            check(graphs.get(g).tensor("x").orElseThrow(), one.get("x"), tuples);
            check(graphs.get(g).tensor("edge_attr").orElseThrow(), one.get("edge_attr"), tuples);
            Tensor index = graphs.get(g).tensor("edge_index").orElseThrow();
            assertThat(index.length(1)).isEqualTo(one.get("arcs").asLong());
            assertThat(Arrays.stream(index.integers()).max().orElseThrow())
                    .isLessThan(one.get("n").asLong());
            if (!tuples && !name.contains("regression")) {
                assertThat(graphs.get(g).tensor("y").orElseThrow().integers())
                        .containsExactly(one.get("y").asLong());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graphs_collated.pt",
                "graphs_collated_dict.pt",
                "graphs_list.pt",
                "graphs_regression.pt",
                "graphs_tuples_multilabel.pt"
            })
    void theReferenceGraphsAreReadExactly(String name) throws IOException {
        JsonNode expected = expected().get("graphs");
        GraphDataset data = (GraphDataset) Datasets.read(Shared.file("data/torch/" + name));
        assertThat(data.size()).isEqualTo(name.equals("graphs_list.pt") ? 4 : expected.size());
        boolean truncated = name.contains("tuples");
        for (int g = 0; g < data.size(); g++) {
            JsonNode one = expected.get(g);
            assertThat(data.graphs().get(g).vertexCount())
                    .isEqualTo(one.get("n").asInt());
            assertThat(2 * data.graphs().get(g).edgeCount())
                    .isEqualTo(one.get("arcs").asInt());
            if (!truncated) {
                check(data.features(g), one.get("x"));
            }
            if (name.contains("regression")) {
                assertThat(data.truth().values().value(g, 0)).isEqualTo((float) (g / 3.0));
            }
            if (name.contains("collated")) {
                assertThat(data.labels().label(g)).isEqualTo(one.get("y").asInt());
            }
        }
    }

    @Test
    void theReferenceFolderAndEdgeIndicesAreRead() throws IOException {
        NodeDataset city = (NodeDataset) Datasets.read(Shared.file("data/torch/city"));
        assertThat(city.graph().vertexCount()).isEqualTo(99);
        assertThat(2 * city.graph().edgeCount()).isEqualTo(356);
        assertThat(city.featureCount()).isEqualTo(4);
        assertThat(city.classCount()).isEqualTo(10);
        assertThat(city.splits()).hasSize(1);
        NodeDataset cora = (NodeDataset) Datasets.read(Shared.file("data/torch/borf_cora_edge_index.pt"));
        assertThat(cora.graph().directed()).isTrue();
        assertThat(cora.graph().edgeCount()).isEqualTo(10586);
        NodeDataset hetero = (NodeDataset) Datasets.read(Shared.file("data/torch/hetero_data.pt"));
        assertThat(hetero.graph().edgeCount()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.pt",
                "data_legacy.pt",
                "collated.pt",
                "tuples.pt",
                "hetero.pt",
                "edge_index.pt",
                "batch.pt",
                "hetero_collated.pt"
            })
    void mutatedFilesAreReadOrRefused(String name) throws IOException {
        Path file = TorchSamples.copy(name, folder);
        Fuzz.check(file, 300, () -> Datasets.read(file));
    }
}
