package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.io.SplitFile;
import org.seprank.file.FormatException;
import org.seprank.file.torch.TorchSamples;
import org.seprank.graph.Graph;

/** Several graphs with labelled vertices in one dataset. */
class GraphRangesTest {
    private static final GraphRanges RANGES = GraphRanges.of(0, 3, 3, 5, 9);

    @TempDir
    private Path folder;

    private static NodeDataset data() {
        Graph graph = Graph.undirected(9, new int[][] {{0, 1}, {1, 2}, {3, 4}, {5, 6}, {6, 7}, {7, 8}});
        return NodeDataset.of(
                        "many",
                        graph,
                        DenseFeatures.over(9, 1, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}),
                        Labels.of(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0}))
                .withEdgeFeatures(DenseFeatures.over(6, 1, new float[] {10, 20, 30, 40, 50, 60}))
                .withGraphs(RANGES);
    }

    @Test
    void everyVertexIsOfTheGraphWhoseRangeItIsIn() {
        assertThat(IntStream.range(0, 9).map(RANGES::graphOf)).containsExactly(0, 0, 0, 2, 2, 3, 3, 3, 3);
        assertThat(GraphRanges.of(0, 0, 0, 2).graphOf(0)).isEqualTo(2);
        assertThat(RANGES.count()).isEqualTo(4);
        assertThat(RANGES.vertices(1)).isEmpty();
        assertThat(RANGES)
                .isEqualTo(GraphRanges.of(RANGES.toArray()))
                .hasSameHashCodeAs(GraphRanges.of(RANGES.toArray()));
        assertThatThrownBy(() -> GraphRanges.of(0, 5, 3)).hasMessageContaining("graph 2 ends at vertex 3");
        assertThatThrownBy(() -> GraphRanges.of(1, 5)).hasMessageContaining("start at 0");
    }

    @Test
    void noEdgeLeavesAGraph() {
        Graph joined = Graph.undirected(9, new int[][] {{0, 1}, {2, 3}});
        assertThatThrownBy(() -> data().withGraph(joined))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an edge joins graphs 1 and 3 of the 4");
        assertThatThrownBy(() -> data().withGraphs(GraphRanges.of(0, 4)))
                .hasMessageContaining("graphs of 4 vertices do not fit a graph with 9");
        assertThat(data().contentHash())
                .isNotEqualTo(data().withGraphs(GraphRanges.one(9)).contentHash());
    }

    @Test
    void aPartHasWhatIsKnownOfItsVerticesAndEdges() {
        NodeDataset last = data().part(3);
        assertThat(last.graph().edgeCount()).isEqualTo(3);
        assertThat(last.features().toDense().values()).containsExactly(6, 7, 8, 9);
        assertThat(last.edgeFeatures().toDense().values()).containsExactly(40, 50, 60);
        assertThat(last.labels().toArray()).containsExactly(1, 0, 1, 0);
        assertThat(last.graphs().several()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random:0.5/0.25/0.25",
                "stratified:0.5/0.25/0.25",
                "folds:2",
                "numpy:0.5/0.25/0.25",
                "per-class:2/1/1"
            })
    void splitsAreOfGraphs(String rule) {
        Dataset split = SplitSpec.parse(rule).appliedTo(data(), 3);
        assertThat(split.splits()).isNotEmpty();
        for (Split one : split.splits()) {
            assertThat(one.name()).endsWith(" of graphs");
            assertThat(one.count(Part.TRAIN) + one.count(Part.VALIDATION) + one.count(Part.TEST))
                    .isEqualTo(9);
            for (int g = 0; g < 4; g++) {
                int[] vertices = RANGES.vertices(g);
                for (Part part : Part.values()) {
                    assertThat(IntStream.of(vertices)
                                    .filter(v -> one.contains(part, v))
                                    .count())
                            .isIn(0L, (long) vertices.length);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"many.npz", "gnn.npz"})
    void archivesSayWhereGraphsStart(String name) throws IOException {
        NodeDataset split =
                (NodeDataset) SplitSpec.parse("random:0.5/0.25/0.25").appliedTo(data(), 3);
        NodeDataset written = name.startsWith("gnn") ? split.withEdgeFeatures(Features.none(0)) : split;
        Path file = folder.resolve(name);
        Datasets.write(written, file, name.startsWith("gnn") ? "gnn-benchmark-npz" : "heterophilous-npz");
        NodeDataset read = (NodeDataset) Datasets.read(file);
        assertThat(read.graphs()).isEqualTo(RANGES);
        assertThat(read.contentHash()).isEqualTo(written.contentHash());
        assertThat(read.splits().get(0).indices(Part.TRAIN))
                .isEqualTo(split.splits().get(0).indices(Part.TRAIN));
        assertThat(DatasetInfo.of(read).structure().graphs()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "planetoid"})
    void formatsWithoutAPlaceForGraphsSayso(String format) {
        NodeDataset split =
                (NodeDataset) SplitSpec.parse("random:0.5/0.25/0.25").appliedTo(data(), 3);
        assertThatThrownBy(
                        () -> Datasets.write(split.withEdgeFeatures(Features.none(0)), folder.resolve("out"), format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("several graphs")
                .hasMessageContaining("heterophilous-npz");
    }

    @Test
    void splitFilesAreOfGraphs() throws IOException {
        Path file = folder.resolve("split.json");
        Files.writeString(file, "{\"train\": [0, 1], \"val\": [3], \"test\": [2]}");
        Split split = SplitFile.read(file, data()).get(0);
        assertThat(split.indices(Part.TRAIN)).containsExactly(0, 1, 2);
        assertThat(split.indices(Part.VALIDATION)).containsExactly(5, 6, 7, 8);
        assertThat(split.indices(Part.TEST)).containsExactly(3, 4);
        Files.writeString(file, "{\"train\": [0, 1], \"test\": [4]}");
        assertThatThrownBy(() -> SplitFile.read(file, data()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'4', which is no graph in 0..3");
    }

    @Test
    void listsOfGraphsWithLabelledVerticesAreSeveralGraphs() throws IOException {
        NodeDataset read = (NodeDataset) Datasets.read(TorchSamples.copy("vertex_list.pt", folder));
        assertThat(read.graphs()).isEqualTo(GraphRanges.of(0, 3, 6));
        assertThat(read.labels().toArray()).containsExactly(0, 1, 1, 1, 0, 0);
        assertThat(read.part(1).edgeFeatures().toDense().values()).containsExactly(1, 2);
        assertThat(read.graph().edgeBetween(2, 3)).isNegative();
    }

    @Test
    void partsOfASplitInAFolderAreOfGraphs() throws IOException {
        Files.move(TorchSamples.copy("vertex_list.pt", folder), folder.resolve("train.pt"));
        Files.copy(folder.resolve("train.pt"), folder.resolve("val.pt"));
        Files.copy(folder.resolve("train.pt"), folder.resolve("test.pt"));
        NodeDataset read = (NodeDataset) Datasets.read(folder);
        assertThat(read.graphs().count()).isEqualTo(6);
        assertThat(read.splits()).hasToString("[given 6/6/6]");
        assertThat(List.of(read.graphs().graphOf(5), read.graphs().graphOf(6))).containsExactly(1, 2);
    }
}
