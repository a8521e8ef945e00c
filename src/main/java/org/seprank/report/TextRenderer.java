package org.seprank.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents as plain text for a terminal: facts as a list, tables with aligned columns, numbers to the right, at most
 * 40 rows; question and run are a line each.
 */
public final class TextRenderer {
    private static final int MAX_ROWS = 40;

    private TextRenderer() {}

    /** The whole document, ending with a line break. */
    public static String render(Document document) {
        return document.blocks().stream().map(TextRenderer::block).collect(Collectors.joining("\n"));
    }

    private static String block(Block block) {
        if (block instanceof Facts facts) {
            return facts(facts);
        }
        if (block instanceof Table table) {
            return table.title() + "\n" + table(table);
        }
        if (block instanceof Block.Figure figure) {
            return figure(figure);
        }
        if (block instanceof Block.Question question) {
            return "Question: " + question.text() + "\n";
        }
        return block instanceof Block.Run run ? "Run: " + run.text() + "\n" : ((Block.Note) block).text() + "\n";
    }

    /** What is to be seen, in words and as far as it goes in characters. */
    private static String figure(Block.Figure figure) {
        StringBuilder text = new StringBuilder(figure.title())
                .append("\n  ")
                .append(figure.drawing().description())
                .append('\n');
        figure.drawing().sketch().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static String facts(Facts facts) {
        int width =
                facts.values().keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(facts.title()).append('\n');
        facts.values()
                .forEach((name, value) -> text.append("  ")
                        .append(left(Block.heading(name), width))
                        .append("  ")
                        .append(value.text())
                        .append('\n'));
        return text.toString();
    }

    /** The table alone, without its title. */
    public static String table(Table answer) {
        Table table = answer.shown();
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream().map(Block::heading).toList());
        int columns = table.columns().size();
        List<List<Value>> shown =
                table.rows().subList(0, Math.min(MAX_ROWS, table.rows().size()));
        for (List<Value> row : shown) {
            cells.add(IntStream.range(0, columns)
                    .mapToObj(c -> cell(table, row.get(c), c))
                    .toList());
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < cells.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                int column = c;
                int width = cells.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .max()
                        .orElse(0);
                String cell = cells.get(r).get(c);
                line.append("  ").append(table.isText(c) ? left(cell, width) : right(cell, width));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        int hidden = table.rows().size() - shown.size();
        return hidden == 0
                ? text.toString()
                : text.append("  .. and ")
                        .append(hidden)
                        .append(" more in the JSON and CSV forms\n")
                        .toString();
    }

    /** Where a column has marks, unmarked numbers get a space in their place, so that digits stay in line. */
    private static String cell(Table table, Value value, int column) {
        boolean marks = table.rows().stream().anyMatch(row -> row.get(column) instanceof Value.Marked);
        return marks && !(value instanceof Value.Marked) && !table.isText(column) ? value.text() + " " : value.text();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
