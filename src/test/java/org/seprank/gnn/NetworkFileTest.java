package org.seprank.gnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.file.NpzOutput;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.layer.Aggregation;

/** No file makes the program run code. */
class NetworkFileTest {
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

    /** What the class of an entry is, or whether there are more of them, is of no interest. */
    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "objects/gnn-spec", "network.npy", "parameters.npy", "other"})
    void noSerializedObjectIsMade(String entry) throws IOException {
        entries.put(entry, serialized(new Trap()));
        write();
        try {
            Network.load(file, Workers.single());
        } catch (FormatException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
        assertThat(Trap.sprung).isFalse();
    }

    @Test
    void anEarlierVersionsFileIsRefusedInOneLine() throws IOException {
        entries.clear();
        entries.put("configuration.json", new byte[] {'{', '}'});
        entries.put("objects/gnn-spec", serialized(new Trap()));
        write();
        assertThatThrownBy(() -> Network.load(file, Workers.single()))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.what()).contains("earlier version").doesNotContain("\n");
                    assertThat(e.hint()).contains("begin anew");
                });
        assertThat(Trap.sprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.npy", "parameters.npy", "optimizer_state.npy"})
    void aMissingArrayIsSaid(String entry) throws IOException {
        entries.remove(entry);
        write();
        assertRefused(entry.replace(".npy", ""));
    }

    /** A spec that asks for 2^46 parameters takes no memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"width\":1048576",
                "\"inputWidth\":1048576",
                "\"depth\":256",
                "\"width\":0",
                "\"outputWidth\":-1"
            })
    void sizesAreComparedBeforeTheyAreBelieved(String size) throws IOException {
        String name = size.substring(0, size.indexOf(':') + 1);
        replaceInHead(name + "\\d+", size);
        assertRefused("network");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":\"adam\"|\"type\":\"java.lang.ProcessBuilder\"",
                "\"type\":\"gcn\"|\"type\":\"none\"",
                "\"loss\":\"SOFTMAX\"|\"loss\":null",
                "\"steps\":0|\"steps\":-1",
                "\"steps\":0|\"steps\":1e40",
                "seprank/network/1|seprank/network/9"
            })
    void theSpecSaysWhatTheProgramKnows(String before, String after) throws IOException {
        replaceInHead(Pattern.quote(before), after);
        assertRefused("network");
    }

    @Test
    void partsThatAreNullAreRefused() throws IOException {
        replaceInHead("\"optimizer\":\\{[^}]*\\}", "\"optimizer\":null");
        assertRefused("not the spec of a network");
    }

    @Test
    void aParameterThatIsNoNumberIsRefused() throws IOException {
        byte[] parameters = Objects.requireNonNull(entries.get("parameters.npy"));
        System.arraycopy(new byte[] {0, 0, (byte) 0xc0, 0x7f}, 0, parameters, parameters.length - 4, 4);
        write();
        assertRefused("finite");
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        for (SplittableRandom random = new SplittableRandom(1); random.nextInt(200) != 0; ) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length / 2)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                Network.load(file, Workers.single()); // times and the like do not matter
            } catch (FormatException refused) {
                assertThat(refused).hasMessageContaining(file.toString());
            }
            Files.write(file, bytes);
        }
    }

    private void replaceInHead(String pattern, String replacement) throws IOException {
        byte[] head = entries.get("network.npy");
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("}", text.indexOf("descr")) + 1;
        start = text.indexOf('{', start);
        String json = text.substring(start);
        String changed = json.replaceAll(pattern, Matcher.quoteReplacement(replacement));
        assertThat(changed).isNotEqualTo(json);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (NpzOutput out = NpzOutput.to(bytes)) {
            out.text("network", changed);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            zip.getNextEntry();
            entries.put("network.npy", zip.readAllBytes());
        }
        write();
    }

    private void assertRefused(String word) {
        assertThatThrownBy(() -> Network.load(file, Workers.single()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(word);
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
