package org.seprank.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.io.Datasets;
import org.seprank.file.FormatException;
import org.seprank.file.NpzFixture;
import org.seprank.file.ReadLimits;

/** Files that ask for more than they are, or for what nobody may have. */
class HostileFilesTest {
    private static final int TEST_BYTES = 20 << 20;

    @TempDir
    Path folder;

    private void refused(Path file, String... parts) {
        assertThatThrownBy(() -> Datasets.read(file))
                .isInstanceOf(FormatException.class)
                .message()
                .contains(parts)
                .startsWith("cannot read ")
                .doesNotContain("\n");
    }

    @Test
    void aDeclaredShapeWithoutItsBytesIsRefused() throws IOException {
        Path file = new NpzFixture()
                .raw("node_features", "<f4", "1000000, 1000000", new byte[16])
                .integers("node_labels", "2,", 0, 1)
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("a.npz"));
        refused(file, "'node_features'", "needs 4000000000", "but it has");
    }

    @Test
    void shapesBeyondAllNumbersAreRefused() throws IOException {
        for (String shape : new String[] {"9999999999999999999, 2", "4000000000, 4000000000, 4000000000", "-1, 2"}) {
            Path file = new NpzFixture()
                    .raw("node_labels", "<i8", "2,", new byte[16])
                    .raw("edges", "<i8", shape, new byte[16])
                    .write(folder.resolve("a.npz"));
            refused(file, "a.npz");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O", "<c8", "<U7", "|S3", "<M8", "f99"})
    void itemsThatAreNoNumbersAreRefused(String type) throws IOException {
        Path file = new NpzFixture()
                .raw("node_labels", type, "2,", new byte[16])
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("a.npz"));
        refused(file, "'node_labels'", "not numbers");
    }

    @Test
    void fractionsWhereWholeNumbersShouldBeAreRefused() throws IOException {
        Path file = new NpzFixture()
                .reals("node_labels", "2,", 0.5f, 1)
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("a.npz"));
        refused(file, "'node_labels'", "floating-point");
    }

    @Test
    void edgesToNowhereAreRefused() throws IOException {
        Path file = new NpzFixture()
                .integers("node_labels", "2,", 0, 1)
                .integers("edges", "1, 2", 0, 7)
                .write(folder.resolve("a.npz"));
        refused(file, "edge (0, 7) has an end outside 0..1");
    }

    @Test
    void aBombOfZerosIsRefusedBeforeItFillsMemory() throws IOException {
        Path npz = new NpzFixture()
                .raw("node_labels", "<i8", TEST_BYTES / 8 + ",", new byte[TEST_BYTES])
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("bomb.npz"));
        assertThat(Files.size(npz)).isLessThan(TEST_BYTES / 500);
        refused(npz, "unpacks to more than");
        Path folderOfOgb = folder.resolve("ogb/raw");
        Files.createDirectories(folderOfOgb);
        Files.writeString(folderOfOgb.resolve("num-node-list.csv"), "1\n");
        Files.writeString(folderOfOgb.resolve("edge.csv"), "0,0\n");
        Path labels = folderOfOgb.resolve("node-label.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(labels))) {
            out.write("1\n".repeat(TEST_BYTES / 2).getBytes(StandardCharsets.US_ASCII));
        }
        refused(folder.resolve("ogb"), "unpacks to more than");
    }

    @Test
    void limitsAreTheCallers() throws IOException {
        Path file = new NpzFixture()
                .integers("node_labels", "2,", 0, 1)
                .integers("edges", "1, 2", 0, 1)
                .write(folder.resolve("a.npz"));
        assertThat(Datasets.read(file).classCount()).isEqualTo(2);
        assertThatThrownBy(() -> Datasets.read(file, new ReadLimits(50, 500)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 50 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos\nsystem\n(S'touch stolen'\ntR.",
                "c__builtin__\neval\n(S'1'\ntR.",
                "(ios\nsystem\nS'touch stolen'\n.",
                "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nmemmap\ntR.",
                "ccopy_reg\n_reconstructor\n(cnumpy\nndarray\nc__builtin__\nobject\nNtR.",
                "cnumpy\ndtype\n(S'O8'\nI0\nI1\ntR.",
                "Ptraitor\n.",
                "cdecimal\nDecimal\n(S'1'\ntR."
            })
    void picklesThatNameAnythingElseAreRefused(String pickle) throws IOException {
        Path file = Files.writeString(folder.resolve("evil.pickle"), pickle, StandardCharsets.ISO_8859_1);
        Source source = Source.of(file, ReadLimits.defaults());
        assertThatThrownBy(() -> source.unpickle(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("not a pickle of plain data")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void picklesThatDeclareMoreThanTheyHaveAreRefused() throws IOException {
        for (String pickle :
                new String[] {"T\u00ff\u00ff\u00ff\u007fabc.", "X\u0000\u0000\u0000@abc.", "", "(", "]a.", "t."}) {
            Path file = Files.writeString(folder.resolve("short.pickle"), pickle, StandardCharsets.ISO_8859_1);
            Source source = Source.of(file, ReadLimits.defaults());
            assertThatThrownBy(() -> source.unpickle(file)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void damagedGzipIsOneLine() throws IOException {
        Path raw = folder.resolve("ogb/raw");
        Files.createDirectories(raw);
        Files.writeString(raw.resolve("num-node-list.csv"), "1\n");
        Files.write(raw.resolve("edge.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 99});
        Files.writeString(raw.resolve("node-label.csv"), "1\n");
        refused(folder.resolve("ogb"), "edge.csv.gz", "damaged");
    }

    @Test
    void faultsInTextNameTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("g.txt"), "1\n2 0\n0 1 1\n0 1 x\n");
        refused(file, "line 4: expected a whole number, found 'x'");
        Files.writeString(file, "1\n2 0\n0 1 1\n0 1 5\n");
        refused(file, "line 4: 5 is not in 0..1");
        Files.writeString(file, "1\n2 0\n0 1 1\n");
        refused(file, "line 3", "the file ends here, expected a vertex");
        Files.writeString(file, "1\n2 0\n0 1 1\n0 1 0 0.5\n");
        refused(file, "line 4", "0 attributes, found 4 fields");
        Files.writeString(file, "1\n1 0\n0 0 NaN\n");
        refused(file, "line 3", "expected a finite number, found 'NaN'");
        Files.writeString(file, "999999999\n1 0\n0 0\n");
        refused(file, "line 3", "the file ends here, expected a graph");
    }
}
