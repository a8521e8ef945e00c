package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.io.AtomicFile;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.JsonRenderer;
import org.seprank.report.TextRenderer;
import picocli.CommandLine.Option;

/** In which form an answer is given. */
final class OutputOptions {
    /** The forms. */
    enum Format {
        /** For people. */
        TEXT,
        /** All of it. */
        JSON,
        /** One table. */
        CSV
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "With csv: which table, by its name in the JSON form (default: the first).")
    private @Nullable String table;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no messages.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    /** Writes the document to stdout, or to a file if one is given. */
    void write(Document document, Console console, @Nullable Path file) throws IOException {
        String text = render(document);
        if (file == null) {
            console.out().print(text);
            console.out().flush();
        } else {
            AtomicFile.write(file, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String render(Document document) {
        return switch (format) {
            case TEXT -> TextRenderer.render(document);
            case JSON -> JsonRenderer.render(document);
            case CSV -> CsvRenderer.render(chosenTable(document));
        };
    }

    private Block.Table chosenTable(Document document) {
        if (table != null) {
            return document.table(table);
        }
        return document.tables().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the answer has no table; use --format text or json"));
    }
}
