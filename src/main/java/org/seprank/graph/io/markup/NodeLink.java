package org.seprank.graph.io.markup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.IntegerIds;
import org.seprank.graph.io.codec.LinkKey;
import org.seprank.graph.io.codec.Output;

/**
 * JSON node-link, as NetworkX ({@code nodes} with {@code id}, {@code edges} or {@code links}, {@code directed}) and D3
 * write it ({@code links} that name the {@code id} of their ends, or count vertices from 0). The edges' {@code weight}
 * is their weight; other entries of vertices and edges are attributes, those of {@code graph} and further ones of the
 * whole attributes of the graph. Objects and arrays are kept as such; null and NaN are missing values. Written with
 * {@code edges} or {@code links}, see {@link LinkKey}.
 */
public final class NodeLink implements Codec {
    private static final Set<String> VERTEX_KEYS = Set.of("id");
    private static final Set<String> LINK_KEYS = Set.of("source", "target", "weight");
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern START = Pattern.compile("\\A\\s*\\{");

    @Override
    public boolean recognises(Head head) {
        return head.has(START)
                && (head.text().contains("\"nodes\"") || head.name().endsWith(".json"));
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (Reader text = input.text();
                JsonParser json = JSON.createParser(text)) {
            try {
                return read(input, json);
            } catch (JsonProcessingException e) {
                throw malformed(input, json, e);
            }
        }
    }

    private static FormatException malformed(Input input, JsonParser json, JsonProcessingException e) {
        JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        return input.error(
                        Math.max(1, place.getLineNr()),
                        FormatException.jsonFault(e),
                        e instanceof StreamConstraintsException
                                ? "leave out what is so large"
                                : "the file may be truncated")
                .causedBy(e);
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
        JsonGenerator json = JSON.createGenerator(output.writer());
        boolean numbers = true;
        for (int v = 0; v < graph.vertexCount(); v++) {
            numbers &= IntegerIds.isInteger(graph.ids().id(v));
        }
        json.writeStartObject();
        json.writeBooleanField("directed", graph.directed());
        json.writeBooleanField("multigraph", false);
        json.writeObjectFieldStart("graph");
        new NodeLinkValues(graph.attributes(), Set.of(), json, output).write(0);
        json.writeEndObject();
        writeVertices(json, graph, numbers, output);
        writeLinks(json, graph, numbers, output);
        json.writeEndObject();
        json.writeRaw("\n");
        json.flush();
    }

    private static void writeVertices(JsonGenerator json, Graph graph, boolean numbers, Output output)
            throws IOException {
        NodeLinkValues values = new NodeLinkValues(graph.vertexAttributes(), VERTEX_KEYS, json, output);
        json.writeArrayFieldStart("nodes");
        for (int v = 0; v < graph.vertexCount(); v++) {
            json.writeRaw("\n");
            json.writeStartObject();
            id(json, "id", graph.ids().id(v), numbers);
            values.write(v);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLinks(JsonGenerator json, Graph graph, boolean numbers, Output output) throws IOException {
        NodeLinkValues values = new NodeLinkValues(graph.edgeAttributes(), LINK_KEYS, json, output);
        json.writeArrayFieldStart(output.linkKey().key());
        for (int e = 0; e < graph.edgeCount(); e++) {
            json.writeRaw("\n");
            json.writeStartObject();
            id(json, "source", graph.ids().id(graph.source(e)), numbers);
            id(json, "target", graph.ids().id(graph.target(e)), numbers);
            if (graph.weighted()) {
                json.writeFieldName("weight");
                json.writeNumber(Output.number(graph.weight(e)));
            }
            values.write(e);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void id(JsonGenerator json, String name, String id, boolean number) throws IOException {
        json.writeFieldName(name);
        if (number) {
            json.writeNumber(id);
        } else {
            json.writeString(id);
        }
    }
}
