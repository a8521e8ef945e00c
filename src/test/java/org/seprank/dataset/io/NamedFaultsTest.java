package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.file.NpzFixture;
import org.seprank.file.PickleFixture;

/** A fault of a dataset names the file of its folder that has it, and what is silently wrong is none. */
class NamedFaultsTest {
    @TempDir
    Path folder;

    private static void refused(Path dataset, Path file, String what) {
        assertThatThrownBy(() -> Datasets.read(dataset))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("cannot read " + file + ": ")
                .hasMessageContaining(what);
    }

    private static Path packed(Path file, String text) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw/edge|0,1;1,2;2,0;0,3;1,3|line 5: more edges than raw/num-edge-list declares",
                "raw/edge|0,1;1,2;2,0;0,3;garbage|line 5: more edges",
                "raw/edge|0,1;1,2;2,0|ends before the edges of graph 0",
                "raw/edge|0,1;1,2;2,0;0,9|line 4: 9 is not in 0..3",
                "raw/num-edge-list|4;4|it is about 2 graphs, not 1",
                "raw/num-node-list|5|it declares 5 vertices in 1 graphs for 4 rows",
                "raw/num-node-list|4;4|there are no labels of graphs",
                "raw/node-label|0;2;nan;1048576|line 4",
                "raw/node-feat|0,0;0,0;0,0;0,NaN|line 4",
                "split/time/valid|1;2|1",
                "split/time/test|4|4"
            })
    void ogb(String name, String lines, String what) throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Path file = packed(ogb.resolve(name + ".csv.gz"), lines.replace(';', '\n'));
        boolean ofSplit = name.startsWith("split");
        assertThatThrownBy(() -> Datasets.read(ogb))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(ofSplit ? ogb.resolve("split/time").toString() : "cannot read " + file + ": ")
                .hasMessageContaining(ofSplit ? "" : what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0\t1\n1\t2\n", "node_id\n0\t1\n", "node_i", "node_id\tnode_i", "node_id\tnode_id\tx\n"})
    void headingsOfGeomGcnAreHeadings(String text) throws IOException {
        Path geom = Fixtures.geomGcn(folder);
        Path edges = geom.resolve("out1_graph_edges.txt");
        Files.writeString(edges, text);
        refused(geom, edges, "heading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0\t1,1,1\t0\n", "node_id\tfeature\n0\t1\t1\n"})
    void headingsOfVerticesAreHeadings(String text) throws IOException {
        Path geom = Fixtures.geomGcn(folder);
        Path vertices = geom.resolve("out1_node_feature_label.txt");
        Files.writeString(vertices, text);
        refused(geom, vertices, "heading");
    }

    @Test
    void masksThatOverlapNameTheirFile() throws IOException {
        Path geom = Fixtures.geomGcn(folder);
        Path split = new NpzFixture()
                .integers("train_mask", "3,", 1, 0, 0)
                .integers("val_mask", "3,", 1, 1, 0)
                .integers("test_mask", "3,", 0, 0, 1)
                .write(folder.resolve("splits/web_split_0.6_0.2_0.npz"));
        refused(geom, split, "");
    }

    @Test
    void aGraphWithoutVerticesIsNone() throws IOException {
        Path graph = Fixtures.planetoid(folder);
        Files.write(graph, PickleFixture.lists(Map.of()));
        refused(graph, graph, "it has no vertex");
    }

    @Test
    void everyPartOfPlanetoidIsRead() throws IOException {
        Path graph = Fixtures.planetoid(folder);
        Path x = folder.resolve("ind.tiny.x");
        byte[] sound = Files.readAllBytes(x);
        Files.writeString(x, "garbage");
        refused(graph, x, "not a pickle");
        Files.write(x, PickleFixture.rows(2, 3, new int[] {0, 1, 1}, new int[] {2}));
        refused(graph, x, "its shape [2, 3] does not fit 1 training vertices and 3 features");
        Files.write(x, PickleFixture.rows(1, 4, new int[] {0, 1}, new int[] {2}));
        refused(graph, x, "its shape [1, 4]");
        Files.write(x, PickleFixture.rows(1, 3, new int[] {0, 1}, new int[] {7}));
        refused(graph, x, "column 7 is not in 0..2");
        Files.write(x, sound);
        Path y = folder.resolve("ind.tiny.y");
        Files.write(y, PickleFixture.matrix(5, 2, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0));
        refused(graph, y, "it has 5 rows, ally has 4");
    }

    @Test
    void testVerticesAreVertices() throws IOException {
        Path graph = Fixtures.planetoid(folder);
        Files.writeString(folder.resolve("ind.tiny.test.index"), "99\n4\n");
        refused(graph, folder.resolve("ind.tiny.ally"), "the graph has 7 vertices");
    }

    /** Not "integer overflow". */
    @ParameterizedTest
    @ValueSource(longs = {-2, 1_048_576, Integer.MAX_VALUE, 4_294_967_296L, Long.MIN_VALUE})
    void labelsOutOfRangeAreSaid(long label) throws IOException {
        Path npz = new NpzFixture()
                .integers("node_labels", "2,", 0, label)
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("a.npz"));
        refused(npz, npz, "label " + label + " of item 1 is not in -1..1048575");
    }

    @Test
    void endsOfWeightedEdgesOutOfRangeAreSaid() throws IOException {
        Path npz = new NpzFixture()
                .integers("node_labels", "2,", 0, 1)
                .integers("edges", "1, 2", 0, 4_294_967_296L)
                .reals("edge_weights", "1,", 1)
                .write(folder.resolve("a.npz"));
        refused(npz, npz, "vertex 4294967296 is not in 0..1");
    }

    @Test
    void edgesBetweenTwoGraphsAreNone() throws IOException {
        Path tu = Fixtures.tu(folder);
        Path edges = tu.resolve("DS_A.txt");
        Files.writeString(edges, "1, 5\n");
        refused(tu, edges, "the vertices 1 and 5 of an edge are of two graphs");
    }

    @Test
    void csvNamesItsFile() throws IOException {
        Path csv = Fixtures.csv(folder);
        Path vertices = csv.resolve("vertices.csv");
        Files.writeString(vertices, "id,label\na,-1\nb,5\u001b[31m\na,x\n");
        refused(csv, vertices, "line 4: vertex 'a' occurs twice");
        Files.writeString(vertices, "id,label,h\na,1,\u001b[31m\n");
        refused(csv, vertices, "found '\\u001b[31m'");
    }
}
