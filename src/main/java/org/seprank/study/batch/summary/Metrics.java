package org.seprank.study.batch.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.report.Value;

/**
 * The numbers of an answer by name. The first table comes first: {@code COLUMN}, and where it has several rows
 * {@code ROW COLUMN}, ROW being its first column, partition, depth and graph. Then single values as {@code BLOCK.NAME}.
 */
final class Metrics {
    /** Of the main table of a command's answer, the columns that people look at first. */
    private static final Map<String, List<String>> MAIN = Map.of(
            "analyze", List.of("walk_index", "interaction_dimension", "ln_rank_from", "ln_rank_to", "rank"),
            "measure", List.of("value", "mean"),
            "rewire", List.of("after", "after value"),
            "train", List.of("mean"));

    private static final List<String> KEYS = List.of("partition", "depth", "graph", "budget");
    private static final Set<String> NOT_FOUND_OUT = Set.of("question", "graph", "dataset", "figures", "notes", "run");

    private Metrics() {}

    /** All numbers, in the order of the answer. */
    static Map<String, Value> of(JsonNode answer) {
        Map<String, Value> metrics = new LinkedHashMap<>();
        firstTable(answer).ifPresent(table -> {
            boolean single = table.size() == 1;
            for (JsonNode row : table) {
                putAll(metrics, single ? "" : name(row) + " ", row);
            }
        });
        answer.properties().stream()
                .filter(block -> block.getValue().isObject() && !NOT_FOUND_OUT.contains(block.getKey()))
                .forEach(block -> putAll(metrics, block.getKey() + ".", block.getValue()));
        return metrics;
    }

    /** What tells a row from the others. */
    private static String name(JsonNode row) {
        StringBuilder name =
                new StringBuilder(row.isEmpty() ? "" : row.elements().next().asText());
        String first = row.isEmpty() ? "" : row.fieldNames().next();
        for (String key : KEYS) {
            if (row.has(key) && !key.equals(first)) {
                name.append(key.equals("depth") ? " depth " : " ")
                        .append(row.get(key).asText());
            }
        }
        return name.toString();
    }

    private static Optional<JsonNode> firstTable(JsonNode answer) {
        return answer.properties().stream()
                .filter(block -> !NOT_FOUND_OUT.contains(block.getKey()))
                .map(Map.Entry::getValue)
                .filter(block ->
                        block.isArray() && !block.isEmpty() && block.get(0).isObject())
                .findFirst();
    }

    private static void put(Map<String, Value> metrics, String name, JsonNode value, String reason) {
        if (value.isIntegralNumber()) {
            metrics.putIfAbsent(name, Value.of(value.bigIntegerValue()));
        } else if (value.isNumber()) {
            metrics.putIfAbsent(name, Value.of(value.doubleValue()));
        } else if (value.isTextual() && value.textValue().matches("-?\\d{16,}")) {
            metrics.putIfAbsent(name, Value.of(new BigInteger(value.textValue())));
        } else if (value.isNull() && reason.endsWith("infinite")) {
            metrics.putIfAbsent(
                    name, Value.of(reason.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY));
        }
    }

    private static void putAll(Map<String, Value> metrics, String prefix, JsonNode node) {
        node.properties().stream()
                .filter(cell -> !KEYS.contains(cell.getKey()))
                .forEach(cell -> put(
                        metrics,
                        prefix + cell.getKey(),
                        cell.getValue(),
                        node.path(cell.getKey() + "_reason").asText()));
    }

    /** Whether a number is one of those shown unasked. */
    static boolean isMain(String command, String metric) {
        List<String> columns = MAIN.get(command);
        return columns == null
                || columns.stream().anyMatch(column -> metric.equals(column) || metric.endsWith(" " + column));
    }
}
