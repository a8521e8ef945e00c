package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import org.seprank.report.CsvRenderer;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.HtmlRenderer;
import org.seprank.report.JsonRenderer;
import org.seprank.report.LatexRenderer;
import org.seprank.report.MarkdownRenderer;
import org.seprank.report.Table;
import org.seprank.report.TextRenderer;
import org.seprank.report.Value;
import org.seprank.study.analyze.ReportFigures;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which form an answer is given. */
final class OutputOptions {
    /** The forms. */
    enum Format {
        /** For people. */
        TEXT,
        /** All of it. */
        JSON,
        /** One table. */
        CSV,
        /** For a page of a repository. */
        MARKDOWN,
        /** For a paper. */
        LATEX
    }

    private final long start = System.nanoTime();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, csv, markdown or latex (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "With csv: which table, by its name in the JSON form (default: the first).")
    private @Nullable String table;

    private @Nullable Path report;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no messages.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also write the answer with figures as a page for the browser.")
    void report(Path file) {
        report = FigureOptions.checked(command, "--report", file, ".html");
    }

    /** Whether figures are worth their while. */
    boolean reports() {
        return report != null;
    }

    /** Writes the document to stdout, or to a file if one is given, and its report. */
    void write(Document document, Console console, @Nullable Path file) throws IOException {
        writeReport(document, ReportFigures.of(document));
        writeAnswer(document, console, file);
    }

    /** Writes the page, if one is wanted, with these figures. */
    void writeReport(Document document, List<Block.Figure> figures) throws IOException {
        if (report != null) {
            List<Block> more = new ArrayList<>(figures);
            more.add(run());
            byte[] page = HtmlRenderer.render(document.with(more)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(report, bytes -> bytes.write(page));
        }
    }

    /**
     * Checks before the work that {@link #writeFolder} would overwrite nothing.
     *
     * @param again whether the folder may hold what an earlier run wrote
     * @throws IllegalArgumentException if there is a file of that name, or a report in the folder
     */
    void checkFolder(Path folder, boolean again) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    command.commandLine(), "--out " + folder + " is a file; name a folder, there or not");
        }
        for (String name : List.of("report.html", "report.md", "outcome.json")) {
            if (!again && Files.exists(folder.resolve(name))) {
                throw new ParameterException(
                        command.commandLine(),
                        "--out " + folder + " holds " + name + "; remove it or name another folder");
            }
        }
    }

    /** Writes everything into a folder: {@code report.html}, {@code report.md}, {@code outcome.json}, every figure. */
    void writeFolder(Document document, Path folder) throws IOException {
        Files.createDirectories(folder);
        Document whole = document.with(List.of(run()));
        put(folder.resolve("report.html"), HtmlRenderer.render(whole));
        put(folder.resolve("report.md"), MarkdownRenderer.render(whole));
        put(folder.resolve("outcome.json"), JsonRenderer.render(whole));
        for (Block.Figure figure : document.figures()) {
            put(folder.resolve(figure.key() + ".svg"), figure.drawing().toSvg());
        }
    }

    private static void put(Path file, String text) throws IOException {
        AtomicFile.write(file, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a reader needs to make the answer again, beside what the document says. */
    private Block run() {
        String words = command.root().commandLine().getParseResult().originalArgs().stream()
                .map(OutputOptions::quoted)
                .collect(Collectors.joining(" "));
        Runtime machine = Runtime.getRuntime();
        return Facts.of("run", "Command and machine")
                .add("command", "seprank " + words)
                .add("seprank", Seprank.Version.current())
                .add("java", Runtime.version().toString())
                .add("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .add("processors", machine.availableProcessors())
                .add("memory_limit", Value.bytes(machine.maxMemory()))
                .add("duration", Value.duration((System.nanoTime() - start) / 1e9));
    }

    private static String quoted(String word) {
        return word.matches("[\\w%+,./:=@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Writes the document to stdout, or to a file if one is given. */
    void writeAnswer(Document document, Console console, @Nullable Path file) throws IOException {
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
            case CSV -> CsvRenderer.render(document, chosenTable(document));
            case MARKDOWN -> MarkdownRenderer.render(document);
            case LATEX -> LatexRenderer.render(document);
        };
    }

    private Table chosenTable(Document document) {
        if (table != null) {
            return document.table(table);
        }
        return document.tables().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the answer has no table; use --format text or json"));
    }
}
