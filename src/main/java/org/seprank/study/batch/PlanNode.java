package org.seprank.study.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.file.OneLine;
import org.seprank.file.TextReader;

/** A part of a plan file with its line. YAML; JSON is a part of that. */
sealed interface PlanNode {
    /** The deepest nesting of a plan, which is map, map, list, list. */
    int MOST_DEPTH = 8;

    /** Its line, from 1. */
    int line();

    /** As it could stand in the file. */
    String text();

    /**
     * A word or number.
     *
     * @param line from 1
     * @param text as written
     */
    record Scalar(int line, String text) implements PlanNode {}

    /**
     * A list.
     *
     * @param line from 1
     * @param items in their order
     */
    record Items(int line, List<PlanNode> items) implements PlanNode {
        @Override
        public String text() {
            return items.stream().map(PlanNode::text).toList().toString();
        }
    }

    /**
     * Keys with values.
     *
     * @param line from 1
     * @param entries in their order
     */
    record Keys(int line, Map<String, PlanNode> entries) implements PlanNode {
        @Override
        public String text() {
            return "{" + String.join(", ", entries.keySet()) + "}";
        }
    }

    /**
     * The file's content.
     *
     * @throws IllegalArgumentException if it is not well formed, with the line
     */
    static PlanNode read(Path file) throws IOException {
        try (JsonParser parser = new YAMLFactory().createParser(TextReader.all(file))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException(file + ": line 1: the plan is empty; it needs the key 'base'");
            }
            PlanNode root = new Reader(file, parser).node(0, line(parser));
            if (parser.nextToken() != null) {
                throw wrong(file, line(parser), "a plan is one document, here a second one begins");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw wrong(
                    file,
                    line,
                    "not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    /** What is wrong where. */
    static IllegalArgumentException wrong(Path file, int line, String message) {
        return new IllegalArgumentException(file + ": line " + line + ": " + OneLine.of(message));
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /**
     * Builds nodes from tokens.
     *
     * @param file for messages
     * @param parser at the first token of the next node
     */
    record Reader(Path file, JsonParser parser) {
        PlanNode node(int depth, int line) throws IOException {
            if (depth > MOST_DEPTH) {
                throw wrong(file, line, "lists and keys are nested more than " + MOST_DEPTH + " deep");
            }
            if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw wrong(file, line, "aliases such as *" + parser.getText() + " are not known in plans");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> keys(line, depth);
                case START_ARRAY -> items(line, depth);
                case VALUE_NULL -> throw wrong(file, line, "a value is missing");
                default -> new Scalar(line, parser.getText());
            };
        }

        private PlanNode keys(int line, int depth) throws IOException {
            Map<String, PlanNode> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int at = line(parser);
                parser.nextToken();
                if (parser.currentToken() == JsonToken.VALUE_NULL) {
                    throw wrong(file, at, "key '" + key + "' has no value");
                }
                if (entries.put(key, node(depth + 1, at)) != null) {
                    throw wrong(file, at, "key '" + key + "' is given twice");
                }
            }
            return new Keys(line, entries);
        }

        private PlanNode items(int line, int depth) throws IOException {
            List<PlanNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(depth + 1, line(parser)));
            }
            return new Items(line, items);
        }
    }
}
