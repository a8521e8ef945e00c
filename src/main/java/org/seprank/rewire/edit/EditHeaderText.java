package org.seprank.rewire.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of an edit list as text: lines {@code name: value} for CSV, and members of an object for JSON, where
 * integers of up to 15 digits and booleans are such.
 */
final class EditHeaderText {
    /** Tells the header and its form. */
    static final String TITLE = "seprank edits 1";

    private static final String GRAPH = "graph";
    static final String HASH = "graph_sha256";
    private static final String PARAMETERS = "parameters";
    private static final String VERSION = "version";
    private static final JsonFactory JSON = new JsonFactory();

    private EditHeaderText() {}

    /** The lines, the title first; none for a header that says nothing. */
    static List<String> lines(EditHeader header) throws IOException {
        if (header.equals(EditHeader.none())) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(TITLE));
        for (Map.Entry<String, String> entry : entries(header).entrySet()) {
            lines.add(entry.getKey() + ": " + inOneLine(entry.getValue()));
        }
        if (!header.settings().isEmpty()) {
            lines.add(PARAMETERS + ": " + text(json -> writeObject(json, header.parameters())));
        }
        return lines;
    }

    private static Map<String, String> entries(EditHeader header) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(GRAPH, header.graph());
        entries.put(HASH, header.graphHash());
        entries.putAll(header.settings());
        entries.put(VERSION, header.version());
        entries.values().removeIf(String::isEmpty);
        return entries;
    }

    /** A value with a line break or quotes is written as JSON text. */
    private static String inOneLine(String value) throws IOException {
        if (value.equals(value.strip())
                && !value.startsWith("\"")
                && value.chars().noneMatch(c -> c < ' ')) {
            return value;
        }
        return text(json -> json.writeString(value));
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String text(Content content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.writeTo(json);
        }
        return text.toString();
    }

    /** The header that lines say; {@link EditHeader#none} where the title is not among them. */
    static EditHeader parse(List<String> lines) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        Map<String, String> parameters = Map.of();
        if (!lines.contains(TITLE)) {
            return EditHeader.none();
        }
        for (String line : lines) {
            int colon = line.indexOf(": ");
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 2);
            if (name.equals(PARAMETERS)) {
                try (JsonParser json = JSON.createParser(value)) {
                    if (json.nextToken() != JsonToken.START_OBJECT) {
                        throw new JsonParseException(json, "the parameters are no object");
                    }
                    parameters = readObject(json);
                }
            } else if (colon > 0) {
                entries.put(name, value.startsWith("\"") ? unquoted(value) : value);
            }
        }
        return header(entries, parameters);
    }

    private static String unquoted(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return parser.nextTextValue();
        }
    }

    private static EditHeader header(Map<String, String> entries, Map<String, String> parameters) {
        Map<String, String> settings = new LinkedHashMap<>(entries);
        List.of(GRAPH, HASH, VERSION).forEach(settings::remove);
        return new EditHeader(
                entries.getOrDefault(GRAPH, ""),
                entries.getOrDefault(HASH, ""),
                settings,
                parameters,
                entries.getOrDefault(VERSION, ""));
    }

    /** Writes the header as an object. */
    static void write(JsonGenerator json, EditHeader header) throws IOException {
        json.writeStartObject();
        json.writeStringField("form", TITLE);
        writeMembers(json, entries(header));
        if (!header.settings().isEmpty()) {
            json.writeFieldName(PARAMETERS);
            writeObject(json, header.parameters());
        }
        json.writeEndObject();
    }

    private static void writeObject(JsonGenerator json, Map<String, String> values) throws IOException {
        json.writeStartObject();
        writeMembers(json, values);
        json.writeEndObject();
    }

    private static void writeMembers(JsonGenerator json, Map<String, String> values) throws IOException {
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String value = entry.getValue();
            json.writeFieldName(entry.getKey());
            if (value.matches("0|-?[1-9]\\d{0,14}")) {
                json.writeNumber(Long.parseLong(value));
            } else if (value.equals("true") || value.equals("false")) {
                json.writeBoolean(Boolean.parseBoolean(value));
            } else {
                json.writeString(value);
            }
        }
    }

    /** Reads what {@link #write} wrote; the parser is at the start of the object. */
    static EditHeader read(JsonParser json) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        Map<String, String> parameters = Map.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> object = readObject(json);
                parameters = name.equals(PARAMETERS) ? object : parameters;
            } else {
                entries.put(name, json.getText());
            }
        }
        return TITLE.equals(entries.remove("form")) ? header(entries, parameters) : EditHeader.none();
    }

    /** Scalars by name; the parser is at the start of the object. */
    private static Map<String, String> readObject(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, json.getText());
            json.skipChildren();
        }
        return values;
    }
}
