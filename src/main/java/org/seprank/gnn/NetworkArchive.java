package org.seprank.gnn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The file of a network, looked at before Deeplearning4j reads it. That would make any serialized object of any class
 * it finds in certain entries, and objects of the classes that the configuration names, which lets a file run code; so
 * only entries that {@link Network#save} writes pass, the spec is read as text and nothing else, and classes are those
 * of networks.
 */
final class NetworkArchive {
    /** The entry of the spec, as Deeplearning4j names it. */
    static final String SPEC = "gnn-spec";

    private static final String OBJECTS = "objects/";
    private static final Set<String> ENTRIES = Set.of(
            ModelSerializer.CONFIGURATION_JSON,
            ModelSerializer.COEFFICIENTS_BIN,
            ModelSerializer.UPDATER_BIN,
            ModelSerializer.NO_PARAMS_MARKER,
            OBJECTS + SPEC);
    private static final Set<String> TEXTS = Set.of(ModelSerializer.CONFIGURATION_JSON, OBJECTS + SPEC);
    private static final List<String> PACKAGES =
            List.of("org.deeplearning4j.nn.", "org.nd4j.linalg.", "org.seprank.gnn.");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // else a second name could hide the first
            .build();

    private NetworkArchive() {}

    /**
     * The spec of the network in that file, as JSON.
     *
     * @throws IllegalArgumentException if the file holds anything that a saved network does not
     * @throws IOException if it cannot be read
     */
    static String spec(Path file) throws IOException {
        Map<String, byte[]> texts = new HashMap<>();
        Set<String> seen = new HashSet<>();
        // in sequence, as Deeplearning4j reads it: the directory at the end of an archive may say something else
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!ENTRIES.contains(name) || !seen.add(name)) {
                    throw new IllegalArgumentException("no saved network holds " + name + " here");
                }
                if (TEXTS.contains(name)) {
                    texts.put(name, zip.readAllBytes());
                }
            }
        }
        checkClasses(required(texts, ModelSerializer.CONFIGURATION_JSON));
        return text(required(texts, OBJECTS + SPEC));
    }

    private static byte[] required(Map<String, byte[]> texts, String entry) {
        byte[] text = texts.get(entry);
        if (text == null) {
            throw new IllegalArgumentException("it holds no " + entry);
        }
        return text;
    }

    private static void checkClasses(byte[] configuration) throws IOException {
        try {
            for (JsonNode name : JSON.readTree(configuration).findValues("@class")) {
                if (PACKAGES.stream().noneMatch(name.asText()::startsWith)) {
                    throw new IllegalArgumentException("its configuration names the class " + name.asText());
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its configuration is not JSON", e);
        }
    }

    private static String text(byte[] serialized) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialized))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("!*")); // text is not subject to it
            return (String) in.readObject();
        } catch (ObjectStreamException | ClassNotFoundException | ClassCastException e) {
            throw new IllegalArgumentException("its spec is not text", e);
        }
    }
}
