package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;

class GraphWriterTest {
    private static final Graph TRIANGLE = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}, {0, 2}});

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aSuccessReplacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.g6"), "old");
        GraphWriter.write(TRIANGLE, file);
        assertThat(Files.readString(file)).isEqualTo("Bw\n");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void symbolicLinksAreFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.g6"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.g6"), file);
        GraphWriter.write(TRIANGLE, link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("Bw\n");
    }

    @Test
    void namesWithoutFormatAndReadOnlyFormatsAreRefused() throws IOException {
        assertThatThrownBy(() -> GraphWriter.write(TRIANGLE, folder.resolve("a.xyz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.xyz tells no graph format");
        assertThatThrownBy(() -> GraphWriter.write(TRIANGLE, folder.resolve("a.npz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("graphs are not written as npz, only read; known are .");
        assertThat(files()).isEmpty();
    }

    @Test
    void missingFoldersAreNotMade() throws IOException {
        assertThatThrownBy(() -> GraphWriter.write(TRIANGLE, folder.resolve("none/a.g6")))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void idsThatAnEdgeListCannotSpellAreNumberedWithAWarning() throws IOException {
        GraphBuilder builder = GraphBuilder.over(VertexIds.of(List.of("a b", "c")), false);
        builder.edge(0, 1);
        Path file = folder.resolve("a.txt");
        assertThat(GraphWriter.write(builder.build(), file).warnings())
                .singleElement()
                .asString()
                .contains("'a b'");
        assertThat(GraphReader.read(file).graph().ids().id(0)).isEqualTo("0");
    }

    @Test
    void formatsAreFoundByNameAndId() {
        assertThat(GraphFormat.forName(Path.of("x/A.GraphML.GZ"))).hasValue(GraphFormat.GRAPHML);
        assertThat(GraphFormat.forName(Path.of("graphml"))).isEmpty();
        assertThat(GraphFormat.of("Edge-List")).isEqualTo(GraphFormat.EDGE_LIST);
        assertThatThrownBy(() -> GraphFormat.of("word"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only graphml, gexf");
    }
}
