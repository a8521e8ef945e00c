package org.seprank.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seprank.report.chart.Drawing;
import org.seprank.report.chart.Form;

/**
 * Documents as one HTML page that needs nothing else, and asks no network for anything: what came out, the figure that
 * shows it, then the rest in the document's order, figures above their tables as inline SVG for wide and for narrow
 * screens, tables that sort by mouse and keyboard, what made the answer in a line at the end, and the whole document as
 * JSON (see {@link JsonRenderer}) in the element {@code #document}. Legible on light and dark ground and in print.
 */
public final class HtmlRenderer {
    /** Longer tables go on in the JSON. */
    static final int MAX_ROWS = 2_000;

    /** Widths of the two drawings of a figure, in pixels: text of neither is ever smaller than 11 pixels. */
    static final double WIDE = 880;

    static final double NARROW = 356;

    /** Kinds of answers on a graph that {@code seprank explore} shows too. */
    private static final Set<String> EXPLORED = Set.of("analyze", "rewire", "compare", "measure");

    private static final int FEWEST_LISTED = 5;
    private static final int FEW_STATEMENTS = 8;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ";

    private HtmlRenderer() {}

    /** The whole page. */
    public static String render(Document document) {
        Page page = Page.of(document);
        List<Page.Section> listed =
                page.sections().stream().filter(one -> !one.hasTableOnly()).toList();
        boolean contents = listed.size() >= FEWEST_LISTED;
        StringBuilder html = start(page.title(), contents ? "listed" : "", "img-src data:");
        if (contents) {
            contents(html, page.sections());
        }
        header(html, document, page);
        html.append("<main>\n");
        for (int i = 0; i < page.sections().size(); i++) {
            append(html, page.sections().get(i), "section-" + (i + 1), page.lead());
        }
        html.append("</main>\n");
        HtmlColophon.append(html, document);
        return html.append("<script type=\"application/json\" id=\"document\">\n")
                .append(JsonRenderer.render(document).replace("<", "\\u003c"))
                .append("</script>\n<script>\n")
                .append(resource("report.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    /**
     * Up to the start of the body.
     *
     * @param images where images may come from, as the policy says it
     */
    static StringBuilder start(String title, String bodyClass, String images) {
        return new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append(images)
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body class=\"")
                .append(bodyClass)
                .append("\">\n");
    }

    private static void header(StringBuilder html, Document document, Page page) {
        html.append("<header>\n<p class=\"kind\">seprank ")
                .append(escaped(document.kind()))
                .append("</p>\n<h1>")
                .append(escaped(page.title()))
                .append("</h1>\n");
        for (int i = 0; i < page.lead().size(); i++) {
            html.append(i == 0 ? "<p class=\"lead\">" : "<p class=\"note\">")
                    .append(escaped(page.lead().get(i)))
                    .append("</p>\n");
        }
        page.verdict().ifPresent(verdict -> verdict(html, verdict));
        page.facts()
                .ifPresent(facts -> html.append("<p class=\"facts\">")
                        .append(escaped(sentence(facts)))
                        .append("</p>\n"));
        explore(document)
                .ifPresent(graph -> html.append("<p class=\"note\">To see it move: <code>seprank explore ")
                        .append(escaped(graph))
                        .append("</code></p>\n"));
        html.append("</header>\n");
    }

    /** The graph that an answer about one is about, where it can be typed as it is. */
    private static Optional<String> explore(Document document) {
        return document.question().stream()
                .filter(question -> EXPLORED.contains(document.kind()))
                .flatMap(question -> question.inputs().stream())
                .filter(input -> input.role().equals("graph"))
                .map(Block.Input::location)
                .filter(location -> location.matches("[\\w./:=,+-]+"))
                .findFirst();
    }

    private static void verdict(StringBuilder html, Table verdict) {
        boolean many = verdict.rows().size() > FEW_STATEMENTS;
        html.append(many ? "<details><summary>All statements</summary>\n" : "").append("<ul class=\"verdict\">\n");
        for (List<Value> row : verdict.rows()) {
            boolean held = Page.held(row);
            String words = row.stream()
                    .filter(value -> !(value.bare() instanceof Value.Flag))
                    .map(Value::text)
                    .collect(Collectors.joining(", "));
            html.append(held ? "<li class=\"held\">" : "<li class=\"refuted\">")
                    .append(escaped(words))
                    .append(held ? " <b>held</b></li>\n" : " <b>did not hold</b></li>\n");
        }
        html.append("</ul>\n").append(many ? "</details>\n" : "");
    }

    /** "34 vertices, 78 edges, undirected, connected, max degree 17; graphs/karate.graphml"; what is 0 is left out. */
    private static String sentence(Facts facts) {
        StringBuilder said = new StringBuilder();
        Map<String, Value> values = new LinkedHashMap<>();
        for (String first : List.of("vertices", "edges")) {
            values.computeIfAbsent(first, facts.values()::get);
        }
        facts.values().forEach(values::putIfAbsent);
        for (Map.Entry<String, Value> fact : values.entrySet()) {
            String text = fact.getValue().text();
            String part = switch (fact.getKey()) {
                case "source", "format" -> "";
                case "vertices", "edges" -> text + " " + fact.getKey();
                case "directed" -> text.equals("yes") ? "directed" : "undirected";
                case "components" -> text.equals("1") ? "connected" : text + " components";
                default -> text.equals("0") || text.equals("-") ? "" : Block.heading(fact.getKey()) + " " + text;
            };
            said.append(said.length() == 0 || part.isEmpty() ? "" : ", ").append(part);
        }
        Value source = facts.values().getOrDefault("source", Value.none());
        return said + (source.text().equals("-") ? "" : "; " + source.text());
    }

    private static void contents(StringBuilder html, List<Page.Section> sections) {
        html.append("<nav aria-label=\"Contents\"><ul>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<li><a href=\"#section-")
                    .append(i + 1)
                    .append("\">")
                    .append(escaped(sections.get(i).title()))
                    .append("</a></li>\n");
        }
        html.append("</ul></nav>\n");
    }

    private static void append(StringBuilder html, Page.Section section, String id, List<String> lead) {
        String title = id + "-title";
        html.append("<section id=\"")
                .append(id)
                .append("\" aria-labelledby=\"")
                .append(title)
                .append("\">\n");
        if (section.hasTableOnly()) {
            html.append("<details class=\"alone\"><summary><h2 id=\"")
                    .append(title)
                    .append("\">");
            html.append(escaped(section.title())).append("</h2> <span class=\"count\">");
            html.append(rows(section)).append("</span></summary>\n");
        } else {
            html.append("<h2 id=\"")
                    .append(title)
                    .append("\">")
                    .append(escaped(section.title()))
                    .append("</h2>\n");
        }
        if (!section.subtitle().isEmpty()) {
            html.append("<p class=\"sub\">").append(escaped(section.subtitle())).append("</p>\n");
        }
        section.figures().forEach(figure -> append(html, figure, lead));
        boolean inner = section.folded() && !section.figures().isEmpty();
        if (inner) {
            html.append("<details><summary>Table, ").append(rows(section)).append("</summary>\n");
        }
        section.head().ifPresent(head -> {
            if (head instanceof Table table) {
                HtmlTable.append(html, table, title);
            } else if (head instanceof Facts facts) {
                HtmlColophon.append(html, facts.values());
            }
        });
        html.append(section.folded() ? "</details>\n" : "");
        section.notes()
                .forEach(note -> html.append("<p class=\"note\">")
                        .append(escaped(note.text()))
                        .append("</p>\n"));
        html.append("</section>\n");
    }

    private static String rows(Page.Section section) {
        int rows = section.head()
                .map(head -> head instanceof Table table ? table.shown().rows().size() : 0)
                .orElse(0);
        return rows + (rows == 1 ? " row" : " rows");
    }

    private static void append(StringBuilder html, Block.Figure figure, List<String> lead) {
        Drawing drawing = figure.drawing();
        String id = "figure-" + figure.key();
        html.append("<figure>\n<div class=\"wide\">")
                .append(drawing.toSvg(Form.embedded(id, WIDE)))
                .append("</div>\n<div class=\"narrow\">")
                .append(drawing.toSvg(Form.embedded(id + "-narrow", NARROW)))
                .append("</div>\n");
        if (!figure.finding().isEmpty() && !lead.contains(figure.finding())) {
            html.append("<figcaption>").append(escaped(figure.finding())).append("</figcaption>\n");
        }
        html.append("</figure>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default ->
                    safe.appendCodePoint(
                            Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
