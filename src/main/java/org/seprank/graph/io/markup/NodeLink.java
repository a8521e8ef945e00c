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
import org.seprank.graph.io.codec.Feature;
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
    private static final Pattern START = Pattern.compile("\\A\\s*\\{");

    @Override
    public boolean recognises(Head head) {
        return head.has(START)
                && (head.text().contains("\"nodes\"") || head.name().endsWith(".json"));
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(
                Feature.DIRECTED,
                Feature.UNDIRECTED,
                Feature.WEIGHTS,
                Feature.IDS,
                Feature.VERTEX_ATTRIBUTES,
                Feature.EDGE_ATTRIBUTES,
                Feature.ISOLATED_VERTICES);
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
        json.writeArrayFieldStart("nodes");
        for (int v = 0; v < graph.vertexCount(); v++) {
            json.writeRaw("\n");
            json.writeStartObject();
            id(json, "id", graph.ids().id(v), numbers);
            values(json, graph.vertexAttributes(), v, Set.of("id"));
            json.writeEndObject();
        }
        json.writeEndArray();
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
            values(json, graph.edgeAttributes(), e, Set.of("source", "target", "weight"));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw("\n");
        json.flush();
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
            switch (columns.type(name)) {
                case BOOLEAN -> json.writeBoolean(value.equals("true"));
                case INTEGER, REAL -> json.writeNumber(value);
                case TEXT -> json.writeString(value);
            }
        }
    }
}
