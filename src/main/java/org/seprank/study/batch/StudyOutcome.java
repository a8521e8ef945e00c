package org.seprank.study.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a study came to, as it is kept.
 *
 * @param task the study
 * @param result exit code, answer and error
 * @param finished when
 * @param seconds how long it took
 */
public record StudyOutcome(StudyTask task, StudyRunner.Result result, Instant finished, double seconds)
        implements Serializable {
    /** Raised when a key is renamed, removed or changes its meaning. */
    static final String SCHEMA = "seprank/study-outcome/1";

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether the study succeeded. */
    public boolean succeeded() {
        return result.exitCode() == 0;
    }

    /** The answer as the command's JSON form; empty where there is none. */
    public JsonNode answer() {
        try {
            return result.answer().isEmpty() ? JSON.createObjectNode() : JSON.readTree(result.answer());
        } catch (IOException e) {
            throw new IllegalStateException("the answer of " + task.key() + " was checked when it was read", e);
        }
    }

    /** As a file. */
    byte[] toJson() throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("schema", SCHEMA);
        node.put("key", task.key());
        node.put("command", task.spec().command());
        node.set("options", JSON.valueToTree(task.spec().options()));
        node.put("version", task.version());
        node.set("inputs", JSON.valueToTree(task.inputs()));
        node.put("exit_code", result.exitCode());
        node.put("error", result.error());
        node.put("finished", finished.toString());
        node.put("seconds", seconds);
        node.set("answer", answer());
        return (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file.
     *
     * @param folder of files of the study's own
     * @throws IOException if it is none of these
     */
    static StudyOutcome parse(byte[] file, String folder) throws IOException {
        JsonNode node = JSON.readTree(file);
        if (!node.path("schema").asText().equals(SCHEMA)) {
            throw new IOException("is not of the schema " + SCHEMA);
        }
        TreeMap<String, List<String>> options = JSON.convertValue(node.path("options"), new TypeReference<>() {});
        SortedMap<String, String> inputs =
                JSON.convertValue(node.path("inputs"), new TypeReference<TreeMap<String, String>>() {});
        StudyTask task = new StudyTask(
                node.path("key").asText(),
                new StudySpec(node.path("command").asText(), options),
                node.path("version").asText(),
                inputs,
                folder);
        JsonNode answer = node.path("answer");
        StudyRunner.Result result = new StudyRunner.Result(
                node.path("exit_code").asInt(),
                answer.isEmpty() ? "" : answer.toString(),
                node.path("error").asText());
        try {
            Instant finished = Instant.parse(node.path("finished").asText());
            return new StudyOutcome(task, result, finished, node.path("seconds").asDouble());
        } catch (DateTimeParseException e) {
            throw new IOException("has no time of its end", e);
        }
    }
}
