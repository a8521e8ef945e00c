package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.dataset.DatasetInfo;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.file.FormatException;
import org.seprank.file.NpzFixture;
import org.seprank.file.torch.TorchSamples;
import org.seprank.graph.Dropped;

/** Every format on a dataset small enough to check by eye. */
class FormatsTest {
    @TempDir
    Path folder;

    private static float[] row(Features features, int i) {
        float[] row = new float[features.columns()];
        features.copyRow(i, row, 0);
        return row;
    }

    @Test
    void planetoidTestRowsGoWhereTheIndexSays() throws IOException {
        Fixtures.planetoid(folder);
        for (Path path : new Path[] {folder.resolve("ind.tiny.tx"), folder, folder.resolve("tiny")}) {
            NodeDataset tiny = Read.nodes(path);
            assertThat(tiny.name()).isEqualTo("tiny");
            assertThat(tiny.graph().edgeCount()).isEqualTo(5);
            assertThat(tiny.graph().dropped()).isEqualTo(new Dropped(1, 1));
            assertThat(tiny.labels().toArray()).containsExactly(0, 1, 1, 0, 0, 1, -1);
            assertThat(row(tiny.features(), 0)).containsExactly(0, 0, 1);
            assertThat(row(tiny.features(), 2)).containsExactly(1, 1, 0);
            assertThat(row(tiny.features(), 4)).containsExactly(0, 1, 0);
            assertThat(row(tiny.features(), 5)).containsExactly(1, 0, 0);
            assertThat(row(tiny.features(), 6)).containsOnly(0);
            assertThat(tiny.splits().get(0)).hasToString("public 1/3/2");
            assertThat(tiny.provenance().format()).isEqualTo("planetoid");
        }
    }

    @Test
    void planetoidWithOnlyHalfItsFeaturesIsRefused() throws IOException {
        Fixtures.planetoid(folder);
        Files.delete(folder.resolve("ind.tiny.allx"));
        assertThatThrownBy(() -> Datasets.read(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ind.tiny.allx")
                .hasMessageContaining("no such file");
        Files.delete(folder.resolve("ind.tiny.tx"));
        Files.delete(folder.resolve("ind.tiny.x"));
        assertThat(Read.nodes(folder).featureCount()).isZero();
    }

    @Test
    void heterophilousMasksBecomeSplits() throws IOException {
        NodeDataset tiny = Read.nodes(Fixtures.heterophilous(folder));
        assertThat(tiny.graph().edgeCount()).isEqualTo(2);
        assertThat(tiny.graph().dropped()).isEqualTo(new Dropped(1, 0));
        assertThat(row(tiny.features(), 1)).containsExactly(0, 2, 0);
        assertThat(tiny.labels().toArray()).containsExactly(0, 1, 1, 0);
        assertThat(tiny.splits()).hasSize(2);
        assertThat(tiny.splits().get(0).indices(Part.TEST)).containsExactly(2, 3);
        assertThat(tiny.splits().get(1).indices(Part.TRAIN)).containsExactly(1);
    }

    @Test
    void gnnBenchmarkRowsAreReadAndObjectsAreNot() throws IOException {
        NodeDataset bench = Read.nodes(Fixtures.gnnBenchmark(folder));
        assertThat(bench.graph().edgeCount()).isEqualTo(2);
        assertThat(bench.graph().dropped()).isEqualTo(Dropped.NONE);
        assertThat(row(bench.features(), 0)).containsExactly(0, 0, 0, 2);
        assertThat(row(bench.features(), 2)).containsExactly(5, 0, 0, 0);
        assertThat(bench.labels().toArray()).containsExactly(2, 0, 1);
    }

    @Test
    void ogbMissingLabelsLeaveTheirSplit() throws IOException {
        NodeDataset ogb = Read.nodes(Fixtures.ogb(folder));
        assertThat(ogb.name()).isEqualTo("mini");
        assertThat(ogb.graph().edgeCount()).isEqualTo(4);
        assertThat(row(ogb.features(), 2)).containsExactly(-1, 2);
        assertThat(ogb.labels().toArray()).containsExactly(0, 2, -1, 1);
        assertThat(ogb.splits().get(0)).hasToString("time 2/0/1");
    }

    @Test
    void ogbOfManyGraphsIsCutByTheLists() throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Fixtures.packed(ogb.resolve("raw/num-node-list.csv.gz"), "3", "1");
        Fixtures.packed(ogb.resolve("raw/num-edge-list.csv.gz"), "3", "0");
        Fixtures.packed(ogb.resolve("raw/edge.csv.gz"), "0,1", "1,2", "2,0");
        Fixtures.packed(ogb.resolve("raw/graph-label.csv.gz"), "1", "0");
        Fixtures.packed(ogb.resolve("split/time/train.csv.gz"), "0");
        Fixtures.packed(ogb.resolve("split/time/valid.csv.gz"));
        Fixtures.packed(ogb.resolve("split/time/test.csv.gz"), "1");
        GraphDataset graphs = Read.graphs(ogb);
        assertThat(graphs.size()).isEqualTo(2);
        assertThat(graphs.graphs().get(0).edgeCount()).isEqualTo(3);
        assertThat(graphs.splits().get(0)).hasToString("time 1/0/1");
        assertThat(graphs.edgeFeatures().columns()).isZero();
        Fixtures.packed(ogb.resolve("raw/num-node-list.csv.gz"), "3", "1000000000");
        assertThatThrownBy(() -> Datasets.read(ogb)).hasMessageContaining("declares 1000000003 vertices");
    }

    @Test
    void ogbEdgesOfManyGraphsHaveTheirFeatures() throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Fixtures.packed(ogb.resolve("raw/num-node-list.csv.gz"), "1", "3");
        Fixtures.packed(ogb.resolve("raw/num-edge-list.csv.gz"), "0", "4");
        Fixtures.packed(ogb.resolve("raw/edge.csv.gz"), "1,2", "2,1", "0,1", "1,0");
        Fixtures.packed(ogb.resolve("raw/edge-feat.csv.gz"), "5,0", "5,0", "0,7", "0,7");
        Fixtures.packed(ogb.resolve("raw/graph-label.csv.gz"), "1", "0");
        Fixtures.packed(ogb.resolve("split/time/train.csv.gz"), "0");
        Fixtures.packed(ogb.resolve("split/time/valid.csv.gz"));
        Fixtures.packed(ogb.resolve("split/time/test.csv.gz"), "1");
        GraphDataset graphs = Read.graphs(ogb);
        assertThat(row(graphs.edgeFeatures(), 0)).containsExactly(0, 7); // the edge 0-1 comes first
        assertThat(row(graphs.edgeFeatures(), 1)).containsExactly(5, 0);
        assertThat(DatasetInfo.of(graphs).edgeFeatures()).isEqualTo(2);
        Fixtures.packed(ogb.resolve("raw/edge-feat.csv.gz"), "5,0");
        assertThatThrownBy(() -> Datasets.read(ogb))
                .hasMessageContaining("edge-feat.csv.gz: it has 1 rows for 4 edges");
    }

