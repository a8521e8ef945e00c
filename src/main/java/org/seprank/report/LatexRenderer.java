package org.seprank.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents as LaTeX to be put into a paper with {@code \input}: facts and tables as {@code tabular} in the style of
 * booktabs, figures in words. The label of a table is {@code tab:KEY}.
 */
public final class LatexRenderer {
    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9][0-9,.]*)(?:e([+-]?)0*([0-9]+))?");

    private LatexRenderer() {}

    /** The whole document, ending with a line break. */
    public static String render(Document document) {
        return "% seprank " + document.kind().replaceAll("\\R", " ") + "; needs \\usepackage{booktabs}\n\n"
                + document.blocks().stream().map(LatexRenderer::block).collect(Collectors.joining("\n"));
    }

    private static String block(Block block) {
        if (block instanceof Facts facts) {
            List<String> rows = facts.values().entrySet().stream()
                    .map(fact -> escaped(Block.heading(fact.getKey())) + " & " + cell(fact.getValue()) + " \\\\\n")
                    .toList();
            return table(new Head(facts.key(), facts.title(), "ll", ""), rows);
        }
        if (block instanceof Table answer) {
            Table table = answer.shown();
            String columns = IntStream.range(0, table.columns().size())
                    .mapToObj(c -> table.isText(c) ? "l" : "r")
                    .collect(Collectors.joining());
            String names = table.columns().stream()
                    .map(name -> escaped(Block.heading(name)))
                    .collect(Collectors.joining(" & "));
            List<String> rows = table.rows().stream()
                    .map(row -> row.stream().map(LatexRenderer::cell).collect(Collectors.joining(" & ")) + " \\\\\n")
                    .toList();
            return table(new Head(table.key(), table.title(), columns, names), rows);
        }
        if (block instanceof Block.Figure figure) {
            return "\\paragraph{" + escaped(figure.title()) + "} "
                    + escaped(figure.drawing().description()) + "\n";
        }
        if (block instanceof Block.Question question) {
            return "% question: " + question.text() + "\n";
        }
        return block instanceof Block.Run run
                ? "% run: " + run.text() + "\n"
                : escaped(((Block.Note) block).text()) + "\n";
    }

    private record Head(String key, String title, String columns, String names) {}

    private static String table(Head head, List<String> rows) {
        StringBuilder text = new StringBuilder("\\begin{table}\n\\centering\n\\caption{")
                .append(escaped(head.title()))
                .append("}\n\\label{tab:")
                .append(head.key().replaceAll("[^A-Za-z0-9-]", "-"))
                .append("}\n\\begin{tabular}{")
                .append(head.columns())
                .append("}\n\\toprule\n");
        if (!head.names().isEmpty()) {
            text.append(head.names()).append(" \\\\\n\\midrule\n");
        }
        rows.forEach(text::append);
        return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static String cell(Value value) {
        if (value instanceof Value.Marked marked) {
            return "\\textbf{\\boldmath " + cell(marked.value()) + "}";
        }
        if (value instanceof Value.Missing) {
            return "--";
        }
        return value.isWords() ? escaped(value.text()) : number(value.text());
    }

    /** With a minus sign, and powers of ten as such. */
    private static String number(String text) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return text.endsWith("inf") ? "$" + text.replace("inf", "\\infty") + "$" : escaped(text);
        }
        String mantissa = parts.group(2).replace(",", "{,}");
        if (parts.group(4) == null) {
            return parts.group(1).isEmpty() ? mantissa : "$-" + mantissa + "$";
        }
        String minus = "-".equals(parts.group(3)) ? "-" : "";
        return "$" + parts.group(1) + mantissa + " \\times 10^{" + minus + parts.group(4) + "}$";
    }

    /** Every character with a meaning in TeX is taken as itself; line breaks are spaces. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '#', '$', '%', '&', '_', '{', '}' -> safe.append('\\').appendCodePoint(c);
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                case '<' -> safe.append("\\textless{}");
                case '>' -> safe.append("\\textgreater{}");
                case '|' -> safe.append("\\textbar{}");
                case '"' -> safe.append("{\\char34}");
                // after a row's end these would be options of it
                case '[', ']', '*' -> safe.append('{').appendCodePoint(c).append('}');
                default -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
