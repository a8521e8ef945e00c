package org.seprank.study.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.file.Folders;
import org.seprank.report.JsonRenderer;
import org.seprank.study.Context;
import org.seprank.study.ExitCode;
import org.seprank.study.Failure;
import org.seprank.study.Outcome;

/**
 * What a task came to, as it is kept.
 *
 * @param task the task
 * @param result exit code, answer and error
 * @param finished when
 * @param seconds how long it took
 */
public record Finished(StudyTask task, Result result, Instant finished, double seconds) implements Serializable {
    /** Raised when a key is renamed, removed or changes its meaning. */
    static final String SCHEMA = "seprank/finished/2";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What a study came to.
     *
     * @param exitCode 0 where it succeeded, 4 where it did but what was claimed did not hold
     * @param answer the answer's JSON form; an empty object where there is none
     * @param error in one line; empty where there is an answer
     */
    public record Result(int exitCode, ObjectNode answer, String error) implements Serializable {}

    /**
     * Runs a task; what it throws is what it came to.
     *
     * @throws CancellationException if it was asked to stop
     */
    public static Finished of(StudyTask task, Studies studies, Context context) {
        return of(task, FilePlaces.asNamed(), studies, context);
    }

    /**
     * Runs a task on a machine where its files are elsewhere; what it throws is what it came to.
     *
     * @param places where they are
     * @throws CancellationException if it was asked to stop
     */
    public static Finished of(StudyTask task, FilePlaces places, Studies studies, Context context) {
        long start = System.nanoTime();
        Result result;
        try {
            result = result(task, places.of(task), studies, context);
            places.restore(result.answer());
        } catch (CancellationException interrupted) {
            throw interrupted;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            result = failed(task, places, e);
        }
        return now(task, result, start);
    }

    private static Result result(StudyTask task, StudyTask placed, Studies studies, Context context)
            throws IOException {
        if (placed.spec().hasFolder()) {
            Folders.makeEmpty(Path.of(placed.folder()));
        }
        Outcome outcome = studies.of(placed).run(context.withCommand(task.command()));
        if (!outcome.complete()) {
            throw new CancellationException();
        }
        return new Result(ExitCode.of(outcome.verdict()), JsonRenderer.tree(outcome.answer()), "");
    }

    private static Result failed(StudyTask task, FilePlaces places, Throwable thrown) {
        Failure failure = Failure.of(thrown, task.spec().command());
        String error = failure.error().lines().findFirst().orElse("");
        return new Result(failure.exitCode(), JsonNodeFactory.instance.objectNode(), places.restored(error));
    }

    private static Finished now(StudyTask task, Result result, long start) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Finished(task, result, now, (System.nanoTime() - start) / 1e9);
    }

    /** What came of this task, if in the end it fails for that reason. */
    public Finished failing(Exception reason) {
        return new Finished(task, failed(task, FilePlaces.asNamed(), reason), finished, seconds);
    }

    /** Whether there is an answer. */
    public boolean succeeded() {
        return result.error().isEmpty();
    }

    /** The answer as its JSON form; an empty object where there is none. */
    public JsonNode answer() {
        return result.answer();
    }

    /** A number of the answer; NaN where there is none. */
    public double number(String block, String name) {
        return number(result.answer().path(block), name);
    }

    /** The rows of a table of the answer; none where there is no such table. */
    public List<JsonNode> rows(String table) {
        List<JsonNode> rows = new ArrayList<>();
        result.answer().path(table).forEach(rows::add);
        return rows;
    }

    /** A number of a block or a row; NaN where there is none. */
    public static double number(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (object.path(name + "_reason").asText()) {
            case "infinite" -> Double.POSITIVE_INFINITY;
            case "-infinite" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
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
        node.set("answer", result.answer());
        return (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a file says.
     *
     * @param key that it should have
     * @param folder of files of the study's own
     * @throws IllegalArgumentException if it says something else
     */
    static Finished parse(StoredJson json, String key, String folder) {
        json.requireSchema(SCHEMA);
        if (!json.key().equals(key)) {
            throw new IllegalArgumentException("key 'key': '" + json.key() + "' is not the name of the file");
        }
        StudySpec spec = new StudySpec(json.text("command"), json.lists("options"));
        StudyTask task = new StudyTask(key, spec, json.text("version"), json.texts("inputs"), folder);
        Result result = new Result(json.whole("exit_code"), json.object("answer"), json.text("error"));
        return new Finished(task, result, json.instant("finished"), json.atLeastZero("seconds"));
    }
}
