package org.seprank.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.seprank.report.number.Numbers;

/**
 * A table in a box of its own, which scrolls sideways where the screen is narrow while its first column stays; the
 * names of its columns sort it. What is equal in all rows is said above it, repeated first columns are headings of
 * groups, and a few rows of many columns stand upright. Numbers are rounded to three digits and carry their value.
 */
final class HtmlTable {
    private static final int MANY_COLUMNS = 7;
    private static final int FEW_ROWS = 3;
    private static final int TALL = 24; // longer ones scroll in their box
    private static final int FEWEST_IN_GROUPS = 6;
    private static final double SMALL_P = 0.001;

    private HtmlTable() {}

    static void append(StringBuilder page, Table answer, String titleId) {
        Table filled = withValues(answer.shown());
        Table table = cleared(filled);
        Map<String, String> constant = constants(table);
        if (!constant.isEmpty()) {
            page.append("<p class=\"all\">");
            constant.forEach((name, text) -> page.append("<span>")
                    .append(HtmlRenderer.escaped(Block.heading(name)))
                    .append(" <b>")
                    .append(HtmlRenderer.escaped(text))
                    .append("</b></span> "));
            page.append("</p>\n");
        }
        table = table.without(constant.keySet().toArray(String[]::new));
        boolean tall = table.rows().size() > TALL;
        page.append(tall ? "<div class=\"scroll tall\"" : "<div class=\"scroll\"")
                .append(" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(titleId)
                .append("\">\n<table aria-labelledby=\"")
                .append(titleId)
                .append(table.rows().size() > 8 ? "\" class=\"long\">\n" : "\">\n");
        if (table.rows().size() <= FEW_ROWS && table.columns().size() >= MANY_COLUMNS) {
            upright(page, table);
        } else {
            lying(page, table);
        }
        page.append("</table>\n</div>\n");
        int without = answer.shown().rows().size() - filled.rows().size();
        if (without > 0) {
            page.append("<p class=\"more\">")
                    .append(without == 1 ? "1 row without a value is" : without + " rows without a value are")
                    .append(" in the JSON only</p>\n");
        }
        int left = table.rows().size() - HtmlRenderer.MAX_ROWS;
        if (left > 0) {
            page.append("<p class=\"more\">.. and ")
                    .append(left)
                    .append(" more rows in the JSON at the end of this page</p>\n");
        }
    }

    /** Without the rows that have no value where others have numbers; all, where that would leave none. */
    private static Table withValues(Table table) {
        List<Integer> numbers = IntStream.range(0, table.columns().size())
                .filter(c -> table.rows().stream().anyMatch(row -> !row.get(c).isWords()))
                .boxed()
                .toList();
        List<List<Value>> rows = table.rows().stream()
                .filter(row -> numbers.stream().anyMatch(c -> !isAbsent(row.get(c))))
                .toList();
        return numbers.isEmpty() || rows.isEmpty()
                ? table
                : new Table(table.key(), table.title(), table.columns(), rows);
    }

    /** Without columns that say nothing: those without a value, and ticks beside values that are marked. */
    private static Table cleared(Table table) {
        boolean marked = table.rows().stream().flatMap(List::stream).anyMatch(Value.Marked.class::isInstance);
        List<String> empty = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            boolean absent = !table.rows().isEmpty()
                    && table.rows().stream().map(row -> row.get(column)).allMatch(HtmlTable::isAbsent);
            boolean ticks = marked
                    && table.rows().stream()
                            .map(row -> row.get(column))
                            .allMatch(value -> value.bare() instanceof Value.Flag);
            if (table.columns().size() - empty.size() > 1 && (absent || ticks)) {
                empty.add(table.columns().get(c));
            }
        }
        return table.without(empty.toArray(String[]::new));
    }

    private static boolean isAbsent(Value value) {
        return value instanceof Value.Missing
                || value instanceof Value.Nothing
                || value.text().isEmpty();
    }

