package org.seprank.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents as GitHub-flavoured Markdown: facts as lists, tables with all rows, figures in words. */
public final class MarkdownRenderer {
    private MarkdownRenderer() {}

    /** The whole document, ending with a line break. */
    public static String render(Document document) {
        String command = "seprank " + document.kind();
        String title = Page.title(document);
        return "# " + escaped(title.startsWith(command) ? title : command + ": " + title) + "\n\n"
                + document.blocks().stream().map(MarkdownRenderer::block).collect(Collectors.joining("\n"));
    }

    private static String block(Block block) {
        if (block instanceof Facts facts) {
            String lines = facts.values().entrySet().stream()
                    .map(fact -> "- " + escaped(Block.heading(fact.getKey())) + ": "
                            + escaped(fact.getValue().text()) + "\n")
                    .collect(Collectors.joining());
            return "## " + escaped(facts.title()) + "\n\n" + lines;
        }
        if (block instanceof Table table) {
            return "## " + escaped(table.title()) + "\n\n" + table(table.shown());
        }
        if (block instanceof Block.Figure figure) {
            return "## " + escaped(figure.title()) + "\n\n"
                    + escaped(figure.drawing().description()) + "\n";
        }
        if (block instanceof Block.Question question) {
            return "Question: " + escaped(question.text()) + "\n";
        }
        return (block instanceof Block.Run run ? "Run: " + escaped(run.text()) : escaped(((Block.Note) block).text()))
                + "\n";
    }

    private static String table(Table table) {
        List<String> rules = IntStream.range(0, table.columns().size())
                .mapToObj(c -> table.isText(c) ? ":--" : "--:")
                .toList();
        StringBuilder text = new StringBuilder(line(table.columns().stream()
                        .map(Block::heading)
                        .map(MarkdownRenderer::escaped)
                        .toList()))
                .append(line(rules.isEmpty() ? Collections.nCopies(1, "--") : rules));
        for (List<Value> row : table.rows()) {
            text.append(line(row.stream().map(MarkdownRenderer::cell).toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String cell(Value value) {
        return value instanceof Value.Marked marked ? "**" + cell(marked.value()) + "**" : escaped(value.text());
    }

    /** Every character with a meaning in Markdown or HTML is taken as itself; line breaks are spaces. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("\\`*_{}[]<>#|~$&".indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        });
        return safe.toString();
    }
}