    @Test
    void whatIsLeftOutIsAStep() throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Fixtures.packed(ogb.resolve("raw/edge-feat.csv.gz"), "5", "5", "1", "7");
        NodeDataset kept = Read.nodes(ogb);
        assertThat(kept.edgeFeatures().toDense().values()).containsExactly(5, 1, 7, 5); // 0-1, 0-2, 0-3, 1-2
        assertThat(kept.provenance().steps()).isEmpty();
        assertThat(Datasets.read(Fixtures.gnnBenchmark(folder)).provenance().steps())
                .containsExactly("made undirected");
        Path weighted = new NpzFixture()
                .reals("adj_data", "2,", 0.5f, 0.5f)
                .integers("adj_indices", "2,", 1, 0)
                .integers("adj_indptr", "3,", 0, 1, 2)
                .integers("adj_shape", "2,", 2, 2)
                .integers("labels", "2,", 1, 0)
                .write(folder.resolve("weighted.npz"));
        assertThat(Datasets.read(weighted).provenance().steps()).containsExactly("weights left out");
    }

    @Test
    void faultsOfOgbSplitsNameTheFile() throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Fixtures.packed(ogb.resolve("split/time/valid.csv.gz"), "1");
        assertThatThrownBy(() -> Datasets.read(ogb))
                .hasMessageContaining("valid.csv.gz: item 1 is in VALIDATION and in another part");
        Fixtures.packed(ogb.resolve("split/time/valid.csv.gz"), "4");
        assertThatThrownBy(() -> Datasets.read(ogb)).hasMessageContaining("valid.csv.gz: item 4 is not in 0..3");
        Files.delete(ogb.resolve("split/time/test.csv.gz"));
        Fixtures.packed(ogb.resolve("split/time/valid.csv.gz"), "2");
        assertThatThrownBy(() -> Datasets.read(ogb)).hasMessageContaining("test.csv.gz");
    }

    @Test
    void geomGcnRowsMayComeInAnyOrder() throws IOException {
        NodeDataset web = Read.nodes(Fixtures.geomGcn(folder));
        assertThat(web.name()).isEqualTo("web");
        assertThat(web.graph().edgeCount()).isEqualTo(2);
        assertThat(row(web.features(), 0)).containsExactly(1, 0, 0);
        assertThat(row(web.features(), 1)).containsExactly(0, 1, 1);
        assertThat(web.labels().toArray()).containsExactly(3, 0, 1);
        assertThat(web.splits().get(0)).hasToString("web_split_0.6_0.2_0 1/1/1");
    }

    @Test
    void filmFeaturesAreListsOfIndices() throws IOException {
        NodeDataset film = Read.nodes(Fixtures.film(folder));
        assertThat(film.featureCount()).isEqualTo(932);
        assertThat(film.features().value(0, 17)).isEqualTo(1);
        assertThat(film.features().value(1, 930)).isEqualTo(1);
        assertThat(film.features().nonZeros()).isEqualTo(3);
    }

    @Test
    void tuLabelsAndAttributesStandSideBySide() throws IOException {
        GraphDataset tu = Read.graphs(Fixtures.tu(folder));
        assertThat(tu.size()).isEqualTo(3);
        assertThat(tu.graphs().get(1).vertexCount()).isZero();
        assertThat(tu.graphs().get(2).edgeCount()).isEqualTo(1);
        assertThat(tu.labels().toArray()).containsExactly(1, 0, 1);
        assertThat(row(tu.features(), 0)).containsExactly(1, 0, 0, 0.5f, 1);
        assertThat(row(tu.features(), 4)).containsExactly(0, 0, 1, -3, 4);
        assertThat(row(tu.edgeFeatures(), 0)).containsExactly(1, 0);
        assertThat(row(tu.edgeFeatures(), 1)).containsExactly(0, 1);
        assertThat(row(tu.edgeFeatures(), 2)).containsExactly(1, 0);
    }

    /** An entry that is listed twice is a duplicate; its mirror image, and the other end of a self-loop, are not. */
    @Test
    void tuEntriesThatAreListedTwiceAreOneEdge() throws IOException {
        Path tu = Fixtures.tu(folder);
        Fixtures.text(tu.resolve("DS_A.txt"), "1, 2", "2, 1", "2, 3", "1, 2", "2, 1", "5, 4", "3, 3", "3, 3");
        Fixtures.text(tu.resolve("DS_edge_labels.txt"), "1", "1", "2", "2", "2", "1", "1", "1");
        GraphDataset read = Read.graphs(tu);
        assertThat(read.graphs().get(0).edgeCount()).isEqualTo(2);
        assertThat(read.graphs().get(0).dropped()).isEqualTo(new Dropped(1, 1));
        assertThat(row(read.edgeFeatures(), 0)).containsExactly(1, 0); // the first that names it
    }

    @Test
    void dgcnnTagsBecomeOneHot() throws IOException {
        GraphDataset mini = Read.graphs(Fixtures.dgcnn(folder));
        assertThat(mini.size()).isEqualTo(2);
        assertThat(mini.graphs().get(0).edgeCount()).isEqualTo(2);
        assertThat(mini.labels().toArray()).containsExactly(1, 0);
        assertThat(row(mini.features(), 1)).containsExactly(0, 1);
        assertThat(row(mini.features(), 2)).containsExactly(1, 0);
    }

    @Test
    void csvKeepsIdsLabelsAndWeights() throws IOException {
        NodeDataset pair = Read.nodes(Fixtures.csv(folder));
        assertThat(pair.graph().ids().id(1)).isEqualTo("b,ob");
        assertThat(pair.graph().weight(pair.graph().edgeBetween(0, 2))).isEqualTo(2);
        assertThat(pair.labels().toArray()).containsExactly(0, 1, -1);
        assertThat(row(pair.features(), 0)).containsExactly(1.5f, 0);
        assertThat(pair.splits().get(0)).hasToString("mine 1/0/1");
    }

    @Test
    void everyFormatIsRecognised() throws IOException {
        assertThat(Datasets.format(Fixtures.planetoid(folder))).hasValue("planetoid");
        assertThat(Datasets.format(Fixtures.heterophilous(folder))).hasValue("heterophilous-npz");
        assertThat(Datasets.format(Fixtures.gnnBenchmark(folder))).hasValue("gnn-benchmark-npz");
        assertThat(Datasets.format(Fixtures.ogb(folder))).hasValue("ogb");
        assertThat(Datasets.format(Fixtures.geomGcn(folder))).hasValue("geom-gcn");
        assertThat(Datasets.format(Fixtures.tu(folder))).hasValue("tu");
        assertThat(Datasets.format(Fixtures.dgcnn(folder))).hasValue("dgcnn");
        assertThat(Datasets.format(Fixtures.csv(folder))).hasValue("csv");
        assertThat(Datasets.format(TorchSamples.copy("data.pt", folder))).hasValue("torch");
        assertThat(Datasets.format(folder.resolve("nothing"))).isEmpty();
        assertThat(Datasets.formats()).hasSize(10);
    }

    @Test
    void whatIsNoDatasetIsRefused() throws IOException {
        Path other = Fixtures.text(folder.resolve("other"), "hello");
        assertThatThrownBy(() -> Datasets.read(other)).hasMessageContaining("no known dataset format");
        assertThatThrownBy(() -> Datasets.read(folder.resolve("none"))).hasMessageContaining("no such file");
        Path pointer = Fixtures.text(
                folder.resolve("cora.npz"), "version https://git-lfs.github.com/spec/v1", "oid sha256:0", "size 3");
        assertThatThrownBy(() -> Datasets.read(pointer))
                .hasMessageContaining("cora.npz: it is a Git LFS pointer, which is not read");
        Path idx = Files.write(folder.resolve("idx"), new byte[] {0, 0, 8, 3, 0, 0, 0, 0});
        assertThatThrownBy(() -> Datasets.read(idx)).hasMessageContaining("images, not graphs");
    }
}