    /** The columns that have one text in all of several rows; one column is left. */
    private static Map<String, String> constants(Table table) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (table.rows().size() < 2) {
            return constants;
        }
        for (int c = 0; c < table.columns().size(); c++) {
            Value first = table.rows().get(0).get(c);
            int column = c;
            boolean one = first.isWords()
                    && table.rows().stream()
                            .allMatch(row -> row.get(column).text().equals(first.text()));
            if (one && constants.size() < table.columns().size() - 1) {
                constants.put(table.columns().get(c), first.text());
            }
        }
        return constants;
    }

    private static void lying(StringBuilder page, Table table) {
        boolean grouped = isGrouped(table);
        boolean sorts = table.rows().size() > 1;
        page.append("<thead><tr>");
        for (int c = grouped ? 1 : 0; c < table.columns().size(); c++) {
            String name = HtmlRenderer.escaped(Block.heading(table.columns().get(c)));
            page.append("<th scope=\"col\"")
                    .append(kind(table, c))
                    .append(sorts ? " aria-sort=\"none\"><button type=\"button\">" + name + "</button>" : ">" + name)
                    .append("</th>");
        }
        page.append("</tr></thead>\n");
        int shown = Math.min(HtmlRenderer.MAX_ROWS, table.rows().size());
        List<List<Value>> rows = table.rows().subList(0, shown);
        if (!grouped) {
            body(page, table, rows, 0);
            return;
        }
        Map<String, List<List<Value>>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.get(0).text(), name -> new ArrayList<>())
                .add(row));
        groups.forEach((name, some) -> {
            page.append("<tbody class=\"group\"><tr><th scope=\"rowgroup\" colspan=\"")
                    .append(table.columns().size() - 1)
                    .append("\">")
                    .append(HtmlRenderer.escaped(words(name)))
                    .append("</th></tr></tbody>\n");
            body(page, table, nearestFirst(some), 1);
        });
    }

    private static void body(StringBuilder page, Table table, List<List<Value>> rows, int from) {
        page.append("<tbody>\n");
        for (List<Value> row : rows) {
            page.append("<tr>");
            for (int c = from; c < row.size(); c++) {
                cell(page, table, row, c);
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n");
    }

    /** Whether the first column has words that repeat, each in rows that follow one another. */
    private static boolean isGrouped(Table table) {
        List<String> names = table.rows().stream().map(row -> row.get(0).text()).toList();
        Set<String> different = new LinkedHashSet<>(names);
        long changes = IntStream.range(1, names.size())
                .filter(i -> !names.get(i).equals(names.get(i - 1)))
                .count();
        return table.columns().size() > 2
                && table.isText(0)
                && names.size() >= FEWEST_IN_GROUPS
                && different.size() > 1
                && 2 * different.size() <= names.size()
                && changes == different.size() - 1;
    }

    /** Where one row is marked, that first, then the others by how near they are. */
    private static List<List<Value>> nearestFirst(List<List<Value>> rows) {
        for (int c = 0; c < rows.get(0).size(); c++) {
            int column = c;
            var marked = rows.stream()
                    .map(row -> row.get(column))
                    .filter(Value.Marked.class::isInstance)
                    .findFirst();
            if (marked.isPresent()) {
                double best = marked.get().asDouble();
                return rows.stream()
                        .sorted(Comparator.comparingDouble(
                                row -> Math.abs(row.get(column).asDouble() - best)))
                        .toList();
            }
        }
        return rows;
    }

    /** Columns as rows. */
    private static void upright(StringBuilder page, Table table) {
        page.append("<tbody>\n");
        for (int c = 0; c < table.columns().size(); c++) {
            page.append("<tr><th scope=\"row\" class=\"text\">")
                    .append(HtmlRenderer.escaped(Block.heading(table.columns().get(c))))
                    .append("</th>");
            for (List<Value> row : table.rows()) {
                cell(page, table, row, c);
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n");
    }

    private static void cell(StringBuilder page, Table table, List<Value> row, int c) {
        Value value = row.get(c);
        boolean small = table.columns().get(c).matches("p|(.*_)?p_value") && value.asDouble() < SMALL_P;
        String text = HtmlRenderer.escaped(small ? "< 0.001" : words(brief(value)));
        boolean none = value.bare() instanceof Value.Real real && Double.isInfinite(real.number());
        page.append("<td")
                .append(kind(table, c))
                .append(sortKey(value))
                .append('>')
                .append(value instanceof Value.Marked ? "<strong>" + text + "</strong>" : none ? "<i>none</i>" : text)
                .append("</td>");
    }

    /** Real numbers with three digits. */
    static String brief(Value value) {
        if (value instanceof Value.Real real) {
            return Numbers.brief(real.number());
        }
        return value instanceof Value.Marked marked ? brief(marked.value()) : value.text();
    }

    private static String words(String text) {
        return text.equals("(none)") ? "unedited" : text;
    }

    private static String kind(Table table, int column) {
        return table.isText(column) ? " class=\"text\"" : "";
    }

    /** Numbers sort by their value and not as they are written; beyond double's range all are alike. */
    private static String sortKey(Value value) {
        boolean number = value.bare() instanceof Value.Whole || value.bare() instanceof Value.Real;
        return number
                ? " data-number=\"" + value.asDouble() + "\""
                : value instanceof Value.Missing ? " data-missing" : "";
    }
}
