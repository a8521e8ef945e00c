package org.seprank.study.set;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;

/**
 * Picks numbers out of an answer. A number of a table is called by what its row is about, such as {@code walk_index
 * bisection depth 3}, and by its column where that says more than {@code value}.
 *
 * @param columns by the key of a table or of facts, those that hold numbers
 */
public record AnswerNumbers(Map<String, List<String>> columns) {
    private static final List<String> ABOUT = List.of("id", "method", "budget", "partition", "depth", "graph");

    /** Those of an answer, in its order; a block that it has not is left out. */
    public Map<String, Value> of(Document answer) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        for (Block block : answer.blocks()) {
            if (block instanceof Facts facts) {
                columns.getOrDefault(facts.key(), List.of())
                        .forEach(name -> Optional.ofNullable(facts.values().get(name))
                                .ifPresent(value -> numbers.put(facts.key() + " " + name, value)));
            } else if (block instanceof Table table) {
                for (int row = 0; row < table.rows().size(); row++) {
                    put(numbers, table, row, about(table, row));
                }
            }
        }
        return numbers;
    }

    private void put(Map<String, Value> numbers, Table table, int row, String about) {
        for (String column : columns.getOrDefault(table.key(), List.of())) {
            int at = table.columns().indexOf(column);
            if (at >= 0) {
                String name = column.equals("value") ? about : (about + " " + column).strip();
                numbers.put(name, table.rows().get(row).get(at).bare());
            }
        }
    }

    private static String about(Table table, int row) {
        StringBuilder name = new StringBuilder();
        for (String column : ABOUT) {
            int at = table.columns().indexOf(column);
            Value value = at < 0 ? Value.none() : table.rows().get(row).get(at).bare();
            if (!(value instanceof Value.Nothing || value instanceof Value.Missing)) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(column.equals("depth") ? "depth " : "")
                        .append(value.text());
            }
        }
        return name.toString();
    }
}
