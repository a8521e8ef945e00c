package org.seprank.graph.io.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lists and objects as text: values of {@link org.seprank.graph.Attributes.Type#STRUCTURE} columns. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** The list or object that a text is; empty if it is neither. */
    public static Optional<JsonNode> parse(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("[") && !start.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The values by name of a list of pairs of both, as NetworkX once wrote attributes; none of any other text. */
    public static Map<String, JsonNode> pairs(String list) {
        Map<String, JsonNode> pairs = new LinkedHashMap<>();
        for (JsonNode pair : parse(list).orElse(MAPPER.nullNode())) {
            if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isTextual()) {
                return Map.of();
            }
            pairs.put(pair.get(0).textValue(), pair.get(1));
        }
        return pairs;
    }
}
