package org.seprank.dataset.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.seprank.file.NpzFixture;
import org.seprank.file.PickleFixture;

/** Tiny datasets in every format, written into a folder. */
final class Fixtures {
    private Fixtures() {}

    static Path text(Path file, String... lines) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static Path packed(Path file, String... lines) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Six vertices on a path; 0 trains, 1..3 are known, 5 and 4 are tested (in this order), 6 is nowhere. */
    static Path planetoid(Path folder) throws IOException {
        Map<Integer, List<Integer>> lists = new TreeMap<>();
        lists.put(0, List.of(1, 0, 1));
        for (int v = 1; v < 5; v++) {
            lists.put(v, List.of(v - 1, v + 1));
        }
        lists.put(5, List.of(4));
        lists.put(6, List.of());
        Files.write(folder.resolve("ind.tiny.graph"), PickleFixture.lists(lists));
        Files.write(folder.resolve("ind.tiny.y"), PickleFixture.matrix(1, 2, 1, 0));
        Files.write(folder.resolve("ind.tiny.ally"), PickleFixture.matrix(4, 2, 1, 0, 0, 1, 0, 1, 1, 0));
        Files.write(folder.resolve("ind.tiny.ty"), PickleFixture.matrix(2, 2, 0, 1, 1, 0));
        Files.write(
                folder.resolve("ind.tiny.allx"),
                PickleFixture.rows(4, 3, new int[] {0, 1, 1, 3, 4}, new int[] {2, 0, 1, 1}));
        Files.write(folder.resolve("ind.tiny.x"), PickleFixture.rows(1, 3, new int[] {0, 1}, new int[] {2}));
        Files.write(folder.resolve("ind.tiny.tx"), PickleFixture.rows(2, 3, new int[] {0, 1, 2}, new int[] {0, 1}));
        text(folder.resolve("ind.tiny.test.index"), "5", "4");
        return folder.resolve("ind.tiny.graph");
    }

    static Path heterophilous(Path folder) throws IOException {
        return new NpzFixture()
                .reals("node_features", "4, 3", 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 3)
                .integers("node_labels", "4,", 0, 1, 1, 0)
                .integers("edges", "4, 2", 0, 1, 1, 2, 2, 1, 3, 3)
                .flags("train_masks", "2, 4", 1, 0, 0, 0, 0, 1, 0, 0)
                .flags("val_masks", "2, 4", 0, 1, 0, 0, 0, 0, 1, 0)
                .flags("test_masks", "2, 4", 0, 0, 1, 1, 1, 0, 0, 0)
                .write(folder.resolve("tiny.npz"));
    }

    static Path gnnBenchmark(Path folder) throws IOException {
        return new NpzFixture()
                .reals("adj_data", "4,", 1, 1, 1, 0)
                .integers("adj_indices", "4,", 1, 0, 2, 2)
                .integers("adj_indptr", "4,", 0, 1, 3, 4)
                .integers("adj_shape", "2,", 3, 3)
                .reals("attr_data", "2,", 2, 5)
                .integers("attr_indices", "2,", 3, 0)
                .integers("attr_indptr", "4,", 0, 1, 1, 2)
                .integers("attr_shape", "2,", 3, 4)
                .integers("labels", "3,", 2, 0, 1)
                .raw("class_names", "|O", "3,", new byte[9])
                .write(folder.resolve("bench.npz"));
    }

    static Path ogb(Path folder) throws IOException {
        Path ogb = folder.resolve("mini");
        packed(ogb.resolve("raw/edge.csv.gz"), "0,1", "1,2", "2,0", "0,3");
        packed(ogb.resolve("raw/num-node-list.csv.gz"), "4");
        packed(ogb.resolve("raw/num-edge-list.csv.gz"), "4");
        packed(ogb.resolve("raw/node-feat.csv.gz"), "0.5,1", "0,0", "-1,2", "3,4");
        packed(ogb.resolve("raw/node-label.csv.gz"), "0", "2", "nan", "1");
        packed(ogb.resolve("split/time/train.csv.gz"), "0", "1");
        packed(ogb.resolve("split/time/valid.csv.gz"), "2");
        packed(ogb.resolve("split/time/test.csv.gz"), "3");
        return ogb;
    }

    static Path geomGcn(Path folder) throws IOException {
        Path geom = folder.resolve("new_data/web");
        text(geom.resolve("out1_graph_edges.txt"), "node_id\tnode_id", "0\t1", "1\t0", "1\t2");
        text(
                geom.resolve("out1_node_feature_label.txt"),
                "node_id\tfeature\tlabel",
                "1\t0,1,1\t0",
                "0\t1,0,0\t3",
                "2\t0,0,0\t1");
        Files.createDirectories(folder.resolve("splits"));
        new NpzFixture()
                .integers("train_mask", "3,", 1, 0, 0)
                .integers("val_mask", "3,", 0, 1, 0)
                .integers("test_mask", "3,", 0, 0, 1)
                .write(folder.resolve("splits/web_split_0.6_0.2_0.npz"));
        return geom;
    }

    static Path film(Path folder) throws IOException {
        Path geom = folder.resolve("film");
        text(geom.resolve("out1_graph_edges.txt"), "node_id\tnode_id", "0\t1");
        text(geom.resolve("out1_node_feature_label.txt"), "node_id\tfeature\tlabel", "0\t5,17\t1", "1\t930\t0");
        return geom;
    }

    static Path tu(Path folder) throws IOException {
        Path tu = folder.resolve("DS");
        text(tu.resolve("DS_A.txt"), "1, 2", "2, 1", "2, 3", "3, 2", "5, 4", "4, 5");
        text(tu.resolve("DS_graph_indicator.txt"), "1", "1", "1", "3", "3");
        text(tu.resolve("DS_graph_labels.txt"), "1", "-1", "1");
        text(tu.resolve("DS_node_labels.txt"), "0", "6", "0", "6", "8");
        text(tu.resolve("DS_node_attributes.txt"), "0.5, 1", "1, 0", "2, 0", "0, 0", "-3, 4");
        text(tu.resolve("DS_edge_labels.txt"), "1", "1", "2", "2", "1", "1");
        return tu;
    }

    static Path dgcnn(Path folder) throws IOException {
        return text(folder.resolve("mini.txt"), "2", "3 1", "0 1 1", "4 2 0 2", "0 1 1", "2 0", "4 1 1", "4 1 0");
    }

    static Path csv(Path folder) throws IOException {
        Path csv = folder.resolve("pair");
        text(
                csv.resolve("vertices.csv"),
                "id,label,split:mine,height,weight",
                "anna,cat,train,1.5,0",
                "\"b,ob\",dog,test,0,2",
                "c,,,3,3");
        text(csv.resolve("edges.csv"), "source,target,weight", "anna,\"b,ob\",0.5", "c,anna,2");
        return csv;
    }
}
