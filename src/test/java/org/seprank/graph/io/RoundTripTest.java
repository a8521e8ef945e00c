package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seprank.graph.io.GraphAssert.assertSame;
import static org.seprank.graph.io.GraphAssert.assertSameButForOrder;
import static org.seprank.graph.io.GraphAssert.filled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.graph.io.codec.Feature;

class RoundTripTest {
    private static final int SEEDS = 30;

    @TempDir
    Path folder;

    static Stream<GraphFormat> writable() {
        return Arrays.stream(GraphFormat.values()).filter(GraphFormat::writable);
    }

    private Path file(GraphFormat format) {
        return folder.resolve("graph." + format.extensions().get(0));
    }

    @ParameterizedTest
    @MethodSource("writable")
    void whatTheFormatHoldsSurvivesWithoutWarning(GraphFormat format) throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Graph graph = RandomGraph.fitting(format, seed);
            Written written = GraphWriter.write(graph, file(format));
            try {
                assertThat(written.warnings()).isEmpty();
                GraphFile read = GraphReader.read(file(format));
                assertThat(read.format()).isEqualTo(format);
                if (format == GraphFormat.CSV) {
                    assertSameButForOrder(read.graph(), graph);
                } else {
                    assertSame(read.graph(), graph);
                }
            } catch (IOException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", file:\n" + Files.readString(file(format)), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writable")
    void whatTheFormatDoesNotHoldIsWarnedOf(GraphFormat format) throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Graph graph = RandomGraph.any(format, seed);
            List<String> warnings = GraphWriter.write(graph, file(format)).warnings();
            Graph read = GraphReader.read(file(format)).graph();
            if (read.weighted() != graph.weighted()) {
                assertThat(warnings)
                        .as("seed " + seed)
                        .anyMatch(text -> text.contains("weight") || text.contains("length"));
            }
            if (read.directed() != graph.directed()) {
                assertThat(warnings).as("seed " + seed).anyMatch(text -> text.contains("direction"));
            }
            if (read.vertexCount() != graph.vertexCount()) {
                assertThat(warnings).as("seed " + seed).anyMatch(text -> text.contains("without edges"));
            }
            if (!filled(read.vertexAttributes()).equals(filled(graph.vertexAttributes()))) {
                assertThat(warnings).as("seed " + seed).anyMatch(text -> text.contains("vertex attributes"));
            }
            if (!filled(read.edgeAttributes()).equals(filled(graph.edgeAttributes()))) {
                assertThat(warnings).as("seed " + seed).anyMatch(text -> text.contains("edge attributes"));
            }
            int edges = format.holds().contains(Feature.DIRECTED)
                    ? graph.edgeCount()
                    : graph.asUndirected().edgeCount();
            assertThat(read.edgeCount()).isEqualTo(edges);
        }
    }

    @ParameterizedTest
    @MethodSource("writable")
    void contentAloneTellsTheFormat(GraphFormat format) throws IOException {
        Path nameless = folder.resolve("graph");
        GraphWriter.write(Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {3, 4}}), nameless, format);
        GraphFormat told = GraphReader.format(nameless);
        // lines of numbers have nothing that tells them from edges
        assertThat(told).isEqualTo(format == GraphFormat.METIS ? GraphFormat.EDGE_LIST : format);
    }

    @ParameterizedTest
    @MethodSource("writable")
    void graphsWithoutEdgesSurvive(GraphFormat format) throws IOException {
        for (int n = 0; n < 4; n++) {
            if (format == GraphFormat.CSV && n > 0) {
                continue; // holds no vertices without edges
            }
            Graph graph = GraphBuilder.over(VertexIds.consecutive(n), false).build();
            GraphWriter.write(graph, file(format));
            Graph read = GraphReader.read(file(format)).graph();
            assertThat(read.vertexCount()).as("n = " + n).isEqualTo(n);
            assertThat(read.edgeCount()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("writable")
    void compressedFilesAreTheSame(GraphFormat format) throws IOException {
        Graph graph = RandomGraph.fitting(format, 7);
        Path packed = folder.resolve("graph." + format.extensions().get(0) + ".gz");
        GraphWriter.write(graph, packed);
        assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
        GraphFile read = GraphReader.read(packed);
        assertThat(read.format()).isEqualTo(format);
        assertSameButForOrder(read.graph(), graph);
    }

    @ParameterizedTest
    @MethodSource("writable")
    void aByteOrderMarkAndWindowsLineEndsChangeNothing(GraphFormat format) throws IOException {
        Graph graph = RandomGraph.fitting(format, 3);
        GraphWriter.write(graph, file(format));
        String text = Files.readString(file(format));
        Files.writeString(file(format), "\ufeff" + text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        GraphFile read = GraphReader.read(file(format));
        assertThat(read.format()).isEqualTo(format);
        assertSameButForOrder(read.graph(), graph);
    }

    @ParameterizedTest
    @MethodSource("writable")
    void edgesOfAnUndirectedFileReadAsDirectedGoBothWays(GraphFormat format) throws IOException {
        Graph graph = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});
        GraphWriter.write(graph, file(format));
        ReadOptions options = ReadOptions.defaults().withDirection(org.seprank.graph.io.codec.Direction.DIRECTED);
        Graph read = GraphReader.read(file(format), options).graph();
        assertThat(read.directed()).isTrue();
        // a table without a column for it says nothing of directions
        assertThat(read.edgeCount()).isEqualTo(format == GraphFormat.CSV ? 3 : 6);
    }

    @Test
    void manyGraphsAreReadOneByOne() throws IOException {
        List<Graph> graphs = new ArrayList<>();
        StringBuilder lines = new StringBuilder(">>graph6<<");
        for (long seed = 0; seed < 300; seed++) {
            GraphFormat format = seed % 3 == 0 ? GraphFormat.SPARSE6 : GraphFormat.GRAPH6;
            graphs.add(RandomGraph.fitting(format, seed));
            GraphWriter.write(graphs.get((int) seed), file(format));
            lines.append(Files.readString(file(format)));
        }
        Path many = Files.writeString(folder.resolve("many.g6"), lines);
        List<Graph> read = new ArrayList<>();
        assertThat(GraphReader.forEach(many, ReadOptions.defaults(), read::add)).isEqualTo(300);
        for (int i = 0; i < 300; i++) {
            assertSame(read.get(i), graphs.get(i));
        }
    }

    @Test
    void weightsAreLeftOutOnRequest() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "0 1 2.5\n1 2 x\n");
        Graph read = GraphReader.read(file, ReadOptions.defaults().withWeights(false))
                .graph();
        assertThat(read.weighted()).isFalse();
        assertThat(read.edgeCount()).isEqualTo(2);
    }
}
