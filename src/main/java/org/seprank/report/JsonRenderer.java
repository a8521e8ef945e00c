package org.seprank.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import org.seprank.report.chart.Drawing;

/**
 * Documents as JSON: {@code {"schema": "seprank/KIND/2", "question": {..}, FACTS: {..}, TABLE: [{COLUMN: value}, ..],
 * "figures": {FIGURE: {"title", "description", "data": [{COLUMN: value}, ..]}}, "notes": [..], "run": {..}}}; question,
 * figures and run where there are some.
 *
 * <p>Values: yes and no are booleans. Whole numbers are integers, from 2^53 on in size decimal strings, since many
 * readers keep numbers in double precision. Seconds are seconds and bytes are bytes, whatever people are shown.
 * Infinities and absent values are null, and exactly then {@code NAME_reason} beside {@code NAME} says why: "infinite",
 * "-infinite", "undefined" (0/0), "not applicable" or what kept it from being computed. Keys of which there is nothing
 * to say, such as the depth of a number that has none, are left out.
 */
public final class JsonRenderer {
    /** Raised when a key is renamed, removed or changes its meaning. */
    public static final int SCHEMA_VERSION = 2;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonRenderer() {}

    /** The whole document, ending with a line break. */
    public static String render(Document document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(document)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }

    /**
     * The whole document as a tree.
     *
     * @throws IllegalStateException if two blocks have the same key
     */
    public static ObjectNode tree(Document document) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", "seprank/" + document.kind() + "/" + SCHEMA_VERSION);
        document.question().ifPresent(question -> put(root.putObject("question"), question));
        document.blocks().forEach(block -> put(root, block));
        if (!document.figures().isEmpty()) {
            ObjectNode figures = root.putObject("figures");
            document.figures().forEach(figure -> put(place(figures, figure.key()), figure));
        }
        ArrayNode notes = root.putArray("notes");
        for (Block block : document.blocks()) {
            if (block instanceof Block.Note note) {
                notes.add(note.text());
            } else if (block instanceof Block.Run run) {
                put(root, run.facts());
                if (!run.durations().isEmpty()) {
                    put((ObjectNode) root.get("run"), run.table());
                }
            }
        }
        return root;
    }

    private static ObjectNode place(ObjectNode parent, String key) {
        if (parent.has(key)) {
            throw new IllegalStateException("two blocks have the key '" + key + "'");
        }
        return parent.putObject(key);
    }

    private static void put(ObjectNode node, Block.Question question) {
        node.put("command", question.command()).put("version", question.version());
        ObjectNode settings = node.putObject("settings");
        question.settings().forEach((name, value) -> put(settings, name, value));
        ArrayNode inputs = node.putArray("inputs");
        question.inputs()
                .forEach(input -> inputs.addObject()
                        .put("role", input.role())
                        .put("location", input.location())
                        .put("sha256", input.sha256()));
    }

    private static void put(ObjectNode root, Block block) {
        if (block instanceof Facts facts) {
            ObjectNode node = place(root, facts.key());
            facts.values().forEach((name, value) -> put(node, name, value));
        } else if (block instanceof Table table) {
            place(root, table.key());
            ArrayNode rows = root.putArray(table.key());
            for (List<Value> row : table.rows()) {
                ObjectNode node = rows.addObject();
                for (int c = 0; c < row.size(); c++) {
                    put(node, table.columns().get(c), row.get(c));
                }
            }
        }
    }

    private static void put(ObjectNode node, Block.Figure figure) {
        Drawing.Data data = figure.drawing().data();
        node.put("title", figure.title()).put("description", figure.drawing().description());
        ArrayNode rows = node.putArray("data");
        for (List<Object> row : data.rows()) {
            ObjectNode cells = rows.addObject();
            for (int c = 0; c < row.size(); c++) {
                put(
                        cells,
                        data.columns().get(c),
                        row.get(c) instanceof Double number
                                ? Value.of(number)
                                : Value.of(row.get(c).toString()));
            }
        }
    }

    private static void put(ObjectNode node, String name, Value shown) {
        Value value = shown.bare();
        if (value instanceof Value.Whole whole) {
            put(node, name, whole.number());
        } else if (value instanceof Value.Real real && Double.isFinite(real.number())) {
            node.put(name, real.number());
        } else if (value instanceof Value.Real real) {
            node.putNull(name).put(name + "_reason", real.number() > 0 ? "infinite" : "-infinite");
        } else if (value instanceof Value.Flag flag) {
            node.put(name, flag.set());
        } else if (value instanceof Value.Words words) {
            ArrayNode list = node.putArray(name);
            words.words().forEach(list::add);
        } else if (value instanceof Value.Missing missing) {
            node.putNull(name).put(name + "_reason", missing.reason());
        } else if (!(value instanceof Value.Nothing)) {
            node.put(name, value.text());
        }
    }

    private static void put(ObjectNode node, String name, BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            node.put(name, number.intValue()); // as a reader makes it of the text
        } else if (number.abs().bitLength() <= 53) {
            node.put(name, number.longValue());
        } else {
            node.put(name, number.toString());
        }
    }
}
