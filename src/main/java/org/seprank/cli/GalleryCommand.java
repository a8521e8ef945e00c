package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.study.ExitCode;
import org.seprank.study.gallery.KeptAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code seprank report gallery}. */
@Command(
        name = "gallery",
        description = "One page that shows and links all answers below a folder, as --out keeps them.",
        footer = {"", "Examples:", "  seprank report gallery results -o results/index.html"})
final class GalleryCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Below which the answers are.")
    private Path folder = Path.of("");

    private @Nullable Path page;

    GalleryCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.html",
            description = "The page; its links are relative to it (default: index.html in the folder).")
    void page(Path file) {
        page = FigureOptions.checked(command, "--output", file, ".html");
    }

    @Override
    public Integer call() throws IOException {
        Path file = page == null ? folder.resolve("index.html") : page;
        AtomicFile.checkFile(file);
        OutputOptions.put(file, KeptAnswers.page(folder, file));
        console.out().println(file);
        console.out().flush();
        return ExitCode.DONE;
    }
}
