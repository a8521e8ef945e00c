package org.seprank.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.seprank.report.chart.Drawing;

/**
 * Documents as JSON: {@code {"schema": "seprank/KIND/1", FACTS: {..}, TABLE: [{column: value}, ..], "notes": [..]}},
 * and where there are figures {@code "figures": {FIGURE: {"title", "description", "data": [{column: value}, ..]}}}.
 * Whole numbers are written with all digits, infinities and NaN as strings, missing values as null.
 */
public final class JsonRenderer {
    /** Raised when a key is renamed, removed or changes its meaning. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonRenderer() {}

    /** The whole document, ending with a line break. */
    public static String render(Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", "seprank/" + document.kind() + "/" + SCHEMA_VERSION);
            for (Block block : document.blocks()) {
                write(json, block);
            }
            if (!document.figures().isEmpty()) {
                json.writeObjectFieldStart("figures");
                for (Block.Figure figure : document.figures()) {
                    write(json, figure);
                }
                json.writeEndObject();
            }
            json.writeArrayFieldStart("notes");
            for (Block block : document.blocks()) {
                if (block instanceof Block.Note note) {
                    json.writeString(note.text());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Block block) throws IOException {
        if (block instanceof Block.Facts facts) {
            json.writeObjectFieldStart(facts.key());
            for (Map.Entry<String, Value> fact : facts.values().entrySet()) {
                json.writeFieldName(fact.getKey());
                write(json, fact.getValue());
            }
            json.writeEndObject();
        } else if (block instanceof Block.Table table) {
            json.writeArrayFieldStart(table.key());
            for (List<Value> row : table.rows()) {
                json.writeStartObject();
                for (int c = 0; c < row.size(); c++) {
                    json.writeFieldName(table.columns().get(c));
                    write(json, row.get(c));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Block.Figure figure) throws IOException {
        Drawing.Data data = figure.drawing().data();
        json.writeObjectFieldStart(figure.key());
        json.writeStringField("title", figure.title());
        json.writeStringField("description", figure.drawing().description());
        json.writeArrayFieldStart("data");
        for (List<Object> row : data.rows()) {
            json.writeStartObject();
            for (int c = 0; c < row.size(); c++) {
                json.writeFieldName(data.columns().get(c));
                write(
                        json,
                        row.get(c) instanceof Double number
                                ? Value.known(number)
                                : Value.of(row.get(c).toString()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Marked marked) {
            write(json, marked.value());
        } else if (value instanceof Value.Whole whole) {
            json.writeNumber(whole.number());
        } else if (value instanceof Value.Real real && Double.isFinite(real.number())) {
            json.writeNumber(real.number());
        } else if (value instanceof Value.Missing) {
            json.writeNull();
        } else if (value instanceof Value.Truth truth) {
            json.writeBoolean(truth.truth());
        } else if (value instanceof Value.Words words) {
            json.writeStartArray();
            for (String word : words.words()) {
                json.writeString(word);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.text());
        }
    }
}
