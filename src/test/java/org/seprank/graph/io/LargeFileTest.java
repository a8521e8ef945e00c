package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.FormatException;

/** Files that cannot fit in memory are refused before they are read; these have holes, so that they take no space. */
@Timeout(20)
class LargeFileTest {
    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    @TempDir
    private Path folder;

    private Path large(String name, String begins, long size) throws IOException {
        Path file = Files.writeString(folder.resolve(name), begins);
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(size);
        }
        return file;
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> GraphReader.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("cannot read " + file + ": a graph of ")
                .hasMessageContaining(words)
                .hasMessageContaining("GiB of memory at least, and Java has")
                .extracting(fault -> ((FormatException) fault).hint())
                .asString()
                .contains("SEPRANK_OPTS=-Xmx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g.txt | 1 2%n",
                "g.csv | 1,2%n",
                "g.mtx | %%%%MatrixMarket matrix coordinate pattern general%n9 9 9%n",
                "g.metis | 3 3%n",
                "g.col | p edge 3 3%n",
                "g.net | *Vertices 3%n",
                "g.json | {\"nodes\": [",
                "g.graphml | <graphml>",
                "g.gexf | <gexf>",
                "g.gml | graph [",
                "g.dot | graph {"
            })
    void aFileThatIsTooLargeIsNotRead(String name, String begins) throws IOException {
        String text = String.format(begins);
        assertRefused(large(name, text.repeat(70_000 / text.length()), 4 * MEMORY), "a graph of " + 4 * MEMORY);
    }

    /** Lines of long ids take less memory than they have bytes. */
    @Test
    void longLinesCountForLess() throws IOException {
        String line = "x".repeat(500) + " " + "y".repeat(500) + "\n";
        Path file = large("g.txt", line.repeat(70), 2 * MEMORY);
        assertThatThrownBy(() -> GraphReader.read(file)).hasMessageNotContaining("GiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g.mtx | %%%%MatrixMarket matrix coordinate pattern general%n9 9 2000000000%n",
                "g.metis | 3 2000000000%n",
                "g.col | p edge 3 2000000000%n"
            })
    void declaredEdgesAreCountedBeforeTheyAreRead(String name, String begins) throws IOException {
        assertRefused(large(name, String.format(begins) + "\n".repeat(1 << 16), MEMORY / 4), "2000000000 edges");
    }

    /** A number that the file has no room for is a fault of the file. */
    @Test
    void aSmallFileThatDeclaresManyEdgesEndsEarly() throws IOException {
        Path file = Files.writeString(
                folder.resolve("g.mtx"),
                "%%MatrixMarket matrix coordinate pattern general\n9 9 9000000000000000000\n1 2\n");
        assertThatThrownBy(() -> GraphReader.read(file)).hasMessageContaining("of which 1 came");
    }

    @Test
    void tablesOfDatasetsAreEstimatedToo() throws IOException {
        Files.writeString(folder.resolve("vertices.csv"), "id,label\na,0\nb,1\n");
        Path edges = large("edges.csv", "source,target\n" + "a,b\n".repeat(20_000), 2 * MEMORY);
        assertThatThrownBy(() -> Datasets.read(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("cannot read " + edges + ": text of " + 2 * MEMORY + " bytes takes");
        assertThat(edges).exists();
    }
}
