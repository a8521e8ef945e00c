package org.seprank.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;

class MappedGraphTest {
    private static final Graph RANDOM = GraphFamily.parse("barabasi-albert,n=3000,m=4", 5);

    @TempDir
    Path folder;

    private static void assertSame(MappedGraph mapped, Graph graph) {
        assertThat(mapped.vertexCount()).isEqualTo(graph.vertexCount());
        assertThat(mapped.edgeCount()).isEqualTo(graph.edgeCount());
        for (int v = 0; v < graph.vertexCount(); v++) {
            int[] row = new int[mapped.degree(v)];
            for (int i = 0; i < row.length; i++) {
                row[i] = mapped.neighbour(mapped.start(v) + i);
            }
            int[] offsets = graph.out().offsets();
            assertThat(row)
                    .as("row %d", v)
                    .isEqualTo(Arrays.copyOfRange(graph.out().neighbours(), offsets[v], offsets[v + 1]));
        }
    }

    /** The smallest buffer holds 1024 numbers, so that 24 files are merged. */
    @Test
    void rowsAreThoseOfTheGraphWhateverTheMemory() throws IOException {
        for (long memory : new long[] {0, 1 << 16, 1 << 24}) {
            MappedGraph mapped = MappedFiles.of(RANDOM, folder, memory);
            mapped.verify();
            assertSame(mapped, RANDOM);
            assertThat(mapped.bytes()).isEqualTo(Files.size(folder.resolve("graph.csr")));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("graph.csr"));
        }
    }

    @Test
    void numbersOfVerticesStayAndWhatIsDroppedIsCounted() throws IOException {
        Path text = folder.resolve("a.txt");
        Files.writeString(text, "# a graph\n7 1000000000\n\n1000000000\t7 3.5\n70,7\n % note\n5 5\n70 7");
        try (MappedGraphBuilder builder = MappedGraphBuilder.of(folder.resolve("a.csr"), 0)) {
            LargeGraphInput.read(text, builder);
            MappedGraph graph = builder.build();
            assertThat(graph.vertexCount()).isEqualTo(4);
            assertThat(graph.edgeCount()).isEqualTo(2);
            assertThat(graph.droppedLoops()).isEqualTo(1);
            assertThat(graph.droppedRepeats()).isEqualTo(2);
            assertThat(List.of(graph.id(0), graph.id(1), graph.id(2), graph.id(3)))
                    .containsExactly(5L, 7L, 70L, 1_000_000_000L);
            assertThat(graph.vertex(70)).isEqualTo(OptionalInt.of(2));
            assertThat(graph.vertex(71)).isEmpty();
            assertThat(graph.degrees()).containsExactly(0, 2, 1, 1);
        }
    }

    @Test
    void textThatHoldsNoEdgesIsRefusedWithItsLine() throws IOException {
        for (String line : List.of("1 a", "1", "1 -2", "1 2147483647", "1 2x", "1 99999999999999999999")) {
            Path text = folder.resolve("a.txt");
            Files.writeString(text, "0 1\n" + line + "\n");
            try (MappedGraphBuilder builder = MappedGraphBuilder.of(folder.resolve("a.csr"), 0)) {
                assertThatThrownBy(() -> LargeGraphInput.read(text, builder))
                        .as(line)
                        .isInstanceOf(FormatException.class)
                        .hasMessageContaining("line 2: expected two vertices");
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("a.txt"));
        }
    }

    /** Written by WebGraph's own library from the karate club, both directions of every edge. */
    @Test
    void webGraphIsReadByItsLibrary() throws Exception {
        Path file = Path.of(MappedGraphTest.class.getResource("karate.graph").toURI());
        assertThat(LargeGraphInput.isWebGraph(file)).isTrue();
        try (MappedGraphBuilder builder = MappedGraphBuilder.of(folder.resolve("k.csr"), 0)) {
            LargeGraphInput.read(file, builder);
            MappedGraph graph = builder.build();
            assertThat(graph.droppedRepeats()).isEqualTo(78);
            assertSame(graph, GraphFamily.parse("karate", 0));
        }
        Files.write(folder.resolve("cut.graph"), Arrays.copyOf(Files.readAllBytes(file), 20));
        Files.copy(file.resolveSibling("karate.properties"), folder.resolve("cut.properties"));
        try (MappedGraphBuilder builder = MappedGraphBuilder.of(folder.resolve("k.csr"), 0)) {
            assertThatThrownBy(() -> LargeGraphInput.read(folder.resolve("cut.graph"), builder))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("WebGraph's library cannot decode it");
        }
    }

    @Test
    void damageIsSaidInOneLine() throws IOException {
        MappedFiles.of(RANDOM, folder, 0);
        byte[] whole = Files.readAllBytes(folder.resolve("graph.csr"));
        Path file = folder.resolve("damaged.csr");
        for (int size : new int[] {0, 7, 8, 63, 64, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> MappedGraph.open(file))
                    .as("%d bytes", size)
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(size < 8 ? "not a file of compressed sparse rows" : "truncated");
        }
        for (int at = 8; at < 64; at++) {
            Files.write(file, flipped(whole, at));
            assertThatThrownBy(() -> MappedGraph.open(file)).as("byte %d", at).isInstanceOf(FormatException.class);
        }
        for (int at : new int[] {64, whole.length / 2, whole.length - 1}) {
            Files.write(file, flipped(whole, at));
            assertThatThrownBy(() -> MappedGraph.open(file).verify())
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("damaged: the checksum of its rows differs");
        }
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] bytes = whole.clone();
        bytes[at] ^= 4;
        return bytes;
    }
}
