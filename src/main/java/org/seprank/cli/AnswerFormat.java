package org.seprank.cli;

import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.JsonRenderer;
import org.seprank.report.LatexRenderer;
import org.seprank.report.MarkdownRenderer;
import org.seprank.report.TextRenderer;

/** The forms of an answer. */
enum AnswerFormat {
    /** For people. */
    TEXT,
    /** All of it. */
    JSON,
    /** One table. */
    CSV,
    /** For a page of a repository. */
    MARKDOWN,
    /** For a paper. */
    LATEX;

    /** The document in this form; {@code table} is the one for {@link #CSV}, empty: the first. */
    String render(Document document, String table) {
        return switch (this) {
            case TEXT -> TextRenderer.render(document);
            case JSON -> JsonRenderer.render(document);
            case CSV -> CsvRenderer.render(document, table);
            case MARKDOWN -> MarkdownRenderer.render(document);
            case LATEX -> LatexRenderer.render(document);
        };
    }
}
