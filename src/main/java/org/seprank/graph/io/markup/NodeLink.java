package org.seprank.graph.io.markup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.Output;

/**
 * JSON node-link, as NetworkX ({@code nodes} with {@code id}, {@code links} or {@code edges}, {@code directed}) and D3
 * write it ({@code links} that name the {@code id} of their ends, or count vertices from 0). The edges' {@code weight}
 * is their weight; other entries of vertices and edges are attributes, an object or array as JSON text. Written with
 * {@code links}.
 */
public final class NodeLink implements Codec {
    private static final Set<String> VERTEX_KEYS = Set.of("id");
    private static final Set<String> LINK_KEYS = Set.of("source", "target", "weight");

    /** What JSON writes without quotes. */
    private static final Pattern PLAIN = Pattern.compile("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    private static final Pattern START = Pattern.compile("\\A\\s*\\{");

    @Override
    public boolean recognises(Head head) {
        return head.has(START)
                && (head.text().contains("\"nodes\"") || head.name().endsWith(".json"));
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Reader text = input.text();
                JsonParser json = new JsonFactory().createParser(text)) {
            try {
                return read(input, json);
            } catch (JsonProcessingException e) {
                JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
                String reason = e.getOriginalMessage().replaceAll("\\s+", " ");
                throw input.error(
                                Math.max(1, place.getLineNr()),
                                "malformed JSON: " + reason,
                                "the file may be truncated")
                        .causedBy(e);
            }
        }
    }

    private static Graph read(Input input, JsonParser json) throws IOException {
        NodeLinkDocument document = new NodeLinkDocument(input, json);
        document.read();
        if (json.nextToken() != null) {
            throw document.error("something follows the graph", "one object is one graph");
        }
        return document.graph();
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        warnOfRenamed(graph.vertexAttributes(), VERTEX_KEYS, output);
        warnOfRenamed(graph.edgeAttributes(), LINK_KEYS, output);
        JsonGenerator json = new JsonFactory().createGenerator(output.writer());
        boolean numbers = true;
        for (int v = 0; v < graph.vertexCount(); v++) {
            numbers &= IntegerIds.isInteger(graph.ids().id(v));
        }
        json.writeStartObject();
        json.writeBooleanField("directed", graph.directed());
        json.writeBooleanField("multigraph", false);
        json.writeObjectFieldStart("graph");
        json.writeEndObject();
        writeVertices(json, graph, numbers);
        writeLinks(json, graph, numbers);
        json.writeEndObject();
        json.writeRaw("\n");
        json.flush();
    }

    private static void writeVertices(JsonGenerator json, Graph graph, boolean numbers) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (int v = 0; v < graph.vertexCount(); v++) {
            json.writeRaw("\n");
            json.writeStartObject();
            id(json, "id", graph.ids().id(v), numbers);
            values(json, graph.vertexAttributes(), v, VERTEX_KEYS);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLinks(JsonGenerator json, Graph graph, boolean numbers) throws IOException {
        json.writeArrayFieldStart("links");
        for (int e = 0; e < graph.edgeCount(); e++) {
            json.writeRaw("\n");
            json.writeStartObject();
            id(json, "source", graph.ids().id(graph.source(e)), numbers);
            id(json, "target", graph.ids().id(graph.target(e)), numbers);
            if (graph.weighted()) {
                json.writeFieldName("weight");
                json.writeNumber(Output.number(graph.weight(e)));
            }
            values(json, graph.edgeAttributes(), e, LINK_KEYS);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void warnOfRenamed(Attributes columns, Set<String> taken, Output output) {
        columns.names().stream()
                .filter(taken::contains)
                .forEach(name -> output.warn("the attribute '" + name + "' is written as '" + name + "_'"));
    }

    private static void id(JsonGenerator json, String name, String id, boolean number) throws IOException {
        json.writeFieldName(name);
        if (number) {
            json.writeNumber(id);
        } else {
            json.writeString(id);
        }
    }

    private static void values(JsonGenerator json, Attributes columns, int row, Set<String> taken) throws IOException {
        for (String name : columns.names()) {
            if (columns.value(name, row).isEmpty()) {
                continue;
            }
            String value = columns.value(name, row).get();
            json.writeFieldName(taken.contains(name) ? name + "_" : name);
            boolean text = columns.type(name) == Attributes.Type.TEXT;
            if (!text && PLAIN.matcher(value).matches()) {
                json.writeRawValue(value);
            } else {
                json.writeString(value);
            }
        }
    }
}
