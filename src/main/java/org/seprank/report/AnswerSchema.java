package org.seprank.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The JSON Schemas (2020-12) of what {@link JsonRenderer} writes, one for each kind of document, with a description and
 * the unit of every key.
 */
public final class AnswerSchema {
    private static final List<String> KINDS = List.of(
            "advise",
            "analyze",
            "batch-plan",
            "batch-report",
            "batch-status",
            "compare",
            "convert",
            "dataset",
            "dataset-convert",
            "dataset-fetch",
            "datasets",
            "entangle",
            "estimate",
            "experiment",
            "experiments",
            "families",
            "graph-set",
            "interactions",
            "lab",
            "labs",
            "mapped-analyze",
            "mapped-build",
            "mapped-sparsify",
            "measure",
            "measure-each",
            "methods",
            "predict",
            "rewire",
            "train");

    private static final String COMMON = "common";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnswerSchema() {}

    /** The kinds of documents, in alphabetical order. */
    public static List<String> kinds() {
        return KINDS;
    }

    /**
     * The schema of a kind, which needs no other file.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static ObjectNode of(String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("no answer '" + kind + "', only " + String.join(", ", KINDS));
        }
        ObjectNode schema = read(kind);
        schema.put("$id", "urn:seprank:answer:" + kind + ":" + JsonRenderer.SCHEMA_VERSION);
        schema.set("$defs", read(COMMON).get("$defs"));
        return schema;
    }

    /** References into the common file become references into this one. */
    private static ObjectNode read(String name) {
        try (InputStream in = AnswerSchema.class.getResourceAsStream("/org/seprank/schema/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("schema " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) MAPPER.readTree(text.replace("\"" + COMMON + ".json#/", "\"#/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
