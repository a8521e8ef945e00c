package org.seprank.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.seprank.report.number.Numbers;

/** What made an answer, in one line that unfolds, and named values. */
final class HtmlColophon {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,}");
    private static final int SHORT = 12;

    private HtmlColophon() {}

    /** The version, the command and how long it took; unfolded all that the answer depends on. */
    static void append(StringBuilder html, Document document) {
        Map<String, Value> values = new LinkedHashMap<>();
        StringBuilder line = new StringBuilder();
        Table[] durations = new Table[1];
        for (Block block : document.blocks()) {
            if (block instanceof Block.Question question) {
                question.facts().values().forEach(values::putIfAbsent);
                line.append("seprank ").append(question.version()).append(" · ").append(question.command());
            } else if (block instanceof Block.Run run) {
                run.facts().values().forEach(values::putIfAbsent);
                line.append(" · ").append(Numbers.duration(run.seconds()));
                durations[0] = run.durations().isEmpty() ? null : run.table();
            }
        }
        if (values.isEmpty()) {
            return;
        }
        html.append("<footer>\n<details><summary id=\"colophon\">")
                .append(HtmlRenderer.escaped(line.toString()))
                .append("</summary>\n");
        append(html, values);
        if (durations[0] != null) {
            HtmlTable.append(html, durations[0], "colophon");
        }
        html.append("</details>\n</footer>\n");
    }

    /** Values by name; hashes are shortened and can be copied, JSON is folded. */
    static void append(StringBuilder html, Map<String, Value> values) {
        html.append("<dl>\n");
        values.forEach((name, value) -> html.append("<dt>")
                .append(HtmlRenderer.escaped(Block.heading(name)))
                .append("</dt><dd>")
                .append(value(value))
                .append("</dd>\n"));
        html.append("</dl>\n");
    }

    private static String value(Value value) {
        String text = value.text();
        if (text.startsWith("{")) {
            return "<details><summary>" + HtmlRenderer.escaped(summary(text)) + "</summary><code>"
                    + HtmlRenderer.escaped(text) + "</code></details>";
        }
        var hash = HASH.matcher(text);
        if (hash.find()) {
            return HtmlRenderer.escaped(text.substring(0, hash.start() + SHORT))
                    + "… <button type=\"button\" class=\"copy\" data-copy=\"" + hash.group() + "\">copy</button>";
        }
        return HtmlRenderer.escaped(HtmlTable.brief(value));
    }

    /** The names and values of a JSON object without its marks: "kind gcn, depth 2, width 16". */
    private static String summary(String json) {
        return json.replaceAll("[{}\\[\\]\"]", "")
                .replaceAll("\\s*:\\s*", " ")
                .replaceAll("\\s*,\\s*", ", ")
                .replace('_', ' ')
                .strip();
    }
}
