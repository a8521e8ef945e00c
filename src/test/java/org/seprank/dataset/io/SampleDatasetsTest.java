package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.graph.Graph;

/** The small datasets that come with the project are what their README says. */
class SampleDatasetsTest {
    private static final String BLOCKS =
            "synthetic:csbm,n=500,classes=4,features=12,degree=8,homophily=0.75,signal=1.2";
    private static final String MOTIFS = "synthetic:two-motifs,n=16,count=100";

    @Test
    void theBlockModelIsGeneratedWithSeedZero() throws IOException {
        NodeDataset sample = Read.nodes(Path.of("graphs", "csbm"));
        assertThat(sample.contentHash())
                .isEqualTo(SyntheticTask.parse(BLOCKS).generate(0).contentHash());
        assertThat(sample.splits()).hasSize(1);
    }

    @Test
    void theMotifsAreGeneratedWithSeedZero() throws IOException {
        GraphDataset sample = Read.graphs(Path.of("graphs", "motifs"));
        GraphDataset generated = (GraphDataset) SyntheticTask.parse(MOTIFS).generate(0);
        assertThat(sample.contentHash()).isEqualTo(generated.contentHash());
    }

    @Test
    @Disabled("writes the samples; run by hand after a change of the tasks")
    void writeTheSamples() throws IOException {
        Datasets.write((NodeDataset) SyntheticTask.parse(BLOCKS).generate(0), Path.of("graphs", "csbm"));
        writeTu((GraphDataset) SyntheticTask.parse(MOTIFS).generate(0), Path.of("graphs", "motifs"));
    }

    private static void writeTu(GraphDataset dataset, Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        List<String> indicator = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int g = 0; g < dataset.size(); g++) {
            Graph graph = dataset.graphs().get(g);
            int first = dataset.vertexOffset(g) + 1;
            labels.add(Integer.toString(dataset.labels().label(g)));
            for (int v = 0; v < graph.vertexCount(); v++) {
                indicator.add(Integer.toString(g + 1));
                tags.add(Integer.toString(Math.min(5, graph.out().degree(v))));
            }
            for (int e = 0; e < graph.edgeCount(); e++) {
                int u = first + graph.source(e);
                int v = first + graph.target(e);
                entries.add(u + ", " + v);
                entries.add(v + ", " + u);
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("motifs_A.txt"), entries);
        Files.write(folder.resolve("motifs_graph_indicator.txt"), indicator);
        Files.write(folder.resolve("motifs_graph_labels.txt"), labels);
        Files.write(folder.resolve("motifs_node_labels.txt"), tags);
    }
}
