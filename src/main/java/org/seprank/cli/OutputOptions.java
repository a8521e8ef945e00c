package org.seprank.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.HtmlRenderer;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.ShellWord;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which form an answer is given, and where to. */
final class OutputOptions {
    private final long start = System.nanoTime();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the answer there instead of to stdout.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, csv, markdown or latex (default: ${DEFAULT-VALUE}).")
    private AnswerFormat format = AnswerFormat.TEXT;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "",
            description = "With csv: which table, by its name in the JSON form (default: the first).")
    private String table = "";

    private @Nullable Path report;

    @Mixin
    private FigureOptions figure = new FigureOptions();

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

    /** Says before the work what would go wrong after it. */
    void check() throws IOException {
        figure.check();
        if (output != null) {
            AtomicFile.checkFile(output);
        }
    }

    /** Which figures are worth their while. */
    Context.Figures figures() {
        if (figure.isAsked()) {
            return Context.Figures.ALL;
        }
        return report == null ? Context.Figures.NONE : Context.Figures.USUAL;
    }

    /** The command line, ready for a shell. */
    String command() {
        return "seprank "
                + command.root().commandLine().getParseResult().originalArgs().stream()
                        .map(ShellWord::quoted)
                        .collect(Collectors.joining(" "));
    }

    /** Writes the answer of a study, its page and its figure; gives all that the answer says. */
    Document write(Outcome outcome, Console console) throws IOException {
        Block run = Block.Run.since(start, outcome.durations());
        write(outcome.answer(), run, console);
        return outcome.answer().with(List.of(run));
    }

    /** Writes an answer to stdout, or to a file if one is given, and its page and figure if they are wanted. */
    void write(Document document, Console console) throws IOException {
        write(document, Block.Run.since(start, List.of()), console);
    }

    private void write(Document document, Block run, Console console) throws IOException {
        if (report != null) {
            put(report, HtmlRenderer.render(document.with(List.of(run))));
        }
        String text = format.render(document, table);
        if (output == null) {
            console.out().print(text);
            console.out().flush();
        } else {
            put(output, text);
        }
        figure.write(document.figures());
    }

    static void put(Path file, String text) throws IOException {
        AtomicFile.write(file, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
