package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.torch.TorchSamples;
import org.seprank.graph.Graph;
import org.seprank.graph.io.GraphReader;

class DatasetConvertCommandTest {
    @TempDir
    Path folder;

    private Dataset converted(Path in, Path out, String... more) throws IOException {
        String[] words = new String[4 + more.length];
        String[] first = {"dataset", "convert", in.toString(), out.toString()};
        System.arraycopy(first, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return Datasets.read(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.npz", "data"})
    void aGraphKeepsEverything(String name) throws IOException {
        Path sample = TorchSamples.copy("data.pt", folder);
        Dataset before = Datasets.read(sample);
        Dataset after = converted(sample, folder.resolve(name));
        assertThat(after.contentHash()).isEqualTo(before.contentHash());
        assertThat(after.splits()).hasSize(1);
        assertThat(after.edgeFeatures()).isEqualTo(before.edgeFeatures());
    }

    @Test
    void manyGraphsKeepTheirTargetsAndEdgeFeatures() throws IOException {
        for (String name : new String[] {"collated.pt", "tuples.pt", "list.pt"}) {
            Path sample = TorchSamples.copy(name, folder);
            Dataset before = Datasets.read(sample);
            Dataset after = converted(sample, folder.resolve(name + ".d"));
            assertThat(after.contentHash()).isEqualTo(before.contentHash());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"toy.npz", "toy"})
    void targetsOfVerticesAreKept(String name) throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("vertices.csv"), "id,label,target:a,target:b,f0\n0,,1.5,,1\n1,,,-2,0\n");
        Files.writeString(csv.resolve("edges.csv"), "source,target,w\n0,1,7\n");
        Dataset before = Datasets.read(csv);
        assertThat(before.truth().values().names()).containsExactly("a", "b");
        assertThat(before.truth().values().toArray()).containsExactly(1.5, Double.NaN, Double.NaN, -2);
        Dataset after = converted(csv, folder.resolve(name));
        assertThat(after.contentHash()).isEqualTo(before.contentHash());
        assertThat(after.truth().values().names()).containsExactly("a", "b");
    }

    @Test
    void splitsCanBeMadeOnTheWay() throws IOException {
        Path out = folder.resolve("set.npz");
        Dataset after = converted(Path.of("graphs", "csbm"), out, "--split", "numpy:0.5/0.25/0.25,seed=3");
        assertThat(after.splits()).hasSize(1);
    }

    @Test
    void whatHasNoPlaceIsRefused() throws IOException {
        Path sample = TorchSamples.copy("collated.pt", folder);
        CommandLineRun text = CommandLineRun.of(
                "dataset", "convert", sample.toString(), folder.resolve("a.txt").toString());
        assertThat(text.err()).contains("no place for target values; name a folder");
        assertThat(folder.resolve("a.txt")).doesNotExist();
        Path data = TorchSamples.copy("data.pt", folder);
        CommandLineRun planetoid = CommandLineRun.of(
                "dataset", "convert", data.toString(), folder.resolve("p").toString(), "--output-format", "planetoid");
        assertThat(planetoid.err()).contains("no place for the features of the edges");
    }

    @Test
    void infoSaysTheTaskAndWarnsOfLeakage() throws IOException {
        Path sample = TorchSamples.copy("tuples.pt", folder);
        for (String part : new String[] {"train.pt", "val.pt", "test.pt"}) {
            Files.copy(sample, folder.resolve(part));
        }
        CommandLineRun run = CommandLineRun.of("dataset", "info", folder.toString());
        assertThat(run.out())
                .contains("multi-label classification")
                .contains("y2")
                .contains("given");
        assertThat(run.err()).contains("2 graphs in the test part of split 'given' are equal");
        CommandLineRun motifs = CommandLineRun.of(
                "dataset", "info", TorchSamples.copy("list.pt", folder).toString());
        assertThat(motifs.err()).doesNotContain("are the same for all");
    }

    @Test
    void featuresOfEdgesAreAttributesOfAGraphFile() throws IOException {
        Path sample = TorchSamples.copy("data.pt", folder);
        Path file = folder.resolve("data.graphml");
        CommandLineRun run = CommandLineRun.of("convert", sample.toString(), file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        Graph graph = GraphReader.graph(file);
        assertThat(graph.edgeAttributes().value("edge_attr_0", 1)).contains("2.0");
        assertThat(graph.weight(1)).isEqualTo(2);
    }

    @Test
    void aDirectedIndexIsUndirectedWhereAskedFor() throws IOException {
        Path sample = TorchSamples.copy("edge_index.pt", folder);
        CommandLineRun as = CommandLineRun.of("measure", sample.toString(), "--format", "json");
        CommandLineRun undirected = CommandLineRun.of("measure", sample.toString(), "--undirected", "--format", "json");
        assertThat(as.out()).contains("\"directed\" : true").contains("\"edges\" : 4");
        assertThat(undirected.out()).contains("\"directed\" : false").contains("\"edges\" : 4");
    }
}
