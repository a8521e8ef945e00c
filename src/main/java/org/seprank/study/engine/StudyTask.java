package org.seprank.study.engine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.seprank.study.input.FileHash;

/**
 * A study with the name under which its outcome is kept.
 *
 * @param key SHA-256, in hexadecimal, of the canonical JSON of everything below: the same study of the same content by
 *     the same version has the same key, any other has another
 * @param spec the study
 * @param version of the program
 * @param inputs SHA-256 of the content of every file or folder that the study names, by its path
 * @param folder for files of the study's own
 */
public record StudyTask(String key, StudySpec spec, String version, SortedMap<String, String> inputs, String folder)
        implements Serializable {
    private static final JsonMapper JSON = new JsonMapper();

    /** Copies the map. */
    public StudyTask {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /**
     * The task of a study.
     *
     * @param root in which studies have their folders; empty where none has
     */
    public static StudyTask of(StudySpec spec, String version, SortedMap<String, String> inputs, String root) {
        String key = FileHash.of(canonical(spec, version, inputs).getBytes(StandardCharsets.UTF_8));
        return new StudyTask(key, spec, version, inputs, root.isEmpty() ? "" : root + "/" + key);
    }

    /** The command line, ready for a shell. */
    String command() {
        return spec.commandLine(folder);
    }

    /** Command, options, inputs and version with sorted names and without spaces. */
    private static String canonical(StudySpec spec, String version, SortedMap<String, String> inputs) {
        ObjectNode node = JSON.createObjectNode();
        node.put("command", spec.command());
        node.set("inputs", JSON.valueToTree(inputs));
        node.set("options", JSON.valueToTree(spec.options()));
        node.put("version", version);
        return node.toString();
    }
}
