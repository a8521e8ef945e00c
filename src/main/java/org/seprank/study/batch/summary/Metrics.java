package org.seprank.study.batch.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.report.Value;

/**
 * The numbers of an answer by name. The first table comes first: {@code COLUMN}, and where it has several rows
 * {@code ROW COLUMN}, ROW being its first column. Then single values as {@code BLOCK.NAME}.
 */
final class Metrics {
    /** Of the main table of a command's answer, the columns that people look at first. */
    private static final Map<String, List<String>> MAIN = Map.of(
            "analyze", List.of("walk_index", "ln_rank_from", "ln_rank_to", "rank"),
            "measure", List.of("value", "mean"),
            "rewire", List.of("after"),
            "train", List.of("mean"));

    private static final Set<String> NOT_FOUND_OUT = Set.of("provenance", "graph", "dataset", "figures", "notes");

    private Metrics() {}

    /** All numbers, in the order of the answer. */
    static Map<String, Value> of(JsonNode answer) {
        Map<String, Value> metrics = new LinkedHashMap<>();
        firstTable(answer).ifPresent(table -> {
            boolean single = table.size() == 1;
            for (JsonNode row : table) {
                String name = row.isEmpty() ? "" : row.elements().next().asText();
                row.properties()
                        .forEach(cell -> put(metrics, (single ? "" : name + " ") + cell.getKey(), cell.getValue()));
            }
        });
        answer.properties().stream()
                .filter(block -> block.getValue().isObject() && !NOT_FOUND_OUT.contains(block.getKey()))
                .forEach(block -> block.getValue()
                        .properties()
                        .forEach(fact -> put(metrics, block.getKey() + "." + fact.getKey(), fact.getValue())));
        return metrics;
    }

    private static Optional<JsonNode> firstTable(JsonNode answer) {
        return answer.properties().stream()
                .filter(block -> !NOT_FOUND_OUT.contains(block.getKey()))
                .map(Map.Entry::getValue)
                .filter(block ->
                        block.isArray() && !block.isEmpty() && block.get(0).isObject())
                .findFirst();
    }

    private static void put(Map<String, Value> metrics, String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            metrics.putIfAbsent(name, Value.of(value.bigIntegerValue()));
        } else if (value.isNumber()) {
            metrics.putIfAbsent(name, Value.of(value.doubleValue()));
        } else if (value.isTextual() && value.textValue().matches("-?inf|nan")) {
            metrics.putIfAbsent(name, Value.of(special(value.textValue())));
        }
    }

    private static double special(String text) {
        if (text.equals("nan")) {
            return Double.NaN;
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** Whether a number is one of those shown unasked. */
    static boolean isMain(String command, String metric) {
        List<String> columns = MAIN.get(command);
        return columns == null
                || columns.stream().anyMatch(column -> metric.equals(column) || metric.endsWith(" " + column));
    }
}
