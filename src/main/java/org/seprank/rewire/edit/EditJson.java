package org.seprank.rewire.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;

/** Removals in the form of the official implementation. */
final class EditJson {
    private static final String EDGES = "removed_edges";
    private static final String HINT =
            "the official form is {\"dataset\": .., \"chunk_size\": .., \"" + EDGES + "\": [[u, ..], [v, ..]]}";

    private record Id(String text, long line) {}

    private EditJson() {}

    static void write(Writer out, Graph graph, EditList edits, EditFile.Origin origin) throws IOException {
        if (edits.additionCount() > 0) {
            throw new IllegalArgumentException("the JSON form holds removals only, but " + edits.additionCount()
                    + " edits add an edge; write them as CSV");
        }
        boolean numeric = graph.ids().numeric();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("dataset", origin.dataset());
            json.writeNumberField("chunk_size", origin.chunkSize());
            json.writeArrayFieldStart(EDGES);
            writeIds(
                    json,
                    edits.size(),
                    numeric,
                    i -> graph.ids().id(edits.get(i).u()));
            writeIds(
                    json,
                    edits.size(),
                    numeric,
                    i -> graph.ids().id(edits.get(i).v()));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void writeIds(JsonGenerator json, int count, boolean numeric, IntFunction<String> ids)
            throws IOException {
        json.writeStartArray();
        for (int i = 0; i < count; i++) {
            if (numeric) {
                json.writeNumber(Long.parseLong(ids.apply(i)));
            } else {
                json.writeString(ids.apply(i));
            }
        }
        json.writeEndArray();
    }

    static EditList read(Path path, Graph graph) throws IOException {
        EditReplay replay = new EditReplay(path, graph);
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                JsonParser json = new JsonFactory().createParser(text)) {
            expect(path, json, JsonToken.START_OBJECT, "an object");
            findEdges(path, json);
            expect(path, json, JsonToken.START_ARRAY, "an array of two arrays");
            List<Id> sources = ids(path, json);
            List<Id> targets = ids(path, json);
            if (sources.size() != targets.size()) {
                throw FormatException.atLine(
                        path, lineOf(json), sources.size() + " sources but " + targets.size() + " targets", HINT);
            }
            for (int i = 0; i < sources.size(); i++) {
                replay.edit(
                        sources.get(i).line(),
                        Edit.Kind.REMOVE,
                        sources.get(i).text(),
                        targets.get(i).text());
            }
        } catch (JsonProcessingException malformed) {
            long line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw FormatException.atLine(path, line, malformed.getOriginalMessage(), HINT);
        }
        return replay.build();
    }

    private static void findEdges(Path path, JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.currentName().equals(EDGES)) {
                return;
            }
            json.nextToken();
            json.skipChildren();
        }
        throw FormatException.atLine(path, lineOf(json), "there is no field '" + EDGES + "'", HINT);
    }

    private static List<Id> ids(Path path, JsonParser json) throws IOException {
        expect(path, json, JsonToken.START_ARRAY, "an array of vertex ids");
        List<Id> ids = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = json.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_STRING) {
                throw FormatException.atLine(
                        path, lineOf(json), "expected a vertex id, found '" + json.getText() + "'", HINT);
            }
            ids.add(new Id(json.getText(), lineOf(json)));
        }
        return ids;
    }

    private static void expect(Path path, JsonParser json, JsonToken token, String what) throws IOException {
        if (json.nextToken() != token) {
            throw FormatException.atLine(
                    path, lineOf(json), "expected " + what + ", found '" + json.getText() + "'", HINT);
        }
    }

    private static long lineOf(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
