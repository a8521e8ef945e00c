package org.seprank.study.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the files that a task names are on another machine than that where the task was made. What comes of the task
 * says the names again, so that it does not depend on the machine.
 *
 * @param names to paths; each path is one that no text has by chance
 */
public record FilePlaces(SortedMap<String, String> names) {
    /** Copies the map. */
    public FilePlaces {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /** Everything is where it was. */
    static FilePlaces asNamed() {
        return new FilePlaces(new TreeMap<>());
    }

    /** The task with the paths for the names. */
    public StudyTask of(StudyTask task) {
        TreeMap<String, List<String>> options = new TreeMap<>();
        task.spec().options().forEach((name, values) -> {
            List<String> moved = new ArrayList<>();
            values.forEach(value -> moved.add(moved(value)));
            options.put(name, moved);
        });
        String folder = names.getOrDefault(task.folder(), task.folder());
        return new StudyTask(
                task.key(), new StudySpec(task.spec().command(), options), task.version(), task.inputs(), folder);
    }

    private String moved(String value) {
        for (String name : StudySpec.names(value)) {
            String path = names.get(name);
            if (path != null) {
                int at = value.indexOf(name);
                return value.substring(0, at) + path + value.substring(at + name.length());
            }
        }
        return value;
    }

    /** A text with the names for the paths. */
    public String restored(String text) {
        String restored = text;
        for (Map.Entry<String, String> place : names.entrySet()) {
            restored = restored.replace(place.getValue(), place.getKey());
        }
        return restored;
    }

    /** The content of a file with the names for the paths, if it is text, else as it is. */
    public byte[] restored(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return content;
            }
        }
        // one character for each byte, whatever the encoding
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String restored = text;
        for (Map.Entry<String, String> place : names.entrySet()) {
            restored = restored.replace(bytes(place.getValue()), bytes(place.getKey()));
        }
        return restored.equals(text) ? content : restored.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Puts the names for the paths into the texts of an answer. */
    void restore(JsonNode node) {
        if (names.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(restoredNode(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, restoredNode(array.get(i)));
            }
        }
    }

    private JsonNode restoredNode(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(restored(node.textValue()));
        }
        restore(node);
        return node;
    }
}
