package org.seprank.gnn.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The JSON of specs: records by their components, an {@link Aggregation} by its record's name in small letters. */
public final class SpecJson {
    private static final JsonMapper MAPPER = mapper();

    private SpecJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (Class<?> kind : Aggregation.class.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(kind, kind.getSimpleName().toLowerCase(Locale.ROOT)));
        }
        return builder.build();
    }

    /** A spec as JSON. */
    public static ObjectNode tree(Object spec) {
        return MAPPER.valueToTree(spec);
    }

    /**
     * The JSON of that text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ObjectNode parse(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the spec of a network: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not the spec of a network: no object");
    }

    /**
     * The spec of that JSON.
     *
     * @throws IllegalArgumentException if it is none, or lacks a part
     */
    public static <T> T read(JsonNode json, Class<T> type) {
        try {
            T spec = MAPPER.treeToValue(json, type);
            if (spec == null) {
                throw new IllegalArgumentException("not the spec of a network: " + type.getSimpleName() + " is null");
            }
            return spec;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the spec of a network: " + e.getOriginalMessage(), e);
        }
    }
}
