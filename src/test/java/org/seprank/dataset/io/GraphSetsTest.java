package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class GraphSetsTest {
    @TempDir
    private Path folder;

    private static GraphDataset read(Path path) throws IOException {
        return (GraphDataset) Datasets.read(path);
    }

    private List<String> write(GraphDataset dataset, Path path) throws IOException {
        List<String> warnings = new ArrayList<>();
        GraphSets.write(dataset, path, warnings::add);
        return warnings;
    }

    @Test
    void aFolderOfTuIsWrittenAsItWas() throws IOException {
        Path tu = Fixtures.tu(folder.resolve("in"));
        Path again = Files.createDirectories(folder.resolve("out")).resolve("DS");
        assertThat(write(read(tu), again)).isEmpty();
        assertThat(read(again).contentHash()).isEqualTo(read(tu).contentHash());
        for (String part : List.of("graph_indicator", "graph_labels", "node_labels")) {
            assertThat(again.resolve("DS_" + part + ".txt")).hasSameTextualContentAs(tu.resolve("DS_" + part + ".txt"));
        }
        assertThat(Files.readAllLines(again.resolve("DS_node_attributes.txt"))).contains("0.5, 1", "-3, 4");
        assertThat(Files.readAllLines(again.resolve("DS_edge_labels.txt")))
                .containsExactly("1", "1", "2", "2", "1", "1");
    }

    @Test
    void textOfDgcnnIsWrittenAsItWas() throws IOException {
        Path text = Fixtures.dgcnn(folder);
        Path again = folder.resolve("again.txt");
        assertThat(write(read(text), again)).isEmpty();
        assertThat(again).hasSameTextualContentAs(text);
    }

    @Test
    void theOtherFormHoldsTheSame() throws IOException {
        GraphDataset text = read(Fixtures.dgcnn(folder));
        write(text, folder.resolve("as-tu"));
        assertThat(read(folder.resolve("as-tu")).contentHash()).isEqualTo(text.contentHash());
        GraphDataset tu = read(Fixtures.tu(folder.resolve("in")));
        assertThat(write(tu, folder.resolve("tu.txt"))).containsExactly("the features of edges are left out");
        GraphDataset back = read(folder.resolve("tu.txt"));
        assertThat(back.features()).isEqualTo(tu.features());
        assertThat(back.labels()).isEqualTo(tu.labels());
    }

    @Test
    void whatIsNotOneHotIsWrittenAsNumbers() throws IOException {
        GraphDataset tu = read(Fixtures.tu(folder.resolve("in")));
        SparseFeatures edges = tu.edgeFeatures().toSparse();
        float[] halves = edges.values().clone();
        Arrays.fill(halves, 0.5f);
        Features half = SparseFeatures.over(edges.rows(), edges.columns(), edges.offsets(), edges.indices(), halves);
        write(tu.withGraphs(tu.graphs(), tu.features(), half), folder.resolve("half"));
        assertThat(folder.resolve("half/half_edge_labels.txt")).doesNotExist();
        assertThat(read(folder.resolve("half")).edgeFeatures()).isEqualTo(half);
    }

    @Test
    void weightsAreTheLastAttributeOfTheEdges() throws IOException {
        GraphDataset tu = read(Fixtures.tu(folder.resolve("in")));
        GraphBuilder weighted = GraphBuilder.over(3, false);
        weighted.edge(0, 1, 0.25);
        weighted.edge(1, 2, 2);
        List<Graph> graphs =
                List.of(weighted.build(), tu.graphs().get(1), tu.graphs().get(2));
        assertThat(write(tu.withGraphs(graphs, tu.features(), tu.edgeFeatures()), folder.resolve("w")))
                .containsExactly("the weights are written as the last attribute of the edges");
        assertThat(Files.readAllLines(folder.resolve("w/w_edge_labels.txt")))
                .containsExactly("1", "1", "2", "2", "1", "1");
        assertThat(Files.readAllLines(folder.resolve("w/w_edge_attributes.txt")))
                .containsExactly("0.25", "0.25", "2", "2", "1", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "set.txt"})
    void generatedSetsKeepGraphsAndLabels(String name) throws IOException {
        GraphDataset motifs =
                (GraphDataset) SyntheticTask.parse("synthetic:two-motifs").generate(1);
        write(motifs, folder.resolve(name));
        GraphDataset back = read(folder.resolve(name));
        assertThat(back.labels()).isEqualTo(motifs.labels());
        for (int g = 0; g < motifs.size(); g++) {
            assertThat(back.graphs().get(g).contentHash())
                    .isEqualTo(motifs.graphs().get(g).contentHash());
        }
    }

    @Test
    void graphsWithoutLabelsAreRefused() {
        GraphDataset bare = GraphDataset.of(
                "bare", List.of(Graph.undirected(2, new int[][] {{0, 1}})), Features.none(2), Labels.missing(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSets.check(bare, folder.resolve("x")))
                .withMessageContaining("1 of the 1 graphs have no label");
    }
}
