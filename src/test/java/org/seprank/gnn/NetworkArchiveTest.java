package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;

/** No file makes the program run code. */
class NetworkArchiveTest {
    private static final FittedSpec SPEC =
            GnnSpec.of(new Aggregation.Gcn(), 2, 4).fittedTo(TaskShape.of(3, 2));

    @TempDir
    Path folder;

    private Path file;
    private Map<String, byte[]> entries;

    @BeforeEach
    void aSavedNetwork() throws IOException {
        Trap.sprung = false;
        file = folder.resolve("a.network");
        Network.of(SPEC, new Optimizer.Adam(0.01, 0)).save(file);
        entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    @Test
    void theSameEntriesAreTheSameNetwork() throws IOException {
        write();
        assertThat(Network.load(file, Workers.single()).fitted()).isEqualTo(SPEC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "objects/gnn-spec", "objects/other"})
    void noSerializedObjectIsMade(String entry) throws IOException {
        entries.put(entry, serialized(new Trap()));
        write();
        assertRefused();
        assertThat(Trap.sprung).isFalse();
    }

    /** The directory at the end of an archive need not list what is in it. */
    @Test
    void anEntryThatTheDirectoryHidesIsFound() throws IOException {
        entries.put("preprocessor.bin", serialized(new Trap()));
        write();
        byte[] bytes = Files.readAllBytes(file);
        int directory = lastIndexOf(bytes, "preprocessor.bin");
        System.arraycopy("updaterState.bin".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, directory, 16);
        Files.write(file, bytes);
        assertRefused();
        assertThat(Trap.sprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\":\"java.lang.ProcessBuilder\"}",
                "{\"a\":[{\"@class\":\"java.lang.ProcessBuilder\",\"@class\":\"org.nd4j.linalg.X\"}]}",
                "{"
            })
    void theConfigurationNamesClassesOfNetworksOnly(String configuration) throws IOException {
        entries.put("configuration.json", configuration.getBytes(StandardCharsets.UTF_8));
        write();
        assertRefused();
    }

    @Test
    void aMissingSpecIsSaid() throws IOException {
        entries.remove("objects/gnn-spec");
        write();
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> Network.load(file, Workers.single()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("it is not a network");
    }

    private void write() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    /** An object that notices when it is read. */
    private static final class Trap implements Serializable {
        private static final long serialVersionUID = 1;
        private static boolean sprung;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            sprung = true;
        }
    }
}
