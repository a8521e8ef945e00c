package org.seprank.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Documents as one HTML page that needs nothing else, and asks no network for anything: facts first, then figures as
 * inline SVG, tables that sort by mouse and keyboard, what made the answer last, and the whole document as JSON (see
 * {@link JsonRenderer}) in the element {@code #document}. Legible on light and dark ground, on small screens and in
 * print.
 */
public final class HtmlRenderer {
    /** Longer tables go on in the JSON. */
    static final int MAX_ROWS = 2_000;

    /** Under which facts have the name of what a document is about. */
    private static final List<String> NAMES = List.of("experiment", "lab", "source", "name", "dataset");

    /** The key of a table that says what came out, in a line or a few. */
    private static final String SUMMARY = "verdict";

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "img-src data:; base-uri 'none'; form-action 'none'";

    private HtmlRenderer() {}

    /** The whole page. */
    public static String render(Document document) {
        List<Section> sections = sections(document);
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
                .append(escaped(title(document)))
                .append("</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escaped(title(document)))
                .append("</h1>\n<p class=\"kind\">seprank ")
                .append(escaped(document.kind()))
                .append("</p>\n");
        lead(document).forEach(note -> append(page, note));
        contents(page, sections);
        page.append("</header>\n<main>\n");
        for (int i = 0; i < sections.size(); i++) {
            append(page, sections.get(i), i);
        }
        return page.append("</main>\n<script type=\"application/json\" id=\"document\">\n")
                .append(JsonRenderer.render(document).replace("<", "\\u003c"))
                .append("</script>\n<script>\n")
                .append(resource("report.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    /** A block with a title and the notes under it. */
    private record Section(Block head, List<Block.Note> notes) {
        String title() {
            if (head instanceof Facts facts) {
                return facts.title();
            }
            if (head instanceof Table table) {
                return table.title();
            }
            if (head instanceof Block.Figure figure) {
                return figure.title();
            }
            return head instanceof Block.Note ? "Note" : head instanceof Block.Run ? "Run" : "Question";
        }

        /** Summary, facts, figures, tables and notes, what made them; else the document's order. */
        int rank() {
            if (head instanceof Facts) {
                return 0;
            }
            if (head instanceof Table table && table.key().equals(SUMMARY)) {
                return -1;
            }
            return head instanceof Block.Figure ? 1 : head instanceof Table || head instanceof Block.Note ? 2 : 3;
        }
    }

    /** The notes that a document begins with; they stand under the title. */
    private static List<Block.Note> lead(Document document) {
        return document.blocks().stream()
                .takeWhile(Block.Note.class::isInstance)
                .map(Block.Note.class::cast)
                .toList();
    }

    private static List<Section> sections(Document document) {
        List<Section> sections = new ArrayList<>();
        List<Block> blocks = document.blocks();
        for (Block block : blocks.subList(lead(document).size(), blocks.size())) {
            if (block instanceof Block.Note note && !sections.isEmpty()) {
                sections.get(sections.size() - 1).notes().add(note);
            } else {
                sections.add(new Section(block, new ArrayList<>()));
            }
        }
        return sections.stream().sorted(Comparator.comparingInt(Section::rank)).toList();
    }

    /**
     * The name of the experiment or laboratory, or of the file or dataset that the answer is about, else what was done.
     */
    private static String title(Document document) {
        Stream<Map<String, Value>> facts =
                document.blocks().stream().filter(Facts.class::isInstance).map(block -> ((Facts) block).values());
        Stream<Map<String, Value>> settings = document.question().stream().map(Block.Question::settings);
        List<Map<String, Value>> said = Stream.concat(facts, settings).toList();
        return NAMES.stream()
                .flatMap(name -> said.stream().map(values -> values.get(name)).filter(Objects::nonNull))
                .map(Value::text)
                .findFirst()
                .orElse("seprank " + document.kind());
    }

    private static void contents(StringBuilder page, List<Section> sections) {
        page.append("<nav aria-label=\"Contents\"><ul>\n");
        for (int i = 0; i < sections.size(); i++) {
            page.append("<li><a href=\"#section-")
                    .append(i + 1)
                    .append("\">")
                    .append(escaped(brief(sections.get(i).title())))
                    .append("</a></li>\n");
        }
        page.append("</ul></nav>\n");
    }

    /** Up to the first comma, semicolon or parenthesis. */
    private static String brief(String title) {
        String start = title.split("[,;(]", 2)[0].strip();
        return start.isEmpty() ? title : start;
    }

    private static void append(StringBuilder page, Section section, int i) {
        String id = "section-" + (i + 1);
        page.append("<section id=\"")
                .append(id)
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-title\">\n<h2 id=\"")
                .append(id)
                .append("-title\">")
                .append(escaped(section.title()))
                .append("</h2>\n");
        if (section.head() instanceof Facts facts) {
            append(page, facts);
        } else if (section.head() instanceof Table table) {
            HtmlTable.append(page, table, id + "-title");
        } else if (section.head() instanceof Block.Figure figure) {
            page.append("<figure>\n")
                    .append(figure.drawing().toSvg("figure-" + figure.key()))
                    .append("<figcaption>")
                    .append(escaped(figure.drawing().description()))
                    .append("</figcaption>\n</figure>\n");
        } else if (section.head() instanceof Block.Question question) {
            append(page, question.facts());
        } else if (section.head() instanceof Block.Run run) {
            append(page, run.facts());
            if (!run.durations().isEmpty()) {
                HtmlTable.append(page, run.table(), id + "-title");
            }
        } else {
            append(page, (Block.Note) section.head());
        }
        section.notes().forEach(note -> append(page, note));
        page.append("</section>\n");
    }

    private static void append(StringBuilder page, Facts facts) {
        page.append("<dl>\n");
        facts.values()
                .forEach((name, value) -> page.append("<dt>")
                        .append(escaped(Block.heading(name)))
                        .append("</dt><dd>")
                        .append(escaped(value.text()))
                        .append("</dd>\n"));
        page.append("</dl>\n");
    }

    private static void append(StringBuilder page, Block.Note note) {
        page.append("<p class=\"note\">").append(escaped(note.text())).append("</p>\n");
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
