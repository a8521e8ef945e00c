package org.seprank.rewire.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.seprank.file.FormatException;
import org.seprank.file.TextReader;
import org.seprank.graph.Graph;

/**
 * Removals in the form of the official implementation, with two members of our own after those of that form: the
 * header, and the scores of the edits where they have some.
 */
final class EditJson {
    private static final String EDGES = "removed_edges";
    private static final String HEADER = "header";
    private static final String SCORES = "scores";
    private static final String HINT =
            "the official form is {\"dataset\": .., \"chunk_size\": .., \"" + EDGES + "\": [[u, ..], [v, ..]]}";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private record Id(String text, long line) {}

    private final JsonParser json;
    private final EditReplay replay;
    private List<Id> sources = List.of();
    private List<Id> targets = List.of();
    private List<Double> scores = List.of();
    private EditHeader header = EditHeader.none();
    private long edgesLine;
    private long headerLine = 1;

    private EditJson(JsonParser json, EditReplay replay) {
        this.json = json;
        this.replay = replay;
    }

    static void write(Writer out, Graph graph, EditHeader header, EditList edits) throws IOException {
        if (edits.additionCount() > 0) {
            throw new IllegalArgumentException("the JSON form holds removals only, but " + edits.additionCount()
                    + " edits add an edge; write them as CSV");
        }
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("dataset", header.graph());
            json.writeNumberField("chunk_size", header.chunk());
            json.writeArrayFieldStart(EDGES);
            writeIds(json, graph, edits.size(), i -> edits.get(i).u());
            writeIds(json, graph, edits.size(), i -> edits.get(i).v());
            json.writeEndArray();
            if (!header.equals(EditHeader.none())) {
                json.writeFieldName(HEADER);
                EditHeaderText.write(json, header);
            }
            if (edits.scored()) {
                writeScores(json, edits);
            }
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void writeIds(JsonGenerator json, Graph graph, int count, IntUnaryOperator vertex)
            throws IOException {
        boolean numeric = graph.ids().numeric();
        json.writeStartArray();
        for (int i = 0; i < count; i++) {
            String id = graph.ids().id(vertex.applyAsInt(i));
            if (numeric) {
                json.writeNumber(Long.parseLong(id));
            } else {
                json.writeString(id);
            }
        }
        json.writeEndArray();
    }

    private static void writeScores(JsonGenerator json, EditList edits) throws IOException {
        json.writeArrayFieldStart(SCORES);
        for (int i = 0; i < edits.size(); i++) {
            double score = edits.score(i).orElse(Double.NaN);
            if (Double.isFinite(score)) {
                json.writeNumber(score);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    static EditFile.Content read(Path path, EditReplay replay) throws IOException {
        try (Reader text = TextReader.open(path);
                JsonParser json = JSON.createParser(text)) {
            return new EditJson(json, replay).content();
        } catch (JsonProcessingException malformed) {
            throw FormatException.inJson(path, malformed, HINT);
        }
    }

    private EditFile.Content content() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            member(json.currentName());
        }
        if (json.nextToken() != null) {
            throw replay.fault(line(), "something follows the end of the object", HINT);
        }
        if (edgesLine == 0) {
            throw replay.fault(line(), "there is no field '" + EDGES + "'", HINT);
        }
        replay.requireSameGraph(header, headerLine);
        if (!scores.isEmpty() && scores.size() != sources.size()) {
            throw replay.fault(
                    edgesLine, scores.size() + " scores for " + sources.size() + " edges", "one for each, or none");
        }
        EditList.Builder edits = EditList.builder();
        for (int i = 0; i < sources.size(); i++) {
            Id source = sources.get(i);
            edits.add(replay.edit(
                    source.line(),
                    Edit.Kind.REMOVE,
                    source.text(),
                    targets.get(i).text()));
            edits.scored(scores.isEmpty() ? Double.NaN : scores.get(i));
        }
        return new EditFile.Content(header, edits.build());
    }

    private void member(String name) throws IOException {
        switch (name) {
            case EDGES -> readEdges();
            case SCORES -> readScores();
            case HEADER -> {
                headerLine = line();
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    header = EditHeaderText.read(json);
                } else {
                    json.skipChildren();
                }
            }
            default -> {
                json.nextToken();
                json.skipChildren();
            }
        }
    }

    private void readEdges() throws IOException {
        edgesLine = line();
        expect(JsonToken.START_ARRAY, "an array of two arrays");
        sources = ids();
        targets = ids();
        if (sources.size() != targets.size()) {
            throw replay.fault(line(), sources.size() + " sources but " + targets.size() + " targets", HINT);
        }
        expect(JsonToken.END_ARRAY, "the end of the array behind two arrays");
    }

    private void readScores() throws IOException {
        expect(JsonToken.START_ARRAY, "an array of scores");
        scores = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean none = json.currentToken() == JsonToken.VALUE_NULL;
            double score = none ? Double.NaN : json.getDoubleValue();
            if (!none && !Double.isFinite(score)) {
                throw replay.fault(line(), "the score '" + json.getText() + "' is not finite", "null stands for none");
            }
            scores.add(score);
        }
    }

    private List<Id> ids() throws IOException {
        expect(JsonToken.START_ARRAY, "an array of vertex ids");
        List<Id> ids = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = json.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_STRING) {
                throw replay.fault(line(), "expected a vertex id, found '" + json.getText() + "'", HINT);
            }
            ids.add(new Id(json.getText(), line()));
        }
        return ids;
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (json.nextToken() != token) {
            throw replay.fault(line(), "expected " + what + ", found '" + json.getText() + "'", HINT);
        }
    }

    private long line() {
        return json.currentTokenLocation().getLineNr();
    }
}
