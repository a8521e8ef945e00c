package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.file.PickleOutput;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.file.PickleFixture;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class RoundTripTest {
    private static final int N = 30;

    @TempDir
    Path folder;

    /** A random graph whose last vertices are isolated. */
    private static Graph graph(boolean directed, boolean weighted, boolean related) {
        SplittableRandom random = new SplittableRandom(5);
        GraphBuilder builder = GraphBuilder.over(N, directed);
        if (related) {
            builder.edgeAttributes().column("relation", Attributes.Type.INTEGER);
        }
        for (int i = 0; i < 60; i++) {
            int u = random.nextInt(N - 4);
            int v = random.nextInt(N - 4);
            int e = weighted ? builder.edge(u, v, random.nextDouble() - 0.5) : builder.edge(u, v);
            if (related) {
                builder.edgeAttributes().value("relation", e, Integer.toString(random.nextInt(3)));
            }
        }
        return builder.build();
    }

    /** Dense features, three classes, some labels missing, two splits. */
    private static NodeDataset dataset(Graph graph) {
        SplittableRandom random = new SplittableRandom(6);
        float[] values = new float[5 * N];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
        }
        int[] classes = IntStream.range(0, N)
                .map(v -> v % 7 == 3 ? Labels.MISSING : v % 3)
                .toArray();
        Split first = Split.over("first", N)
                .put(Part.TRAIN, 0, 5, 9)
                .put(Part.TEST, 1, 29)
                .build();
        Split second = Split.over("second", N)
                .put(Part.VALIDATION, 0)
                .put(Part.TEST, 4, 5)
                .build();
        return NodeDataset.of("random", graph, DenseFeatures.over(N, 5, values), Labels.of(classes, 3))
                .withSplits(List.of(first, second));
    }

    private static void assertSame(NodeDataset read, NodeDataset written) {
        assertThat(read.contentHash()).isEqualTo(written.contentHash());
        assertThat(read.splits()).hasSameSizeAs(written.splits());
        for (int k = 0; k < read.splits().size(); k++) {
            for (Part part : Part.values()) {
                assertThat(read.splits().get(k).indices(part))
                        .containsExactly(written.splits().get(k).indices(part));
            }
        }
        assertThat(read.graph().edgeAttributes()).isEqualTo(written.graph().edgeAttributes());
    }

    private NodeDataset there(NodeDataset dataset, String name, String format) throws IOException {
        Path path = folder.resolve(name);
        Datasets.write(dataset, path, format);
        assertThat(Datasets.format(path)).hasValue(format);
        return Read.nodes(path);
    }

    @ParameterizedTest
    @CsvSource({
        "heterophilous-npz, false, false, false",
        "heterophilous-npz, false, true, false",
        "heterophilous-npz, false, false, true",
        "heterophilous-npz, true, true, true",
        "heterophilous-npz, true, false, true",
        "gnn-benchmark-npz, false, false, false",
        "csv, false, false, false",
        "csv, false, true, true",
        "csv, true, false, true",
        "csv, true, true, false"
    })
    void whatIsWrittenIsReadBack(String format, boolean directed, boolean weighted, boolean related)
            throws IOException {
        NodeDataset dataset = dataset(graph(directed, weighted, related));
        assertThat(dataset.graph().edgeAttributes().has("relation")).isEqualTo(related);
        assertSame(there(dataset, directed ? "directed.npz" : "plain.npz", format), dataset);
    }

    @Test
    void edgesWithoutARelationAreOfRelationZero() throws IOException {
        GraphBuilder builder = GraphBuilder.over(4, false);
        builder.edgeAttributes().value("relation", builder.edge(2, 1), "2");
        builder.edge(0, 3);
        NodeDataset dataset = NodeDataset.of("r", builder.build(), Features.none(4), Labels.of(0, 1, 0, 1));
        for (String format : List.of("heterophilous-npz", "csv")) {
            Graph read = there(dataset, format, format).graph();
            assertThat(read.edgeAttributes().value("relation", read.edgeBetween(1, 2)))
                    .hasValue("2");
            assertThat(read.edgeAttributes().value("relation", read.edgeBetween(0, 3)))
                    .hasValue("0");
        }
    }

    @Test
    void relationsThatAreNoNumbersAreRefused() {
        GraphBuilder builder = GraphBuilder.over(2, false);
        builder.edgeAttributes().value("relation", builder.edge(0, 1), "cites");
        NodeDataset dataset = NodeDataset.of("r", builder.build(), Features.none(2), Labels.of(0, 1));
        for (String format : List.of("heterophilous-npz", "csv")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Datasets.write(dataset, folder.resolve("x"), format))
                    .withMessageContaining("relation 'cites' of edge 0");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnn-benchmark-npz", "planetoid"})
    void whatALayoutHasNoPlaceForIsRefused(String format) {
        for (Graph graph : List.of(graph(true, false, false), graph(false, true, false), graph(false, false, true))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Datasets.write(dataset(graph), folder.resolve("x"), format))
                    .withMessageContaining("format " + format + " has no place for ")
                    .withMessageContaining("write format heterophilous-npz or csv instead");
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** 2 training, 500 validation and 3 test vertices, the last but one missing everywhere, two without a label. */
    private static NodeDataset planetoid() {
        int n = 512;
        int[] classes = IntStream.range(0, n)
                .map(v -> v == n - 2 || v == 505 ? Labels.MISSING : v % 4)
                .toArray();
        float[] values = new float[3 * n];
        IntStream.range(0, 3 * n - 6).forEach(k -> values[k] = k % 5 == 0 ? 0.5f + k : 0);
        Split split = Split.over("public", n)
                .put(Part.TRAIN, 0, 1)
                .put(Part.VALIDATION, IntStream.range(2, 502).toArray())
                .put(Part.TEST, 508, 509, 511)
                .build();
        Graph graph = Graph.undirected(n, new int[][] {{0, 511}, {3, 4}, {4, 500}, {1, 510}});
        return NodeDataset.of("small-1", graph, DenseFeatures.over(n, 3, values), Labels.of(classes, 4))
                .withSplits(List.of(split));
    }

    @Test
    void planetoidFilesKeepAPublicSplit() throws IOException {
        assertSame(there(planetoid(), "p", "planetoid"), planetoid());
        NodeDataset bare = planetoid().withFeatures(Features.none(512));
        assertSame(there(bare, "bare", "planetoid"), bare);
        assertThat(folder.resolve("bare").resolve("ind.small-1.x")).doesNotExist();
    }

    @Test
    void planetoidFilesHaveNoPlaceForOtherSplits() {
        Split other =
                Split.over("other", 512).put(Part.TRAIN, 1).put(Part.TEST, 511).build();
        for (List<Split> splits : List.of(List.<Split>of(), List.of(other), List.of(other, other))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Datasets.write(planetoid().withSplits(splits), folder.resolve("x"), "planetoid"))
                    .withMessageContaining("split");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void picklesAreThoseOfPython() throws IOException {
        Path file = folder.resolve("graph");
        try (var out = Files.newOutputStream(file)) {
            PickleOutput.neighbours(out, Graph.undirected(3, new int[][] {{0, 2}}));
        }
        assertThat(file)
                .hasBinaryContent(PickleFixture.lists(
                        new TreeMap<>(java.util.Map.of(0, List.of(2), 1, List.<Integer>of(), 2, List.of(0)))));
        try (var out = Files.newOutputStream(file)) {
            PickleOutput.oneHot(out, new int[] {1, -1}, 2);
        }
        assertThat(file).hasBinaryContent(PickleFixture.matrix(2, 2, 0, 1, 0, 0));
    }

    @Test
    void theFormatIsThatOfTheNameOrTheOneItCameIn() {
        NodeDataset plain = dataset(graph(false, false, false));
        NodeDataset benchmark = plain.withProvenance(new Provenance("a", "gnn-benchmark-npz", "", List.of()));
        NodeDataset planetoid = plain.withProvenance(new Provenance("a", "planetoid", "", List.of()));
        assertThat(Datasets.formatFor(plain, Path.of("a.npz"))).isEqualTo("heterophilous-npz");
        assertThat(Datasets.formatFor(benchmark, Path.of("a.npz"))).isEqualTo("gnn-benchmark-npz");
        assertThat(Datasets.formatFor(planetoid, Path.of("a.npz"))).isEqualTo("heterophilous-npz");
        assertThat(Datasets.formatFor(plain, Path.of("a"))).isEqualTo("csv");
        assertThat(Datasets.formatFor(benchmark, Path.of("a"))).isEqualTo("csv");
        assertThat(Datasets.formatFor(planetoid, Path.of("a"))).isEqualTo("planetoid");
    }

    @Test
    void unknownFormatsAndManyGraphsAreRefused() {
        NodeDataset plain = dataset(graph(false, false, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.write(plain, folder.resolve("x"), "tu"))
                .withMessage("dataset format 'tu' is not written; written are "
                        + "heterophilous-npz, gnn-benchmark-npz, csv, planetoid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.write(
                        SyntheticTask.parse("synthetic:two-motifs").generate(0), folder.resolve("x")))
                .withMessageContaining("has many graphs");
    }

    @Test
    @Tag("slow")
    void coraSurvivesEveryFormat() throws IOException {
        NodeDataset cora = Read.nodes(Shared.file("data/planetoid/ind.cora.graph"));
        for (String format : Datasets.writtenFormats()) {
            assertSame(there(cora, format, format), cora);
        }
        NodeDataset citeseer = Read.nodes(Shared.file("data/planetoid/ind.citeseer.graph"));
        assertSame(there(citeseer, "again", Datasets.formatFor(citeseer, Path.of("again"))), citeseer);
    }
}
