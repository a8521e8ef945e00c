package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.synthetic.ContextualBlockModel;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;

class WritersTest {
    @TempDir
    Path folder;

    private static void assertSame(NodeDataset read, NodeDataset written) {
        assertThat(read.contentHash()).isEqualTo(written.contentHash());
        assertThat(read.splits()).hasSameSizeAs(written.splits());
        for (int k = 0; k < read.splits().size(); k++) {
            for (Split.Part part : Split.Part.values()) {
                assertThat(read.splits().get(k).indices(part))
                        .containsExactly(written.splits().get(k).indices(part));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.npz", "sub/out", "sub/deep/out.npz"})
    void whatIsWrittenIsReadBack(String name) throws IOException {
        NodeDataset dataset = new ContextualBlockModel(120, 3, 7, 4, 0.7, 1).generate(5);
        List<Split> splits = SplitSpec.parse("folds:3").over(dataset.labels(), List.of(), 1);
        NodeDataset split = dataset.withSplits(splits);
        Datasets.write(split, folder.resolve(name));
        assertSame(Read.nodes(folder.resolve(name)), split);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out-directed.npz", "out"})
    void directionAndWeightsAreKept(String name) throws IOException {
        GraphBuilder builder = GraphBuilder.over(3, true);
        builder.edge(0, 1, 0.1);
        builder.edge(1, 0, 1 / 3.0);
        builder.edge(2, 0, -7);
        NodeDataset dataset = NodeDataset.of("d", builder.build(), Features.none(3), Labels.of(-1, 1, 0));
        Datasets.write(dataset, folder.resolve(name));
        assertSame(Read.nodes(folder.resolve(name)), dataset);
    }

    @Test
    void undirectedWeightsAreKept() throws IOException {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 0.1);
        builder.edge(1, 2, 5);
        NodeDataset dataset = NodeDataset.of("w", builder.build(), Features.none(3), Labels.of(0, 1, 0));
        Datasets.write(dataset, folder.resolve("w.npz"));
        assertSame(Read.nodes(folder.resolve("w.npz")), dataset);
    }

    @Test
    void csvKeepsAwkwardIds() throws IOException {
        List<String> ids = List.of("a,b", "say \"hi\"", " c ");
        GraphBuilder builder = GraphBuilder.over(VertexIds.of(ids), false);
        builder.edge(0, 2);
        Features features = DenseFeatures.over(3, 1, new float[] {1e-7f, 3, -2.5f});
        NodeDataset dataset = NodeDataset.of("ids", builder.build(), features, Labels.of(0, 0, 1));
        Datasets.write(dataset, folder.resolve("ids"));
        NodeDataset read = Read.nodes(folder.resolve("ids"));
        assertSame(read, dataset);
        for (int v = 0; v < 3; v++) {
            assertThat(read.graph().ids().id(v)).isEqualTo(ids.get(v));
        }
    }

    @Test
    void equalDatasetsMakeEqualFiles() throws IOException {
        NodeDataset dataset = new ContextualBlockModel(40, 2, 3, 4, 0.7, 1).generate(5);
        Datasets.write(dataset, folder.resolve("a.npz"));
        Datasets.write(dataset, folder.resolve("b.npz"));
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void npzNamesMustTellTheDirection() {
        NodeDataset directed =
                NodeDataset.of("d", Graph.directed(2, new int[][] {{0, 1}}), Features.none(2), Labels.of(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.write(directed, folder.resolve("x.npz")))
                .withMessageContaining("directed");
        assertThat(folder.resolve("x.npz")).doesNotExist();
    }

    @Test
    void publicSetsSurviveBothFormats() throws IOException {
        NodeDataset cora = Read.nodes(Shared.file("data/planetoid/ind.cora.graph"));
        Datasets.write(cora, folder.resolve("cora.npz"));
        assertSame(Read.nodes(folder.resolve("cora.npz")), cora);
        NodeDataset texas = Read.nodes(Shared.file("data/heterophilous/texas.npz"));
        Datasets.write(texas, folder.resolve("texas"));
        assertSame(Read.nodes(folder.resolve("texas")), texas);
    }
}
