package org.seprank.study.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.seprank.file.FormatException;
import org.seprank.file.TextReader;

/**
 * An object in a file of a store, which may be damaged.
 *
 * @param node what it holds
 */
record StoredJson(ObjectNode node) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int KEY_LENGTH = 64;

    /**
     * What the object in a file means.
     *
     * @param hint what helps where it means nothing
     * @param meaning throws {@link IllegalArgumentException} where it is not what it should be
     * @throws FormatException with the line, or the key, that is wrong
     */
    static <T> T read(Path file, String hint, Function<StoredJson, T> meaning) throws IOException {
        try {
            if (JSON.readTree(TextReader.all(file)) instanceof ObjectNode object) {
                return meaning.apply(new StoredJson(object));
            }
            throw FormatException.inFile(file, "it is damaged: it holds no JSON object", hint);
        } catch (JsonProcessingException e) {
            throw FormatException.inJson(file, e, hint);
        } catch (IllegalArgumentException e) {
            throw FormatException.inFile(file, "it is damaged: " + e.getMessage(), hint)
                    .causedBy(e);
        }
    }

    private static IllegalArgumentException wrong(String key, JsonNode found, String expected) {
        return new IllegalArgumentException(
                found.isMissingNode()
                        ? "key '" + key + "' is missing"
                        : "key '" + key + "': '" + found + "' is not " + expected);
    }

    void requireSchema(String schema) {
        String found = text("schema");
        if (!found.equals(schema)) {
            throw new IllegalArgumentException(
                    found.startsWith("seprank/")
                            ? "another version of seprank wrote it, as '" + found + "'; begin anew in another folder"
                            : "key 'schema': '" + found + "' is not " + schema);
        }
    }

    String text(String key) {
        return text(key, node.path(key));
    }

    private static String text(String key, JsonNode found) {
        if (!found.isTextual()) {
            throw wrong(key, found, "a text");
        }
        return found.textValue();
    }

    /** The member {@code key}: the name under which something is kept. */
    String key() {
        String key = text("key");
        if (key.length() != KEY_LENGTH || !key.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("key 'key': '" + key + "' is not of 64 hexadecimal digits");
        }
        return key;
    }

    int whole(String key) {
        if (!node.path(key).isInt()) {
            throw wrong(key, node.path(key), "a whole number");
        }
        return node.path(key).intValue();
    }

    double atLeastZero(String key) {
        double value = node.path(key).isNumber() ? node.path(key).doubleValue() : Double.NaN;
        if (!(value >= 0 && Double.isFinite(value))) {
            throw wrong(key, node.path(key), "a number from 0 on");
        }
        return value;
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("key '" + key + "': '" + text(key) + "' is not a time", e);
        }
    }

    ObjectNode object(String key) {
        return object(key, node.path(key));
    }

    private static ObjectNode object(String key, JsonNode found) {
        if (found instanceof ObjectNode object) {
            return object;
        }
        throw wrong(key, found, "an object");
    }

    private static List<JsonNode> items(String key, JsonNode found) {
        if (!found.isArray()) {
            throw wrong(key, found, "a list");
        }
        List<JsonNode> items = new ArrayList<>();
        found.forEach(items::add);
        return items;
    }

    List<StoredJson> objects(String key) {
        return items(key, node.path(key)).stream()
                .map(item -> new StoredJson(object(key, item)))
                .toList();
    }

    SortedMap<String, String> texts(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : object(key).properties()) {
            texts.put(entry.getKey(), text(key + "." + entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    SortedMap<String, List<String>> lists(String key) {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : object(key).properties()) {
            String name = key + "." + entry.getKey();
            lists.put(
                    entry.getKey(),
                    items(name, entry.getValue()).stream()
                            .map(item -> text(name, item))
                            .toList());
        }
        return lists;
    }
}
