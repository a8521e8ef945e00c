package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.HtmlRenderer;
import org.seprank.report.JsonRenderer;
import org.seprank.report.MarkdownRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A folder that takes everything an answer has. */
final class FolderOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Also write report.html, report.md, outcome.json and every figure as SVG there.")
    private @Nullable Path folder;

    /** The folder, or null where none is named. */
    @Nullable
    Path folder() {
        return folder;
    }

    /**
     * Checks before the work that nothing would be overwritten.
     *
     * @param again whether the folder may hold what an earlier run wrote
     */
    void check(boolean again) {
        if (folder == null) {
            return;
        }
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

    /** Writes everything, if a folder is named. */
    void write(Document document) throws IOException {
        if (folder == null) {
            return;
        }
        Files.createDirectories(folder);
        OutputOptions.put(folder.resolve("report.html"), HtmlRenderer.render(document));
        OutputOptions.put(folder.resolve("report.md"), MarkdownRenderer.render(document));
        OutputOptions.put(folder.resolve("outcome.json"), JsonRenderer.render(document));
        for (Block.Figure figure : document.figures()) {
            OutputOptions.put(
                    folder.resolve(figure.key() + ".svg"), figure.drawing().toSvg());
        }
    }
}
