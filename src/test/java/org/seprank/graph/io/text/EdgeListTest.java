package org.seprank.graph.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.codec.Direction;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Reading;

class EdgeListTest {
    @TempDir
    Path folder;

    private static Input input(Path file, Direction direction, int n) {
        return new Input(file, file, new Reading(direction, n, true, ParallelEdges.FIRST));
    }

    private Input input(String text) throws IOException {
        return input(Files.writeString(folder.resolve("a.txt"), text), Direction.AUTO, 0);
    }

    private Graph read(String text) throws IOException {
        return new EdgeList().read(input(text));
    }

    private static String describe(Graph graph) {
        StringBuilder text = new StringBuilder(graph.toString() + graph.dropped() + graph.weighted());
        for (int v = 0; v < graph.vertexCount(); v++) {
            text.append(' ').append(graph.ids().id(v));
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            text.append(' ').append(graph.edge(e)).append(graph.weight(e));
        }
        return text.toString();
    }

    /** A list in the manner of people: comments, blanks, separators and line ends of every kind. */
    private static String list(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        boolean weighted = random.nextBoolean();
        boolean header = random.nextInt(3) == 0;
        int n = 2 + random.nextInt(20);
        long step = header ? 1 : new long[] {1, 3, 1L << 40, 1L << 58}[random.nextInt(4)];
        long first = header ? 0 : random.nextInt(-3, 3);
        text.append(random.nextInt(3) == 0 ? "# Directed graph\n" : "");
        text.append(header ? "# Nodes: " + n + " Edges: 7\n" : "");
        text.append(!header && random.nextInt(3) == 0 ? "# Isolated: 77 78\n%Isolated: 79\n" : "");
        for (int m = 1 + random.nextInt(30); m > 0; m--) {
            String separator = new String[] {" ", "\t", ",", " , ", " \t"}[random.nextInt(5)];
            text.append(random.nextInt(9) == 0 ? " " : "").append(first + step * random.nextInt(n));
            text.append(separator).append(first + step * random.nextInt(n));
            text.append(weighted ? separator + weight(random) : "").append(random.nextInt(9) == 0 ? "  " : "");
            text.append(new String[] {"\n", "\r\n", "\n\n", "\n# a comment\n"}[random.nextInt(4)]);
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private static String weight(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "1e-7";
            case 1 -> "+2.5E3";
            case 2 -> Double.toString(random.nextDouble(-1e6, 1e6));
            case 3 -> "-.5";
            case 4 -> "123456789012345678901234567890.";
            default -> Integer.toString(random.nextInt());
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1 << 20})
    void theFastReaderAgreesWithTheGeneralOneWhateverTheBlocks(int block) throws IOException {
        for (long seed = 0; seed < 80; seed++) {
            String text = list(new SplittableRandom(seed));
            Optional<Graph> fast = IntegerEdgeList.read(input(text), block);
            Graph general = EdgeList.readGeneral(input(text));
            assertThat(fast.map(EdgeListTest::describe)).as(text).hasValue(describe(general));
        }
    }

    @Test
    void integersAreNumberedInAscendingOrder() throws IOException {
        assertThat(describe(read("10 9\n2 10\n")))
                .isEqualTo(describe(Graph.undirected(3, new int[][] {{1, 2}, {0, 2}}))
                        .replace(" 0 1 2 ", " 2 9 10 "));
    }

    @Test
    void stringsAreNumberedAsTheyAppear() throws IOException {
        Graph graph = read("b a\n007 b\n7 a\n");
        assertThat(graph.vertexCount()).isEqualTo(4);
        assertThat(graph.ids().id(0)).isEqualTo("b");
        assertThat(graph.ids().id(2)).isEqualTo("007");
        assertThat(graph.ids().id(3)).isEqualTo("7");
    }

    @Test
    void theHeaderCountsIsolatedVerticesIfAllIdsAreBelowIt() throws IOException {
        assertThat(read("# Nodes: 5 Edges: 1\n1 3\n").vertexCount()).isEqualTo(5);
        assertThat(read("# Nodes: 3 Edges: 1\n1 3\n").vertexCount()).isEqualTo(2);
        assertThat(read("# Nodes: 4 Edges: 0\n").vertexCount()).isEqualTo(4);
        assertThat(read("# Nodes: 3 Edges: 1\na b\n").vertexCount()).isEqualTo(2);
    }

    @Test
    void theCallerMayGiveTheNumberOfVertices() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "1 3\n");
        Graph graph = new EdgeList().read(input(file, Direction.AUTO, 6));
        assertThat(graph.vertexCount()).isEqualTo(6);
        assertThat(graph.edgeBetween(1, 3)).isZero();
        Path general = Files.writeString(folder.resolve("b.txt"), "1 3 1 1\n");
        assertThat(new EdgeList().read(input(general, Direction.AUTO, 6)).vertexCount())
                .isEqualTo(6);
    }

    @Test
    void directionsAreTakenFromTheFileUnlessGiven() throws IOException {
        String text = "# Undirected graph\n0 1\n1 2\n";
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        assertThat(read(text).directed()).isFalse();
        Graph both = new EdgeList().read(input(file, Direction.DIRECTED, 0));
        assertThat(both.edgeCount()).isEqualTo(4);
        Path unsaid = Files.writeString(folder.resolve("b.txt"), "0 1\n1 0\n1 2\n");
        Graph arcs = new EdgeList().read(input(unsaid, Direction.DIRECTED, 0));
        assertThat(arcs.edgeCount()).isEqualTo(3);
        Graph edges = new EdgeList().read(input(unsaid, Direction.UNDIRECTED, 0));
        assertThat(edges.edgeCount()).isEqualTo(2);
        assertThat(edges.dropped().duplicates()).isEqualTo(1);
    }

    @Test
    void linesLongerThanABlockAreRead() throws IOException {
        String comment = "#" + " long".repeat(1000) + "\n";
        Graph graph = IntegerEdgeList.read(input(comment + "0 1\n" + comment + "1 2\n"), 16)
                .orElseThrow();
        assertThat(graph.edgeCount()).isEqualTo(2);
    }

    @Test
    void parallelBlocksOfTheUsualSizeAreJoinedInOrder() throws IOException {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(1);
        int[][] edges = new int[500_000][];
        for (int e = 0; e < edges.length; e++) {
            edges[e] = new int[] {random.nextInt(100_000), random.nextInt(100_000)};
            text.append(edges[e][0]).append('\t').append(edges[e][1]).append('\n');
        }
        assertThat(text.length()).isGreaterThan(1 << 22);
        Graph expected = Graph.undirected(100_000, edges);
        Graph actual = new EdgeList().read(input(input(text.toString()).path(), Direction.AUTO, 100_000));
        assertThat(actual.edgeCount()).isEqualTo(expected.edgeCount());
        assertThat(actual.dropped()).isEqualTo(expected.dropped());
        for (int e = 0; e < expected.edgeCount(); e++) {
            if (!actual.edge(e).equals(expected.edge(e))) {
                assertThat(actual.edge(e)).as("edge " + e).isEqualTo(expected.edge(e));
            }
        }
    }
}
